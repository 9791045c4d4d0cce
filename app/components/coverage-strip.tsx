import '#app/styles/coverage.css'
import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { coverageTexts } from '#app/i18n/coverage.ts'
import { pick } from '#app/i18n/pick.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { Coverage, GenderBlock, WordingCounts } from '#app/services/terms-of-reference/coverage.ts'
import { aspects } from '#schemas/question-wording.ts'
import { CoverageThemes, inWords } from './coverage-themes.tsx'
import { Status } from './page.tsx'
import { useLanguage, useText } from './use-text.ts'

type Props = {
  coverage: Coverage
  /** The page with the questions; `?question=key#key` is added. */
  to: string
  /** The page about their wording. */
  wording: string
  /** A version of the standard has nothing dropped or added. */
  of: 'standard' | 'country'
}

/** What a set of questions covers (SR-03, SR-06, SR-28, SR-29): counts to look at, no score and no ratio. */
export function CoverageStrip({ coverage, to, wording, of }: Props) {
  const text = useText(coverageTexts)
  const word = words[useLanguage()]
  const { openings, perspective } = coverage
  const findings = coverage.findings.filter(({ questions }) => questions > 0)
  return (
    <section className="coverage" aria-labelledby="coverage">
      <h2 id="coverage">{text.heading}</h2>
      <p>
        {of === 'standard'
          ? text.totalStandard(coverage.asked)
          : text.total(coverage.asked, coverage.dropped, coverage.added, coverage.reworded)}{' '}
        <span className="soft small">{text.information}</span>
      </p>
      <ul className="coverage-kinds" aria-label={text.kinds}>
        {coverage.kinds.map(({ kind, asked, dropped }) => (
          <li key={kind}>
            {word.questionKind[kind]} <b>{asked}</b>
            {dropped > 0 && <span className="soft"> ({text.dropped(dropped)})</span>}
          </li>
        ))}
      </ul>
      <div className="coverage-parts">
        <Part title={text.gender}>
          <Gender block={coverage.genderBlock} to={to} of={of} />
        </Part>
        <Part title={text.chain}>
          <p>
            {aspects.map((aspect) => `${word.questionKind[aspect]} ${inWords(coverage.aspects[aspect])}`).join(', ')}.{' '}
            <span className="soft small">{text.chainInWords}</span>
          </p>
        </Part>
      </div>
      <details className="coverage-more">
        <summary>{text.more}</summary>
        <div className="coverage-parts">
          <Part title={text.openings}>
            <p>{text.opening(openings.open, openings.closed, openings.unknown)}</p>
            <p>
              {findings.length === 0
                ? text.noFindings
                : `${text.findings} ${findings.map(({ kind, questions }) => `${word.wordingKind[kind]} ${questions}`).join(', ')}.`}{' '}
              <Link to={wording}>{text.toFindings}</Link>
            </p>
          </Part>
          <Part title={text.perspective}>
            <p>{text.perspectives(perspective.wider, perspective.incidents, perspective.other)}</p>
          </Part>
          {coverage.former.before.questions > 0 && (
            <Part title={text.former}>
              <Former former={coverage.former} />
            </Part>
          )}
        </div>
        <CoverageThemes themes={coverage.themes} />
      </details>
    </section>
  )
}

const Part = ({ title, children }: { title: ReactNode; children: ReactNode }) => (
  <div>
    <h3>{title}</h3>
    {children}
  </div>
)

/** Complete, or precisely what is missing: dropped questions with their reason, and what no question asks. */
function Gender({ block, to, of }: { block: GenderBlock } & Pick<Props, 'to' | 'of'>) {
  const text = useText(coverageTexts)
  const language = useLanguage()
  const word = words[language]
  const missing = [
    ...block.missingAspects.map((it) =>
      text.about(it.aspects.map((aspect) => word.questionKind[aspect]).join(', '), word.theme[it.theme]),
    ),
    ...block.missingParts.map((part) => text.parts[part]),
  ]
  if (block.dropped.length === 0 && missing.length === 0) {
    return (
      <p>
        <Status tone="good">{of === 'standard' ? text.genderStandard(block.asked) : text.genderComplete(block.standard)}</Status>
      </p>
    )
  }
  return (
    <>
      <p className="coverage-incomplete">
        {block.dropped.length > 0
          ? text.genderIncomplete(block.standard - block.dropped.length, block.standard)
          : text.genderMissing(block.asked)}
      </p>
      {block.dropped.length > 0 && (
        <ul>
          {block.dropped.map((question) => {
            const wording = pick(question.wordingNl, question.wordingEn, language)
            return (
              <li key={question.key}>
                <Link to={`${to}?question=${question.key}#${question.key}`} lang={wording.lang}>
                  {wording.text}
                </Link>{' '}
                <span className="soft">{question.reason}</span>
              </li>
            )
          })}
        </ul>
      )}
      {missing.length > 0 && (
        <>
          {block.dropped.length > 0 && <p>{text.genderNotAsked}</p>}
          <ul>
            {missing.map((part) => (
              <li key={part}>{part}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** Of the questions that have a former wording: how they were asked then, and now. */
function Former({ former }: { former: Coverage['former'] }) {
  const text = useText(coverageTexts)
  const columns = text.formerColumns
  const row = (name: string, counts: WordingCounts) => (
    <tr>
      <th scope="row">{name}</th>
      <td>{counts.open}</td>
      <td>{counts.closed}</td>
      <td>{counts.abuses}</td>
    </tr>
  )
  return (
    <>
      <p>{text.formerCounts(former.before.questions, former.without)}</p>
      <table className="coverage-table">
        <caption className="hidden-visually">{text.formerCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.wording}</th>
            <th scope="col">{columns.open}</th>
            <th scope="col">{columns.closed}</th>
            <th scope="col">{columns.abuses}</th>
          </tr>
        </thead>
        <tbody>
          {row(text.before, former.before)}
          {row(text.now, former.now)}
        </tbody>
      </table>
    </>
  )
}
