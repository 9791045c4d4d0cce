import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import { sentencesCiting, type CitingSentence } from '#editor/document/citing-sentences.ts'
import { migrateDocument } from '#editor/document/migrate.ts'
import { SectionDocument } from '#schemas/document.ts'
import { Id } from '#schemas/values.ts'
import { Language, SectionStatus } from '#schemas/vocabulary.ts'

const Draft = z.object({
  sectionId: Id,
  number: z.string(),
  title: z.string(),
  report: z.string(),
  status: SectionStatus,
  language: Language,
  editorVersion: z.number().int(),
  document: SectionDocument,
})
const Released = z.object({
  release: z.string(),
  report: z.string(),
  number: z.string(),
  title: z.string(),
  language: Language,
  newest: z.boolean(),
  document: SectionDocument,
})

export type SectionSentences<Place> = Place & { sentences: CitingSentence[] }
export type RestingOn = {
  drafts: SectionSentences<Omit<z.infer<typeof Draft>, 'document' | 'editorVersion'>>[]
  released: SectionSentences<Omit<z.infer<typeof Released>, 'document'>>[]
}

/** How many released sections are shown at most, newest release first. */
const releasedAtMost = 100

/**
 * All sentences that rest on these items: in the sections as they are being written now, and in releases. Of a confidential item the place in it
 * is left out in both.
 */
export async function readSentences({ sql }: Pick<UseCase, 'sql'>, itemIds: readonly string[]): Promise<RestingOn> {
  if (itemIds.length === 0) return { drafts: [], released: [] }
  const ids = new Set(itemIds)
  const drafts = await sql`
    select section.id as "sectionId", section.number, section.title, report.title as report, section.status, report.language,
      editor_version as "editorVersion", document
    from section
    join report on report.id = section.report_id
    join section_document on section_document.section_id = section.id
    where section.id in (select section_id from section_source_item where source_item_id = any(${[...ids]}::uuid[]))
    order by report.title, report.id, string_to_array(section.number, '.')::int[]`
  const released = await sql`
    select release.number as release, release.title as report, section->>'number' as number, section->>'title' as title, release.language,
      not exists (select from release newer where newer.report_id = release.report_id and newer.released_at > release.released_at) as newest,
      section->'document' as document
    from release, jsonb_array_elements(content->'sections') section
    where content->'items' ?| ${[...ids]}::text[]
      and exists (select from unnest(${[...ids]}::text[]) id where (section->'document')::text like '%' || id || '%')
    order by released_at desc, release.number, string_to_array(section->>'number', '.')::int[]
    limit ${releasedAtMost}`
  return {
    drafts: Draft.array()
      .parse([...drafts])
      .map(({ document, editorVersion, ...place }) => ({
        ...place,
        sentences: sentencesCiting(migrateDocument(document, editorVersion), ids, place.language),
      })),
    released: Released.array()
      .parse([...released])
      .map(({ document, ...place }) => ({ ...place, sentences: sentencesCiting(document, ids, place.language) })),
  }
}
