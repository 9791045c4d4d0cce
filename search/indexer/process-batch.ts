import type { ReservedSql, Sql } from 'postgres'
import type { SearchDocument, SearchEngine } from '../engine.ts'
import { loadIncidents, loadRelease, type Loaded } from './load-documents.ts'

type Row = { id: number; objectType: 'release' | 'incident'; objectId: string; attempts: number }
type Outcome = { row: Row; error: string | undefined }
export type Batch = { taken: number; done: number; failed: number; documents: number; firstError: string | undefined }

const batchSize = 1000
/** How work is done in one transaction; the platform's, which also outlives a crash of the database. */
export type Transact = <T>(sql: Sql, work: (tx: ReservedSql) => Promise<T>) => Promise<T>

/** Any number, the same for all indexers: releases are indexed one after the other, so that the newest has the last word. */
const releaseLock = 727_008

/** Seconds until the next try: 2, 4, 8 … at most an hour. */
export const retryDelay = (attempts: number): number => Math.min(2 ** Math.min(attempts, 12), 3600)

/**
 * Takes the rows that are due, indexes what they point at, and marks each done only after the engine succeeded; what failed gets its error and
 * a later time. All in one transaction that holds the rows: when this process dies they are simply there again, and another indexer skips
 * them meanwhile. One bad row fails alone.
 */
export function processBatch(sql: Sql, engine: SearchEngine, transact: Transact): Promise<Batch> {
  return transact(sql, (tx) => runBatch(tx, engine))
}

async function runBatch(tx: ReservedSql, engine: SearchEngine): Promise<Batch> {
  const rows = await tx<Row[]>`
    select id, object_type as "objectType", object_id as "objectId", attempts from search_outbox
    where done_at is null and retry_at <= now()
    order by retry_at, id limit ${batchSize} for update skip locked`
  if (rows.length === 0) return { taken: 0, done: 0, failed: 0, documents: 0, firstError: undefined }

  const { documents, failures } = await load(tx, rows)
  const ready = rows.filter((row) => documents.has(keyOf(row)))
  const outcomes = [
    ...failures,
    ...(await put(
      engine,
      ready.map((row) => ({ row, documents: documents.get(keyOf(row))! })),
    )),
  ]

  const done = outcomes.filter(({ error }) => error === undefined).map(({ row }) => row.id)
  if (done.length > 0) {
    await tx`update search_outbox set done_at = now(), attempts = attempts + 1, last_error = null where id = any(${done}::bigint[])`
  }
  const failed = outcomes.filter(({ error }) => error !== undefined)
  for (const { row, error } of failed) {
    await tx`
      update search_outbox set attempts = attempts + 1, last_error = ${error!.slice(0, 1000)},
        retry_at = now() + make_interval(secs => ${retryDelay(row.attempts + 1)})
      where id = ${row.id}`
  }
  return {
    taken: rows.length,
    done: done.length,
    failed: failed.length,
    documents: ready.reduce((sum, row) => sum + documents.get(keyOf(row))!.length, 0),
    firstError: failed[0]?.error,
  }
}

const keyOf = ({ objectType, objectId }: Row) => `${objectType} ${objectId}`

async function load(tx: ReservedSql, rows: readonly Row[]) {
  const ids = (type: Row['objectType']) => [...new Set(rows.filter((it) => it.objectType === type).map((it) => it.objectId))]
  const loaded = new Map<string, Loaded>()
  for (const [id, it] of await loadIncidents(tx, ids('incident'))) loaded.set(`incident ${id}`, it)
  const releases = ids('release')
  if (releases.length > 0) await tx`select pg_advisory_xact_lock(${releaseLock})`
  for (const id of releases) loaded.set(`release ${id}`, await loadRelease(tx, id))

  const documents = new Map<string, SearchDocument[]>()
  const failures: Outcome[] = []
  for (const row of rows) {
    // What was removed since has nothing to index.
    const it = loaded.get(keyOf(row)) ?? { documents: [] }
    if ('failure' in it) failures.push({ row, error: it.failure })
    else documents.set(keyOf(row), it.documents)
  }
  return { documents, failures }
}

type Ready = { row: Row; documents: SearchDocument[] }

/** All at once; when the engine refuses, each half by itself, down to the row that is to blame. An engine that is away gets one try. */
async function put(engine: SearchEngine, ready: readonly Ready[]): Promise<Outcome[]> {
  if (ready.length === 0) return []
  try {
    await engine.put([...new Map(ready.flatMap((it) => it.documents).map((it) => [it.id, it])).values()])
    return ready.map(({ row }) => ({ row, error: undefined }))
  } catch (cause) {
    const error = (cause as Error).message || 'the engine gave no reason'
    if (ready.length === 1 || !(await engine.health()).ok) return ready.map(({ row }) => ({ row, error }))
    const middle = Math.ceil(ready.length / 2)
    return [...(await put(engine, ready.slice(0, middle))), ...(await put(engine, ready.slice(middle)))]
  }
}
