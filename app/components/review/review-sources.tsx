import { formatDay } from '#app/i18n/format.ts'
import { reviewTexts } from '#app/i18n/review.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { ReviewPageData } from '#app/services/review/read-review-page.server.ts'
import type { Language } from '#schemas/vocabulary.ts'
import { useLanguage, useText } from '../use-text.ts'

/** What the text rests on, in the order it first cites it. Of a confidential source there is nothing more to show. */
export function ReviewSources({ items, language: written }: Pick<ReviewPageData, 'items'> & { language: Language }) {
  const text = useText(reviewTexts)
  const language = useLanguage()
  const day = (value: string | null) => (value ? formatDay(value, language) : text.unknown)
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">{text.sources}</h2>
      {items.length === 0 && <p className="soft">{text.noSources}</p>}
      <ul className="plain-list rows">
        {items.map((item) => {
          const lang = item.confidential ? written : (item.language ?? undefined)
          return (
            <li key={item.id}>
              <p className="review-source">
                {item.url ? (
                  <a href={item.url} rel="noreferrer" lang={lang}>
                    {item.title}
                  </a>
                ) : (
                  <span lang={lang}>{item.title}</span>
                )}
              </p>
              <p className="soft small">
                {!item.confidential && <>{item.publisher} · </>}
                {words[language].sourceKind[item.kind]}
                <br />
                {text.published}: {day(item.published)} · {text.accessed}: {day(item.accessedOn)}
              </p>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
