import type { JSONValue } from 'postgres'
import { referencesOf } from '#editor/collaboration/authority.ts'
import { EDITOR_VERSION } from '#editor/document/schema.ts'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import type { Queryable, Sql } from '#app/platform/database/sql.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import type { Actor } from '#app/policies/actor.ts'
import { textAt, versionsOf } from './section-text.server.ts'

/** Versions between two whole texts that are kept: the most steps that are replayed to read an old version. */
const between = 100

type Settling = Omit<UseCase<Actor | null>, 'actor'>

/**
 * Writes a section's text whole where everything that reads texts finds it: it lags behind its steps for moments only, and never where it matters,
 * because who needs it exactly calls this first. Call inside a transaction that holds the section's row.
 */
export async function settleText(useCase: Settling, sectionId: string): Promise<void> {
  const { sql: tx } = useCase
  const { head, whole } = await versionsOf(tx, sectionId)
  if (whole === head) return
  const doc = await textAt(tx, sectionId, head)
  const [kept] = await tx<{ last: number | null }[]>`
    select max(version) as last from section_snapshot where section_id = ${sectionId}`
  if (kept!.last === null || whole - kept!.last >= between) await keepOutgoing(tx, sectionId)
  const [last] = await tx<{ authorId: string; at: Date }[]>`
    select author_id as "authorId", at from section_step where section_id = ${sectionId} and version = ${head}`
  await tx`
    update section_document set version = ${head}, editor_version = ${EDITOR_VERSION}, document = ${tx.json(doc.toJSON() as JSONValue)},
      saved_by = ${last!.authorId}, saved_at = ${last!.at}
    where section_id = ${sectionId}`
  await followCitations(tx, sectionId, referencesOf(doc.children).items)
  await recordEvent(
    { ...useCase, actor: { id: last!.authorId } },
    { action: 'section.saved', objectType: 'section', objectId: sectionId, details: { version: head } },
  )
}

/** Settles a section in a transaction of its own, if there is anything to settle. */
export async function settleSection(useCase: Settling, sectionId: string): Promise<void> {
  const [behind] = await useCase.sql`
    select 1 from section_document document
    where section_id = ${sectionId} and exists (select from section_step step where step.section_id = document.section_id and step.version > document.version)`
  if (!behind) return
  await withTransaction(useCase.sql, async (tx) => {
    await tx`select 1 from section where id = ${sectionId} for update`
    await settleText({ ...useCase, sql: tx }, sectionId)
  })
}

/** Settles whatever a process left unsettled when it ended. @returns how many sections. */
export async function settleEverything(useCase: Settling & { sql: Sql }): Promise<number> {
  const rows = await useCase.sql<{ id: string }[]>`
    select section_id as id from section_document document
    where exists (select from section_step step where step.section_id = document.section_id and step.version > document.version)`
  for (const { id } of rows) await settleSection(useCase, id)
  return rows.length
}

function keepOutgoing(tx: Queryable, sectionId: string) {
  return tx`
    insert into section_snapshot (section_id, version, editor_version, document, at)
    select section_id, version, editor_version, document, saved_at from section_document where section_id = ${sectionId}
    on conflict do nothing`
}

async function followCitations(tx: Queryable, sectionId: string, cited: readonly string[]): Promise<void> {
  await tx`delete from section_source_item where section_id = ${sectionId} and source_item_id <> all(${[...cited]}::uuid[])`
  await tx`
    insert into section_source_item (section_id, source_item_id) select ${sectionId}, unnest(${[...cited]}::uuid[])
    on conflict do nothing`
}
