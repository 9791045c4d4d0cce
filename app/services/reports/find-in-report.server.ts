import type { Node } from '@tiptap/pm/model'
import { z } from 'zod'
import { migrateDocument, sectionSchema } from '#editor/document/schema.ts'
import { hitsIn, type FindQuery, type Hit } from '#editor/find/find.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { SectionDocument } from '#schemas/document.ts'
import { Id } from '#schemas/values.ts'
import { SectionStatus } from '#schemas/vocabulary.ts'
import { textAt } from '../sections/section-text.server.ts'

const Searched = z.object({
  id: Id,
  number: z.string(),
  title: z.string(),
  status: SectionStatus,
  authorId: Id.nullable(),
  contributorIds: z.array(Id),
  head: z.number().int(),
  version: z.number().int(),
  editorVersion: z.number().int(),
  document: SectionDocument,
})

/** A section in which something was found: the version of its text that was looked in, and where. */
export type SectionHits = Omit<z.infer<typeof Searched>, 'head' | 'editorVersion' | 'document'> & {
  /** The first ones, in reading order. */
  hits: Omit<Hit, 'from' | 'to'>[]
  /** Of all. */
  count: number
}

/** How many places of one section are shown. */
const shownAtMost = 50

/**
 * Where words stand in a report: per section, in reading order, in the text as it is written now, also where that is only in steps yet. Sections
 * without a hit are left out.
 */
export async function findInReport(
  { sql }: Pick<UseCase, 'sql'>,
  reportId: string,
  query: FindQuery,
): Promise<{ searched: number; sections: SectionHits[] }> {
  const rows = await sql`
    select section.id, section.number, section.title, section.status, section.author_id as "authorId",
      array(select user_id from section_contribution where section_id = section.id) as "contributorIds",
      greatest(version, (select max(version) from section_step where section_id = section.id)) as head,
      version, editor_version as "editorVersion", document
    from section join section_document on section_document.section_id = section.id
    where report_id = ${reportId} order by string_to_array(section.number, '.')::int[]`
  const sections: SectionHits[] = []
  for (const { head, version, editorVersion, document, ...section } of Searched.array().parse([...rows])) {
    const text: Node =
      head === version
        ? sectionSchema.nodeFromJSON(migrateDocument(document, editorVersion))
        : await textAt(sql, section.id, head)
    const hits = hitsIn(text, query)
    if (hits.length === 0) continue
    const shown = hits.slice(0, shownAtMost).map(({ from: _from, to: _to, ...hit }) => hit)
    sections.push({ ...section, version: head, hits: shown, count: hits.length })
  }
  return { searched: rows.length, sections }
}
