import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { countryTexts } from '#app/i18n/country.ts'
import { formatDay, formatMoment } from '#app/i18n/format.ts'
import { capital } from '#app/i18n/pick.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { TermsChange } from '#app/services/terms-of-reference/read-terms-history.server.ts'
import { Milestone, milestones } from '#schemas/vocabulary.ts'
import { useLanguage, useText } from '../use-text.ts'
import { WordDiff } from '../word-diff.tsx'

type Change = Omit<TermsChange, 'at'> & { at: Date | string }
type Known = NonNullable<Change['before']>

/** Changes of terms of reference, newest first: when, who, what, why, and the words before and after. */
export function ChangeList({ base, changes }: { base: string; changes: readonly Change[] }) {
  const text = useText(countryTexts).history
  const language = useLanguage()
  return (
    <ol className="plain-list rows">
      {changes.map((change) => (
        <li key={change.id}>
          <p className="change-head">
            <strong>{text.kinds[change.kind]}</strong>
            {change.questionKey !== null && <Subject base={base} questionKey={change.questionKey} number={change.number} />}
            {change.kind === 'returned' && <span>{text.returnedQuestions(change.after?.questionKeys?.length ?? 0)}</span>}
            <span className="soft small">
              {change.by ?? text.system}, {formatMoment(change.at, language)}
            </span>
          </p>
          {change.reason && <p className="change-reason">{change.reason}</p>}
          <Words before={change.before ?? {}} after={change.after ?? {}} />
        </li>
      ))}
    </ol>
  )
}

function Subject({ base, questionKey, number }: { base: string; questionKey: string; number: string | null }) {
  const text = useText(countryTexts).history
  if (number === null) return <span>{text.gone}</span>
  return <Link to={`${base}?question=${questionKey}#${questionKey}`}>{text.question(number)}</Link>
}

/** What the question said, where the change was about that. */
function Words({ before, after }: { before: Known; after: Known }) {
  const text = useText(countryTexts)
  const language = useLanguage()
  const word = words[language]
  const lines: [string, ReactNode][] = []
  const wording = (name: string, was: string | undefined, is: string | undefined, lang: 'nl' | 'en') => {
    if (!was && !is) return
    const shown = lang === language ? undefined : lang
    lines.push([
      name,
      was && is ? (
        <WordDiff before={was} after={is} lang={shown} />
      ) : is ? (
        <span lang={shown}>{is}</span>
      ) : (
        <del lang={shown}>{was}</del>
      ),
    ])
  }
  wording(text.reword.wordingNl, before.wordingNl, after.wordingNl, 'nl')
  wording(text.history.en, before.wordingEn, after.wordingEn, 'en')
  if (after.kind)
    lines.push([text.history.kind, fromTo(before.kind && word.questionKind[before.kind], word.questionKind[after.kind])])
  const list = (codes: readonly string[] | undefined, none: string) => codes && (codes.length === 0 ? none : codes.join(', '))
  const themes = (known: Known) =>
    list(
      known.themes?.map((theme) => word.theme[theme]),
      text.history.none,
    )
  if (after.themes && (before.themes || after.themes.length > 0))
    lines.push([text.history.themes, fromTo(themes(before), themes(after)!)])
  if (after.askedBy) {
    lines.push([
      text.history.askedBy,
      fromTo(list(before.askedBy, text.history.nobody), list(after.askedBy, text.history.nobody)!),
    ])
  }
  for (const name of ['start', ...milestones]) {
    const [was, is] = [before.dates?.[name], after.dates?.[name]]
    if (!is) continue
    const known = Milestone.safeParse(name)
    const label = known.success ? capital(word.milestone[known.data]) : text.history.start
    lines.push([label, fromTo(was && formatDay(was, language), formatDay(is, language))])
  }
  if (lines.length === 0) return null
  return (
    <dl className="change-words">
      {lines.map(([name, value]) => (
        <Line key={name} name={name} value={value} />
      ))}
    </dl>
  )
}

const Line = ({ name, value }: { name: string; value: ReactNode }) => (
  <>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </>
)

const fromTo = (was: string | undefined, is: string) =>
  was === undefined ? (
    is
  ) : (
    <>
      <del>{was}</del> → {is}
    </>
  )
