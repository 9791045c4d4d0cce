import type { WordingFinding } from '#editor/checks/question-wording/find.ts'
import { words } from '#app/i18n/vocabulary.ts'
import { wordingTexts } from '#app/i18n/wording.ts'
import type { Language } from '#schemas/vocabulary.ts'
import { useLanguage, useText } from './use-text.ts'

type Props = {
  findings: readonly WordingFinding[]
  /** The language of the question. */
  lang: Language
  /** Shows the words in the text field; without it they are only quoted. */
  onSelect?: (from: number, to: number) => void
}

/** Hints about a question's wording: what, where, why, and how else. How many there are is told politely to those who do not see the page. */
export function WordingFindings({ findings, lang, onSelect }: Props) {
  const text = useText(wordingTexts)
  const language = useLanguage()
  return (
    <div className={findings.length > 0 ? 'wording-findings' : undefined}>
      <p role="status">
        {findings.length > 0 && (
          <>
            <strong>{text.count(findings.length)}.</strong> <span className="soft small">{text.hint}</span>
          </>
        )}
      </p>
      {findings.length > 0 && (
        <ul>
          {findings.map((finding) => (
            <li key={`${finding.rule} ${finding.from}`}>
              <p>
                <strong>{words[language].wordingKind[finding.kind]}</strong>{' '}
                <Excerpt finding={finding} lang={lang} onSelect={onSelect} />
              </p>
              <p>
                {finding.why[language]} <span className="soft">{text.suggestion}</span> {finding.suggestion[language]}
              </p>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Excerpt({ finding, lang, onSelect }: { finding: WordingFinding; lang: Language; onSelect: Props['onSelect'] }) {
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
