import '#app/styles/wording.css'
import type { ReactNode } from 'react'
import type { WordingFinding } from '#editor/checks/question-wording/find.ts'
import { formatDay } from '#app/i18n/format.ts'
import { words } from '#app/i18n/vocabulary.ts'
import { wordingTexts } from '#app/i18n/wording.ts'
import { dismissalOf, type Dismissal } from '#app/services/wording/dismissal.ts'
import type { Language } from '#schemas/vocabulary.ts'
import { useLanguage, useText } from './use-text.ts'

type Props = {
  findings: readonly WordingFinding[]
  /** The language of the question. */
  lang: Language
  /** Those that stand for this wording. */
  dismissals?: readonly Dismissal[]
  /** Shows the words in the text field; without it they are only quoted. */
  onSelect?: (from: number, to: number) => void
  /** What can be done with a hint, and with one that was left as it is. */
  actions?: (finding: WordingFinding) => ReactNode
  undo?: (dismissal: Dismissal) => ReactNode
  /** In a long list: one line a hint, with the rest behind it. */
  compact?: boolean
}

/**
 * Hints about a question's wording: what, where, why, and how else; then those that were left as they are, by whom, when and why. How many there
 * are is told politely to those who do not see the page.
 */
export function WordingFindings({ findings, lang, dismissals = [], onSelect, actions, undo, compact = false }: Props) {
  const text = useText(wordingTexts)
  const language = useLanguage()
  const pairs = findings.map((finding) => ({ finding, dismissal: dismissalOf(finding, lang, dismissals) }))
  const open = pairs.filter((pair) => !pair.dismissal)
  const left = pairs.flatMap(({ finding, dismissal }) => (dismissal ? [{ finding, dismissal }] : []))
  return (
    <>
      <div className={open.length > 0 ? 'wording-findings' : undefined} data-compact={compact || undefined}>
        {!compact && (
          <p role="status">
            {open.length > 0 && (
              <>
                <strong>{text.count(open.length)}.</strong> <span className="soft small">{text.hint}</span>
              </>
            )}
          </p>
        )}
        {open.length > 0 && (
          <ul>
            {open.map(({ finding }) => (
              <li key={`${finding.rule} ${finding.from}`}>
                <Head finding={finding} lang={lang} onSelect={onSelect} />
                {compact ? (
                  <details>
                    <summary>
                      {text.more}
                      <span className="hidden-visually">: {finding.excerpt}</span>
                    </summary>
                    <Why finding={finding} />
                    {actions?.(finding)}
                  </details>
                ) : (
                  <>
                    <Why finding={finding} />
                    {actions?.(finding)}
                  </>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
      {left.length > 0 && (
        <div className="wording-findings" data-left data-compact={compact || undefined}>
          <ul>
            {left.map(({ finding, dismissal }) => (
              <li key={`${finding.rule} ${finding.from}`}>
                <Head finding={finding} lang={lang} onSelect={onSelect} />
                <p>
                  {text.dismissed}: {dismissal.reason}{' '}
                  <span className="soft">
                    {text.dismissedBy(dismissal.by, dismissal.organisation, formatDay(dismissal.on, language))}
                  </span>
                </p>
                {undo?.(dismissal)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

function Why({ finding }: { finding: WordingFinding }) {
  const text = useText(wordingTexts)
  const language = useLanguage()
  return (
    <p>
      {finding.why[language]} <span className="soft">{text.suggestion}</span> {finding.suggestion[language]}
    </p>
  )
}

type HeadProps = Pick<Props, 'lang' | 'onSelect'> & { finding: WordingFinding }

function Head({ finding, lang, onSelect }: HeadProps) {
  const kind = words[useLanguage()].wordingKind
  return (
    <p>
      <strong>{kind[finding.kind]}</strong> <Excerpt finding={finding} lang={lang} onSelect={onSelect} />
    </p>
  )
}

function Excerpt({ finding, lang, onSelect }: HeadProps) {
  const text = useText(wordingTexts)
  if (!onSelect) {
    return (
      <q className="wording-excerpt" lang={lang}>
        {finding.excerpt}
      </q>
    )
  }
  return (
    <button type="button" className="wording-excerpt" onClick={() => onSelect(finding.from, finding.to)}>
      <span className="hidden-visually">{text.show} </span>
      <q lang={lang}>{finding.excerpt}</q>
    </button>
  )
}
