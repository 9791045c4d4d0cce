import * as crypto from 'node:crypto'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import type { ReservedSql } from 'postgres'
import type { UcdpEvent } from './event.ts'

/** The order in which an event's values are sent. What stands from `kind` on decides whether an event has changed. */
const columns = [
  'row_number',
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

/** Enough to keep the connection busy, little enough to keep memory flat. */
const chunkLength = 64 * 1024

/** Sends events to the temporary table `staged_incident` of this transaction, by COPY. A failure of the reading passes through. */
export async function stageEvents(tx: ReservedSql, events: AsyncIterable<{ row: number; event: UcdpEvent }>): Promise<void> {
  await tx`drop table if exists pg_temp.staged_incident`
  await tx`
    create temp table staged_incident (
      row_number int, content_hash text, external_id text, kind text, summary_nl text, summary_en text, country_code text, admin1 text,
      admin2 text, place text, latitude double precision, longitude double precision, place_precision text, started_on date, ended_on date,
      date_precision text, actor_a text, actor_b text, perpetrator_class text, deaths_low int, deaths_best int, deaths_high int,
      deaths_civilians int, deaths_unknown int, source_count int, flags text[], sources jsonb
    ) on commit drop`
  await send(lines(events), await tx.unsafe(`copy staged_incident (${columns.join(', ')}) from stdin`).writable())
  await tx`analyze staged_incident (external_id)`
}

/** Sends each chunk while the next is being made; a plain pipeline would let reading and writing wait for each other. */
async function send(chunks: AsyncIterable<string>, copy: Writable): Promise<void> {
  let sending: Promise<unknown> = Promise.resolve()
  try {
    for await (const chunk of chunks) {
      await sending
      sending = new Promise<void>((done, fail) => copy.write(chunk, (error) => (error ? fail(error) : done())))
      sending.catch(() => {})
    }
    await sending
  } catch (error) {
    copy.destroy(error as Error)
    // The server answers a broken-off COPY with an error of its own; the first one is the one to tell.
    await finished(copy).catch(() => {})
    throw error
  }
  copy.end()
  await finished(copy)
}

async function* lines(events: AsyncIterable<{ row: number; event: UcdpEvent }>) {
  let chunk = ''
  for await (const { row, event } of events) {
    const content = contentOf(event)
    chunk += `${row}\t${crypto.hash('sha256', content, 'hex')}\t${event.externalId}\t${content}\n`
    if (chunk.length >= chunkLength) {
      yield chunk
      chunk = ''
    }
  }
  if (chunk) yield chunk
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
