import * as crypto from 'node:crypto'
import { finished } from 'node:stream/promises'
import type { ReservedSql } from 'postgres'
import type { UcdpEvent } from './event.ts'

/** The order in which an event's values are sent. What stands from `kind` on decides whether an event has changed. */
const columns = [
  'content_hash',
  'external_id',
  'kind',
  'summary_nl',
  'summary_en',
  'country_code',
  'admin1',
  'admin2',
  'place',
  'latitude',
  'longitude',
  'place_precision',
  'started_on',
  'ended_on',
  'date_precision',
  'actor_a',
  'actor_b',
  'perpetrator_class',
  'deaths_low',
  'deaths_best',
  'deaths_high',
  'deaths_civilians',
  'deaths_unknown',
  'source_count',
  'flags',
  'sources',
] as const

/** Enough that each step in the database works on a set, little enough to keep memory flat. */
const batchSize = 4000

/** Events as lines of COPY's text format, in batches; each batch is made while the one before is being written. */
export async function* batches(events: AsyncIterable<UcdpEvent>): AsyncGenerator<string> {
  let lines: string[] = []
  for await (const event of events) {
    const content = contentOf(event)
    lines.push(`${crypto.hash('sha256', content, 'hex')}\t${event.externalId}\t${content}\n`)
    if (lines.length === batchSize) {
      yield lines.join('')
      lines = []
    }
  }
  if (lines.length > 0) yield lines.join('')
}

/** Makes the temporary table `staged_incident` of this transaction. */
export async function makeStage(tx: ReservedSql): Promise<void> {
  await tx`drop table if exists pg_temp.staged_incident`
  await tx`
    create temp table staged_incident (
      content_hash text, external_id text, kind text, summary_nl text, summary_en text, country_code text, admin1 text, admin2 text,
      place text, latitude double precision, longitude double precision, place_precision text, started_on date, ended_on date,
      date_precision text, actor_a text, actor_b text, perpetrator_class text, deaths_low int, deaths_best int, deaths_high int,
      deaths_civilians int, deaths_unknown int, source_count int, flags text[], sources jsonb
    ) on commit drop`
}

/** Puts one batch on the stage, in place of the one before. */
export async function stageBatch(tx: ReservedSql, batch: string): Promise<void> {
  await tx`truncate staged_incident`
  const copy = await tx.unsafe(`copy staged_incident (${columns.join(', ')}) from stdin`).writable()
  copy.end(batch)
  await finished(copy)
  await tx`analyze staged_incident (external_id)`
}

/** An event's values in COPY's text format, in the order of `columns`. */
function contentOf(event: UcdpEvent): string {
  return [
    event.kind,
    text(event.summaryNl),
    text(event.summaryEn),
    event.countryCode,
    text(event.admin1),
    text(event.admin2),
    text(event.place),
    number(event.latitude),
    number(event.longitude),
    event.placePrecision,
    event.startedOn,
    event.endedOn,
    event.datePrecision,
    text(event.actorA),
    text(event.actorB),
    event.perpetratorClass,
    event.deathsLow,
    event.deathsBest,
    event.deathsHigh,
    event.deathsCivilians,
    event.deathsUnknown,
    number(event.sourceCount),
    `{${event.flags.join(',')}}`,
    text(JSON.stringify(event.sources)),
  ].join('\t')
}

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
const text = (value: string | null): string =>
  value === null ? '\\N' : /[\\\t\n\r]/.test(value) ? value.replace(/[\\\t\n\r]/g, (it) => escapes[it]!) : value
const number = (value: number | null): string => (value === null ? '\\N' : String(value))
