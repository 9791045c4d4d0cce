import type { ReservedSql } from 'postgres'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { OperatorError } from '#app/platform/errors.ts'
import type { Actor } from '#app/policies/actor.ts'
import type { IncidentFlag } from '#schemas/vocabulary.ts'
import { readEvents } from './ucdp/read-events.server.ts'
import { openRecords } from './ucdp/read-records.server.ts'
import { rejectFile } from './ucdp/reject-file.server.ts'
import type { UcdpEvent } from './ucdp/event.ts'
import { batches, makeStage, stageBatch } from './ucdp/stage-events.server.ts'
import { upsertIncidents, type Upserted } from './ucdp/upsert-incidents.server.ts'

export type ImportProgress = {
  /** Waiting for another import to end, or reading, checking and writing rows. */
  phase: 'waiting' | 'importing'
  read: number
  rejected: number
  bytesRead: number
  bytes: number
  seconds: number
}

export type UcdpImport = {
  path: string
  /** Where rejected rows are listed; the file is made only when there are any. */
  rejectPath: string
  onProgress?: (progress: ImportProgress) => void
  /** Does everything and keeps nothing. */
  dryRun?: boolean
}

export type ImportSummary = {
  runId: string | null
  file: string
  fileHash: string
  layout: string
  /** Rows with an event: inserted + updated + unchanged + rejected. */
  read: number
  inserted: number
  updated: number
  unchanged: number
  rejected: number
  /** Kept rows with at least one flag, and how often each flag was set. */
  flagged: number
  flags: Record<IncidentFlag, number>
  rejectFile: string | null
  /** What the operator should look at. */
  remarks: string[]
  seconds: number
  rowsPerSecond: number
  dryRun: boolean
}

const dataset = 'ucdp-ged'
/** Any numbers, the same in every process: one import at a time, and one lock per run that says it is alive. */
const importLock = 727_002
const runLock = 727_003

/**
 * Imports a UCDP GED file: every row is checked, and written by its number in the dataset – new, changed (what it said before is kept in
 * incident_history) or untouched. Rows that cannot be kept go to the reject file; odd figures are kept and flagged.
 *
 * All of a file is one transaction: after a crash nothing of it is there, and its import_run says `failed` (written when it fails, or by the
 * next import when the process was killed). Two imports at once run one after the other. Rows that a newer file leaves out are not removed.
 * Called inside a transaction it joins that; then a failed import leaves no run behind.
 * @throws {OperatorError} one sentence, when the file cannot be used at all; nothing was imported then.
 */
export async function importUcdp(useCase: UseCase<Actor | null>, input: UcdpImport): Promise<ImportSummary> {
  const { sql, clock } = useCase
  const started = performance.now()
  const secondsSince = () => (performance.now() - started) / 1000
  const records = await openRecords(input.path)
  const rejects = rejectFile(input.rejectPath)
  const progress = (phase: ImportProgress['phase'], { read, rejected } = { read: 0, rejected: 0 }) =>
    input.onProgress?.({ phase, read, rejected, bytesRead: records.bytesRead(), bytes: records.bytes, seconds: secondsSince() })
  const runId = input.dryRun ? null : await startRun(useCase, records.fileName)
  try {
    const done = await withTransaction(sql, async (tx) => {
      if (input.dryRun) await tx`savepoint dry_run`
      // With the default, made for turning disks, every check of a row's country reads the whole country table: a quarter of the time.
      await tx`set local random_page_cost = 1.1`
      await oneAtATime(tx, runId, () => progress('waiting'))
      const countries = await tx<{ code: string; nameNl: string; nameEn: string }[]>`
        select code, name_nl as "nameNl", name_en as "nameEn" from country`
      const reading = await readEvents(records, countries, rejects, (counts) => progress('importing', counts))
      const written = await write(tx, reading.events, { dataset, runId, now: clock() })
      const counts = { ...reading.counts, ...written }
      if (counts.read > 0 && counts.rejected === counts.read) {
        throw new OperatorError(
          `None of the ${counts.read} rows of ${records.fileName} could be imported; the reasons are in ${input.rejectPath}.`,
        )
      }
      const result = { layout: reading.layout, fileHash: records.hash(), ...counts }
      if (runId === null) await tx`rollback to savepoint dry_run`
      else await finishRun({ ...useCase, sql: tx }, runId, result)
      return result
    })
    const seconds = secondsSince()
    return {
      runId,
      file: records.fileName,
      ...done,
      rejectFile: await rejects.close(),
      remarks: remarksOn(done.read, records.endsWithLine()),
      seconds: Math.round(seconds * 1000) / 1000,
      rowsPerSecond: Math.round(done.read / seconds),
      dryRun: input.dryRun ?? false,
    }
  } catch (error) {
    await rejects.close().catch(() => {})
    if (runId !== null && !('release' in sql)) {
      const failure = error instanceof OperatorError ? error.message : 'It was stopped by an unexpected error.'
      await sql`update import_run set status = 'failed', finished_at = ${clock()}, failure = ${failure} where id = ${runId}`.catch(
        () => {},
      )
    }
    throw error
  }
}

/** Says that an import has begun, before its transaction: so that a killed one leaves a trace. */
async function startRun({ sql, actor, clock }: UseCase<Actor | null>, fileName: string): Promise<string> {
  const [run] = await sql<{ id: string }[]>`
    insert into import_run (dataset, file_name, started_at, started_by)
    values (${dataset}, ${fileName}, ${clock()}, ${actor?.id ?? null}) returning id`
  return run!.id
}

/** Waits for a running import to end, then marks runs whose process is gone: nobody holds their lock any more. */
async function oneAtATime(tx: ReservedSql, runId: string | null, waiting: () => void): Promise<void> {
  if (runId !== null) await tx`select pg_advisory_xact_lock(${runLock}, hashtext(${runId}))`
  const [lock] = await tx`select pg_try_advisory_xact_lock(${importLock}) as free`
  if (!lock?.free) {
    waiting()
    await tx`select pg_advisory_xact_lock(${importLock})`
  }
  await tx`
    with open as materialized (select id from import_run where dataset = ${dataset} and status = 'running' and id is distinct from ${runId})
    update import_run set status = 'failed', finished_at = now(), failure = 'The process was stopped; nothing of it was kept.'
    from open where import_run.id = open.id and pg_try_advisory_xact_lock(${runLock}, hashtext(open.id::text))`
}

/** Writes the events batch by batch; the next batch is read and checked while the database works on this one. */
async function write(
  tx: ReservedSql,
  events: AsyncIterable<UcdpEvent>,
  run: Parameters<typeof upsertIncidents>[1],
): Promise<Upserted> {
  const sum: Upserted = { inserted: 0, updated: 0, unchanged: 0 }
  await makeStage(tx)
  const source = batches(events)
  const ahead = () => {
    const next = source.next()
    // Its failure is told when it is its turn.
    next.catch(() => {})
    return next
  }
  try {
    let next = ahead()
    for (let batch = await next; !batch.done; batch = await next) {
      next = ahead()
      await stageBatch(tx, batch.value)
      const { inserted, updated, unchanged } = await upsertIncidents(tx, run)
      sum.inserted += inserted
      sum.updated += updated
      sum.unchanged += unchanged
    }
  } finally {
    // Lets go of the file when the database fails.
    await source.return(undefined).catch(() => {})
  }
  return sum
}

type Finished = Pick<
  ImportSummary,
  'layout' | 'fileHash' | 'read' | 'inserted' | 'updated' | 'unchanged' | 'rejected' | 'flagged'
>

async function finishRun(useCase: UseCase<Actor | null>, runId: string, result: Finished): Promise<void> {
  const { layout, fileHash, read, inserted, updated, unchanged, rejected, flagged } = result
  await useCase.sql`
    update import_run set status = 'done', finished_at = ${useCase.clock()}, failure = null, file_hash = ${fileHash}, layout = ${layout},
      read = ${read}, inserted = ${inserted}, updated = ${updated}, unchanged = ${unchanged}, rejected = ${rejected}, flagged = ${flagged}
    where id = ${runId}`
  await recordEvent(useCase, {
    action: 'incidents.imported',
    objectType: 'import-run',
    objectId: runId,
    details: { dataset, read, inserted, updated, unchanged, rejected },
  })
}

function remarksOn(read: number, endsWithLine: boolean): string[] {
  if (read === 0) return ['The file has a header and no events.']
  if (!endsWithLine) return ['The last line has no line end: check that the file is whole.']
  return []
}
