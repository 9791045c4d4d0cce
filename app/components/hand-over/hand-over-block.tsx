import '#app/styles/hand-over.css'
import { Form, Link } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { formatMoment } from '#app/i18n/format.ts'
import { handOverTexts } from '#app/i18n/hand-over.ts'
import type { HandedOver } from '#app/services/hand-over/list-hand-overs.server.ts'

/** On "Mijn werk": sections a colleague handed to this person, until they say they saw it. Absent when there are none. */
export function HandOverBlock({ given }: { given: readonly HandedOver[] }) {
  const text = useText(handOverTexts)
  const language = useLanguage()
  const foreign = language === 'nl' ? undefined : 'nl'
  if (given.length === 0) return null
  return (
    <section aria-labelledby="handed-over" className="work-block">
      <h2 id="handed-over">{text.home.title}</h2>
      <ul className="plain-list rows">
        {given.map((one) => (
          <li key={one.sectionId}>
            <div className="work-line">
              <Link to={`/sections/${one.sectionId}`} lang={foreign}>
                {one.number} {one.title}
              </Link>
              <span>{text.home.from(one.by, formatMoment(one.givenAt, language))}</span>
            </div>
            {one.note && <p className="note-body">{one.note}</p>}
            <div className="work-facts" lang={foreign}>
              {one.reportTitle}
            </div>
            <Form method="post" action={`/sections/${one.sectionId}/hand-over/seen`}>
              <input type="hidden" name="back" value="home" />
              <Button aria-label={`${text.seen}: ${one.number} ${one.title}`}>{text.seen}</Button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  )
}
