import type { Sql } from 'postgres'
import type { SearchEngine } from '../engine.ts'
import { processBatch, type Transact } from './process-batch.ts'

export type Drained = { indexed: number; documents: number; failed: number; firstError: string | undefined }

/**
 * Indexes everything that is due now. For commands and tests; the server has startIndexer.
 * @param onProgress called after each batch with the rows done so far.
 * @returns how many objects were indexed into how many documents, and how many failed and will be tried again later.
 */
export async function drainOutbox({
  sql,
  engine,
  transact,
  onProgress,
}: {
  sql: Sql
  engine: SearchEngine
  transact: Transact
  onProgress?: (done: number) => void
}): Promise<Drained> {
  const drained: Drained = { indexed: 0, documents: 0, failed: 0, firstError: undefined }
  for (;;) {
    const batch = await processBatch(sql, engine, transact)
    drained.indexed += batch.done
    drained.documents += batch.documents
    drained.failed += batch.failed
    drained.firstError ??= batch.firstError
    if (batch.taken === 0) return drained
    onProgress?.(drained.indexed + drained.failed)
  }
}

/** Puts every release and every incident in line to be indexed again. @returns how many objects now wait. */
export async function queueEverything(sql: Sql): Promise<{ releases: number; incidents: number }> {
  // Releases first, oldest first: they are few and asked for most.
  const releases = await sql`
    insert into search_outbox (object_type, object_id) select 'release', id from release order by released_at, id`
  const incidents = await sql`insert into search_outbox (object_type, object_id) select 'incident', id from incident order by id`
  return { releases: releases.count, incidents: incidents.count }
}
