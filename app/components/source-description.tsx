import { Link } from '@remix-run/react'
import { sourceTexts } from '#app/i18n/sources.ts'
import { descriptionFields, type Source } from '#app/services/sources/source-item.ts'
import { useText } from './use-text.ts'

type Named = { id: string; name: string; note?: string }

/** Who, what, why, how and when: what a reader must know to weigh what a source says. */
export function SourceDescription({ source }: { source: Source }) {
  const text = useText(sourceTexts)
  const given = descriptionFields.filter((field) => source[field] !== '')
  return (
    <section aria-labelledby="description">
      <h2 id="description">{text.describe.heading}</h2>
      {source.description && <p className="source-words">{source.description}</p>}
      {given.length === 0 && !source.description && <p className="soft">{text.describe.none}</p>}
      <dl className="source-description">
        {given.map((field) => (
          <div key={field}>
            <dt>{text.describe[field]}</dt>
            <dd className="source-words">{source[field]}</dd>
          </div>
        ))}
        {source.reliabilityNote && (
          <div>
            <dt>{text.reliability}</dt>
            <dd className="source-words">{source.reliabilityNote}</dd>
          </div>
        )}
      </dl>
    </section>
  )
}

/** Who repeats whom, and with whom a source counts as one. */
export function SourceIndependence({
  source,
  group,
  originals,
  repeaters,
}: {
  source: Source
  group: readonly Named[]
  originals: readonly Named[]
  repeaters: readonly Named[]
}) {
  const text = useText(sourceTexts)
  const nothing = group.length + originals.length + repeaters.length === 0
  return (
    <section aria-labelledby="independence">
      <h2 id="independence">{text.repeats.heading}</h2>
      {nothing && <p className="soft">{text.repeats.none}</p>}
      <dl className="source-description">
        <Names title={text.repeats.takesFrom} sources={originals} />
        <Names title={text.repeats.takenBy} sources={repeaters} />
        <Names
          title={source.independenceGroup ? `${text.groupWith} (${source.independenceGroup})` : text.groupWith}
          sources={group}
        />
      </dl>
    </section>
  )
}

function Names({ title, sources }: { title: string; sources: readonly Named[] }) {
  if (sources.length === 0) return null
  return (
    <div>
      <dt>{title}</dt>
      {sources.map(({ id, name, note }) => (
        <dd key={id}>
          <Link to={`/sources/${id}`}>{name}</Link>
          {note && <span className="soft"> – {note}</span>}
        </dd>
      ))}
    </div>
  )
}
