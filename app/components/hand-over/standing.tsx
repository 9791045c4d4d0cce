import '#app/styles/hand-over.css'
import { Form, Link } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { formatMoment } from '#app/i18n/format.ts'
import { handOverTexts } from '#app/i18n/hand-over.ts'
import type { Standing } from '#app/services/hand-over/read-standing.server.ts'

type Props = {
  sectionId: string
  userId: string
  standing: Pick<Standing, 'handedOver' | 'note'>
  may: { handOver: boolean; note: boolean }
}

/** At a section: how it came to its author, and what stands there for whoever comes next. */
export function StandingBlock({ sectionId, userId, standing, may }: Props) {
  const text = useText(handOverTexts)
  const { handedOver, note } = standing
  const written = note !== null && note.body !== null
  if (!handedOver && !written && !may.handOver && !may.note) return null
  return (
    <section className="standing" aria-label={text.standing}>
      {handedOver && <HandedOver sectionId={sectionId} userId={userId} given={handedOver} />}
      {note && written && <Note note={note} />}
      {(may.handOver || may.note) && (
        <p className="standing-keys no-print">
          {may.handOver && <Link to={`/sections/${sectionId}/hand-over`}>{text.handOver}</Link>}
          {may.note && <Link to={`/sections/${sectionId}/note`}>{written ? text.changeNote : text.leaveNote}</Link>}
        </p>
      )}
    </section>
  )
}

type GivenProps = { sectionId: string; userId: string; given: NonNullable<Standing['handedOver']> }

function HandedOver({ sectionId, userId, given }: GivenProps) {
  const text = useText(handOverTexts)
  const language = useLanguage()
  const mine = given.toId === userId
  const at = formatMoment(given.at, language)
  const line = mine ? text.handedToYou(given.by, at) : text.handedTo(given.by, given.to, at)
  const words = given.note ? <p className="note-body">{given.note}</p> : <p className="soft">{text.noWord}</p>
  if (given.seenAt === null)
    return (
      <div className="standing-note">
        <p className="standing-who">{line}</p>
        {words}
        {mine ? (
          <Form method="post" action={`/sections/${sectionId}/hand-over/seen`}>
            <Button>{text.seen}</Button>
          </Form>
        ) : (
          <p className="soft small">{text.notSeen(given.to)}</p>
        )}
      </div>
    )
  const seen = formatMoment(given.seenAt, language)
  return (
    <details className="standing-past">
      <summary>{line}</summary>
      {words}
      <p className="soft small">{mine ? text.yourOwnSeen(seen) : text.seenAt(given.to, seen)}</p>
    </details>
  )
}

/** A note as it stands at a section. */
export function Note({ note }: { note: NonNullable<Standing['note']> }) {
  const text = useText(handOverTexts)
  const language = useLanguage()
  return (
    <div className="standing-note">
      <p className="standing-who">{text.note(note.by, formatMoment(note.at, language))}</p>
      <p className="note-body">{note.body}</p>
    </div>
  )
}
