import { Status } from '#app/components/page.tsx'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { helpTexts } from '#app/i18n/help.ts'
import type { findingsOf } from '#editor/checks/checks.ts'
import { PlaceButton } from '../place-button.tsx'
import { useHydrated } from '../use-hydrated.ts'

type Results = ReturnType<typeof findingsOf>
type Props = {
  results: Results
  /** Nobody wrote anything yet. */
  empty: boolean
  /** The language of the text where it is another than the page's. */
  lang: string | undefined
  onGo: (blockId: string) => void
}

/** How many places were found, by all checks together. */
export const countFindings = (results: Results): number => results.reduce((sum, { findings }) => sum + findings.length, 0)

/** What the checks found in this text, each with the way to its place, and what they say of it when they found nothing. */
export function Findings({ results, empty, lang, onGo }: Props) {
  const text = useText(helpTexts)
  const language = useLanguage()
  const count = countFindings(results)
  // Without tabs the address leads here; with them it opens the tab, and the page stays where it is.
  const id = useHydrated() ? undefined : 'findings'
  const holding = results.filter(({ findings }) => findings.length === 0)
  if (empty)
    return (
      <p id={id} className="soft">
        {text.nothingYet}
      </p>
    )
  return (
    <div id={id}>
      <p>{count === 0 ? text.noFindings : text.found(count)}</p>
      <ul className="plain-list rows">
        {results.map(
          ({ check, findings }) =>
            findings.length > 0 && (
              <li key={check.id} className="finding">
                <p>
                  <Status tone={check.severity === 'error' ? 'bad' : 'busy'}>
                    {text.severity[check.severity]}: {check.fails[language]} ({findings.length})
                  </Status>
                </p>
                <ul className="plain-list">
                  {findings.map(({ blockId, excerpt }, index) => (
                    <li key={index}>
                      <PlaceButton blockId={blockId} onGo={onGo}>
                        {excerpt ? <span lang={lang}>{excerpt}</span> : text.noWords}
                      </PlaceButton>
                    </li>
                  ))}
                </ul>
                <details>
                  <summary>{text.rule}</summary>
                  <p>{check.advice[language]}</p>
                  <p className="soft small">{text.ruleFrom(check.source)}</p>
                </details>
              </li>
            ),
        )}
      </ul>
      {holding.length > 0 && (
        <>
          <p className="finding-holds">{text.holds}</p>
          <ul className="plain-list finding-held">
            {holding.map(({ check }) => (
              <li key={check.id} className="small">
                <Status tone="good">{check.holds[language]}</Status>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="soft small">{text.hint}</p>
    </div>
  )
}
