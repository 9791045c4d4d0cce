import { coverageTexts } from '#app/i18n/coverage.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { AspectCount, ThemeCoverage } from '#app/services/terms-of-reference/coverage.ts'
import { aspects } from '#schemas/question-wording.ts'
import { questionKinds } from '#schemas/vocabulary.ts'
import { useLanguage, useText } from './use-text.ts'

/** "2 + 1": two questions of the kind, one of another that asks it too. Nothing of either: a dash. */
export const inWords = ({ ofKind, inWords: others }: AspectCount): string =>
  others > 0 ? `${ofKind}\u00a0+\u00a0${others}` : ofKind > 0 ? String(ofKind) : '–'

const otherKinds = questionKinds.filter((kind) => !(aspects as readonly string[]).includes(kind))

/** Law, policy, practice and protection for every theme, and the other kinds of questions about it. */
export function CoverageThemes({ themes }: { themes: readonly ThemeCoverage[] }) {
  const text = useText(coverageTexts)
  const word = words[useLanguage()]
  return (
    <>
      <h3>{text.byTheme}</h3>
      <p className="soft small">{text.byThemeExplain}</p>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard */}
      <div className="table-scroll" role="region" aria-label={text.byThemeCaption} tabIndex={0}>
        <table className="coverage-table">
          <caption>{text.byThemeCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{text.theme}</th>
              <th scope="col">{text.questions}</th>
              {aspects.map((aspect) => (
                <th scope="col" key={aspect}>
                  {word.questionKind[aspect]}
                </th>
              ))}
              <th scope="col">{text.otherKinds}</th>
            </tr>
          </thead>
          <tbody>
            {themes.map(({ theme, asked, kinds, aspects: counts }) => (
              <tr key={theme}>
                <th scope="row">{word.theme[theme]}</th>
                <td>{asked}</td>
                {aspects.map((aspect) => (
                  <td key={aspect}>
                    <Count count={counts[aspect]} />
                  </td>
                ))}
                <td>
                  {otherKinds
                    .filter((kind) => kinds[kind])
                    .map((kind) => `${word.questionKind[kind]} ${kinds[kind]}`)
                    .join(', ') || text.none}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function Count({ count }: { count: AspectCount }) {
  const text = useText(coverageTexts)
  if (count.ofKind + count.inWords > 0) return inWords(count)
  return (
    <>
      <span aria-hidden>–</span>
      <span className="hidden-visually">{text.notAsked}</span>
    </>
  )
}
