import { Link } from '@remix-run/react'
import { sectionAnchor } from '#editor/render/outline.ts'
import { evaluationTexts } from '#app/i18n/evaluation.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { Answer } from '#app/services/evaluation/outcomes.ts'
import type { EvaluatedReport } from '#app/services/evaluation/read-facts.server.ts'
import { Empty, Status } from '../page.tsx'
import { answerTone } from '../tones.ts'
import { useLanguage, useText } from '../use-text.ts'

type Props = {
  answers: readonly { report: EvaluatedReport; answer: Answer }[]
  versions: readonly { id: string; version: string }[]
}

/** What became of one question in each released report that was asked it. */
export function AnswersTable({ answers, versions }: Props) {
  const text = useText(evaluationTexts)
  const columns = text.table.columns
  if (answers.length === 0)
    return (
      <Empty>
        <p>{text.question.empty}</p>
      </Empty>
    )
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="table-scroll" tabIndex={0} role="region" aria-label={text.question.perReportCaption}>
      <table className="utrecht-table utrecht-table--html-table evaluation-answers">
        <caption className="hidden-visually">{text.question.perReportCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.table.version}</th>
            <th scope="col">{text.reports.report}</th>
            <th scope="col">{text.export.state}</th>
            <th scope="col">{text.question.sections}</th>
            <th scope="col" className="number">
              {columns.words}
            </th>
            <th scope="col" className="number">
              {columns.items}
            </th>
            <th scope="col">{columns.kinds}</th>
            <th scope="col" className="number">
              {columns.incidents}
            </th>
            <th scope="col" className="number">
              {columns.days}
            </th>
          </tr>
        </thead>
        <tbody>
          {versions.flatMap(({ id, version }) =>
            answers
              .filter(({ report }) => report.standardId === id)
              .map(({ report, answer }) => <AnswerRow key={report.id} version={version} report={report} answer={answer} />),
          )}
        </tbody>
      </table>
    </div>
  )
}

function AnswerRow({ version, report, answer }: { version: string; report: EvaluatedReport; answer: Answer }) {
  const text = useText(evaluationTexts)
  const language = useLanguage()
  const word = words[language]
  const told = answer.state !== 'unanswered'
  const figure = (value: number | null) => (told && value !== null ? formatNumber(value, language) : '–')
  return (
    <tr>
      <td>{version}</td>
      <th scope="row">
        <Link to={`/reports/${report.id}`} lang={language === 'nl' ? undefined : 'nl'}>
          {report.title}
        </Link>
      </th>
      <td>
        <Status tone={answerTone[answer.state]}>{word.answerState[answer.state]}</Status>
        {answer.reworded && <span className="evaluation-note">{text.change.reworded}</span>}
      </td>
      <td>
        {answer.sections.length === 0 && text.question.noSections}
        {[...new Set(answer.sections.map(({ release }) => release))].map((release) => (
          <div key={release}>
            {release}:{' '}
            {answer.sections
              .filter((section) => section.release === release)
              .map(({ number, title }, index) => (
                <span key={number}>
                  {index > 0 && ', '}
                  <Link to={`/releases/${release}#${sectionAnchor(number)}`} title={title}>
                    {number}
                  </Link>
                </span>
              ))}
          </div>
        ))}
      </td>
      <td className="number">
        {figure(answer.words)}
        {told && answer.shares > 1 && <span className="evaluation-note">{text.table.shared(answer.shares)}</span>}
      </td>
      <td className="number">{figure(answer.items)}</td>
      <td>{answer.kinds.map((kind) => word.sourceKind[kind]).join(', ') || '–'}</td>
      <td className="number">
        {figure(answer.inContext)}
        {answer.withoutContext > 0 && <span className="evaluation-note">{text.table.without(answer.withoutContext)}</span>}
      </td>
      <td className="number">{figure(answer.days)}</td>
    </tr>
  )
}
