import { Form, Link } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { Status } from '#app/components/page.tsx'
import { sectionTone } from '#app/components/tones.ts'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { findTexts } from '#app/i18n/find.ts'
import { words as codes } from '#app/i18n/vocabulary.ts'
import type { SectionHits } from '#app/services/reports/find-in-report.server.ts'
import type { Typed } from './find-form.tsx'

type Section = Pick<SectionHits, 'id' | 'number' | 'title' | 'status' | 'version' | 'hits' | 'count'> & { writable: boolean }

/** Where it stands, section by section; when a replacement is previewed, what each place becomes, and a box to choose the section. */
export function FoundSections({ typed, sections }: { typed: Typed; sections: readonly Section[] }) {
  const text = useText(findTexts)
  const language = useLanguage()
  const list = sections.map((section) => (
    <section key={section.id} className="found-section" aria-labelledby={`found-${section.id}`}>
      <h3 id={`found-${section.id}`}>
        <Link to={`/sections/${section.id}`} lang={language === 'nl' ? undefined : 'nl'}>
          {section.number} {section.title}
        </Link>
      </h3>
      <p className="soft small found-facts">
        <Status tone={sectionTone[section.status]}>{codes[language].sectionStatus[section.status]}</Status>
        <span>{text.times(section.count)}</span>
      </p>
      {typed.preview &&
        (section.writable ? (
          <p>
            <label>
              <input type="checkbox" name="section" value={`${section.id} ${section.version}`} defaultChecked />{' '}
              {text.chosen(section.number)}
            </label>
          </p>
        ) : (
          <p className="small">{section.status === 'in-review' || section.status === 'approved' ? text.closed : text.mayNot}</p>
        ))}
      <ul className="plain-list rows">
        {section.hits.map((hit, index) => (
          <li key={index} className="found-hit">
            <span className="text word-diff" lang={language === 'nl' ? undefined : 'nl'}>
              {hit.before}
              {typed.preview && section.writable ? (
                <>
                  <del>{hit.match}</del>
                  <span className="hidden-visually"> {text.becomes} </span>
                  {typed.words === '' ? <span className="hidden-visually">{text.removed}</span> : <ins>{typed.words}</ins>}
                </>
              ) : (
                <mark>{hit.match}</mark>
              )}
              {hit.after}
            </span>{' '}
            <Link className="small" to={`/sections/${section.id}${hit.blockId ? `#${hit.blockId}` : ''}`}>
              {text.open}
              <span className="hidden-visually">
                : {section.number}, {index + 1}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {section.count > section.hits.length && <p className="soft small">{text.more(section.count - section.hits.length)}</p>}
    </section>
  ))
  if (!typed.preview) return list
  if (!sections.some((section) => section.writable)) {
    return (
      <>
        <p>{text.noneWritable}</p>
        {list}
      </>
    )
  }
  return (
    <Form method="post">
      <input type="hidden" name="text" value={typed.text} />
      <input type="hidden" name="words" value={typed.words} />
      {typed.matchCase && <input type="hidden" name="case" value="yes" />}
      {typed.wholeWord && <input type="hidden" name="word" value="yes" />}
      {list}
      <Button look="primary">{text.replace}</Button>
    </Form>
  )
}
