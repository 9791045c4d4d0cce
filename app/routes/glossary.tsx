import '#app/styles/glossary.css'
import { PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { glossaryTexts } from '#app/i18n/glossary.ts'
import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { termsInOrder } from '#editor/glossary/glossary.ts'

export const meta = pageTitle((language) => glossaryTexts[language].title)

export const loader = guardedLoader('glossary.view', () => null)

/** Every term with what is meant by it; each has an address of its own. */
export default function Glossary() {
  const text = useText(glossaryTexts)
  const language = useLanguage()
  const other = language === 'nl' ? 'en' : 'nl'
  return (
    <>
      <PageHead title={text.title} lead={text.lead} />
      <dl className="glossary">
        {termsInOrder(language).map(({ key, [language]: own, [other]: foreign }) => (
          <div key={key} id={key}>
            <dt>
              <a href={`#${key}`}>{own.term}</a>
            </dt>
            <dd>
              <p>{own.definition}</p>
              <p className="soft small">
                {text.other}: <span lang={other}>{foreign.term}</span>
                {own.also.length > 0 && ` · ${text.also}: ${own.also.join(', ')}`}
              </p>
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
