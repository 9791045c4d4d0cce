import { Link } from '@remix-run/react'
import { evaluationTexts } from '#app/i18n/evaluation.ts'
import { pick } from '#app/i18n/pick.ts'
import { words } from '#app/i18n/vocabulary.ts'
import { figureCells, figureColumns } from '#app/services/evaluation/figure-cells.ts'
import type { EvaluatedQuestion } from '#app/services/evaluation/read-evaluation.server.ts'
import type { Outcome } from '#app/services/evaluation/outcomes.ts'
import { useLanguage, useText } from '../use-text.ts'

/** A question as the table needs it: without who recorded what when. */
export type ShownQuestion = Omit<EvaluatedQuestion, 'record'> & {
  record: Pick<NonNullable<EvaluatedQuestion['record']>, 'change' | 'proposal' | 'decision' | 'decisionReason'> | null
}
type Props = {
  questions: readonly ShownQuestion[]
  old: { version: string } | null
  current: { version: string }
  /** The query that keeps the choice when a question is opened. */
  query: string
}
const asText = new Set<string>(['kinds'])

/** Every question with a row per version: what became of it, and what is proposed and decided. */
export function FiguresTable({ questions, old, current, query }: Props) {
  const text = useText(evaluationTexts).table
  const sides = [old && (['old', old.version] as const), ['new', current.version] as const].filter((side) => side !== null)
  return (
    // A wide table scrolls by itself; the keyboard must reach it to do so.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="table-scroll evaluation-scroll" tabIndex={0} role="region" aria-label={text.caption}>
      <table className="utrecht-table utrecht-table--html-table evaluation-table">
        <caption className="hidden-visually">{text.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.version}</th>
            {figureColumns.map((column) => (
              <th key={column} scope="col" className={asText.has(column) ? undefined : 'number'}>
                {text.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        {questions.map((question) => (
          <tbody key={question.key}>
            <tr>
              <th scope="rowgroup" colSpan={figureColumns.length + 1} className="evaluation-question">
                <QuestionHead question={question} query={query} />
              </th>
            </tr>
            {sides.map(([side, version]) => (
              <FiguresRow key={side} version={version} outcome={question.outcomes[side]} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

function QuestionHead({ question, query }: { question: ShownQuestion; query: string }) {
  const text = useText(evaluationTexts)
  const language = useLanguage()
  const shown = (question.new ?? question.old)!
  const wording = pick(shown.wordingNl, shown.wordingEn, language)
  const { record } = question
  return (
    <div className="evaluation-head">
      <p>
        <span className="question-number">{shown.number} </span>
        <Link to={`/terms-of-reference/evaluation/${question.key}?${query}`} lang={wording.lang}>
          {wording.text}
        </Link>
      </p>
      <ul className="tags">
        {question.change !== 'same' && (
          <li className="tag" data-emphasis>
            {text.change[question.change]}
          </li>
        )}
        <li className="tag">{words[language].questionKind[shown.kind]}</li>
        {record && (
          <li className="tag evaluation-record">
            {text.record.proposed}: {words[language].questionChange[record.change]}
            {' · '}
            {text.record.decided}: {record.decision ? words[language].proposalOutcome[record.decision] : text.record.open}
          </li>
        )}
      </ul>
    </div>
  )
}

/** One version's figures; in words where there are none. */
export function FiguresRow({ version, outcome }: { version: string; outcome: Outcome | null }) {
  const text = useText(evaluationTexts).table
  const language = useLanguage()
  const cells = outcome && outcome.asked > 0 ? figureCells(outcome, language) : null
  return (
    <tr>
      <th scope="row">{version}</th>
      {cells ? (
        figureColumns.map((column) => (
          <td key={column} className={asText.has(column) ? undefined : 'number'}>
            {cells[column].text}
            {cells[column].note && <span className="evaluation-note">{cells[column].note}</span>}
          </td>
        ))
      ) : (
        <td colSpan={figureColumns.length} className="soft">
          {outcome ? text.noReport : text.notAsked(version)}
        </td>
      )}
    </tr>
  )
}
