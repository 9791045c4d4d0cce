import type { Node } from '@tiptap/pm/model'
import { z } from 'zod'
import { replay, stepOf } from '#editor/collaboration/authority.ts'
import { migrateDocument, sectionSchema } from '#editor/document/schema.ts'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { SectionDocument } from '#schemas/document.ts'

type Text = { version: number; doc: Node }

/** Texts of sections that were written in lately. Steps only ever come after others, so a text at a version stays what it is. */
const recent = new Map<string, Text>()
const mostRecent = 200

/** Remembers a text that is committed; never one of a transaction that may still fail. */
export function remember(sectionId: string, text: Text): void {
  const known = recent.get(sectionId)
  if (known && known.version > text.version) return
  recent.delete(sectionId)
  recent.set(sectionId, text)
  if (recent.size > mostRecent) recent.delete(recent.keys().next().value as string)
}

const Stored = z.object({ version: z.number().int(), editorVersion: z.number().int(), document: SectionDocument })

/**
 * The text of a section at a version that it has or had: the nearest whole text before it and the steps from there.
 * @throws {DomainError} `not-found` for a section without text, or a version from before its whole texts were kept.
 */
export async function textAt(sql: Queryable, sectionId: string, version: number): Promise<Node> {
  const known = recent.get(sectionId)
  const base = known && known.version <= version ? known : await storedBefore(sql, sectionId, version)
  if (base.version === version) return base.doc
  const rows = await sql<{ step: unknown }[]>`
    select step from section_step where section_id = ${sectionId} and version > ${base.version} and version <= ${version} order by version`
  if (rows.length !== version - base.version) throw new DomainError('not-found')
  return replay(
    base.doc,
    rows.map((row) => stepOf(row.step)),
  )
}

async function storedBefore(sql: Queryable, sectionId: string, version: number): Promise<Text> {
  const [row] = await sql`
    select version, editor_version as "editorVersion", document from (
      select version, editor_version, document from section_document where section_id = ${sectionId}
      union all
      (select version, editor_version, document from section_snapshot where section_id = ${sectionId} and version <= ${version}
        order by version desc limit 1)
    ) whole where version <= ${version} order by version desc limit 1`
  if (!row) throw new DomainError('not-found')
  const stored = Stored.parse(row)
  return { version: stored.version, doc: sectionSchema.nodeFromJSON(migrateDocument(stored.document, stored.editorVersion)) }
}

/** The newest version of a section's text, and the one that is written whole. @throws {DomainError} `not-found` for a section without text. */
export async function versionsOf(sql: Queryable, sectionId: string): Promise<{ head: number; whole: number }> {
  const [row] = await sql<{ head: number; whole: number }[]>`
    select greatest(version, (select max(version) from section_step where section_id = ${sectionId})) as head, version as whole
    from section_document where section_id = ${sectionId}`
  if (!row) throw new DomainError('not-found')
  return row
}
