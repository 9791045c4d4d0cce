import type { Queryable } from '#app/platform/database/sql.server.ts'
import { saveDocument } from '#app/services/sections/save-document.server.ts'
import { assignAuthor } from '#app/services/reports/assign-author.server.ts'
import { setAsOfDate } from '#app/services/reports/set-as-of-date.server.ts'
import { approveSection } from '#app/services/review/decide-section.server.ts'
import { submitSection } from '#app/services/review/submit-section.server.ts'
import { createSource } from '#app/services/sources/create-source.server.ts'
import { createSourceItem } from '#app/services/sources/create-source-item.server.ts'
import { newBlockId } from '#editor/document/schema.ts'
import type { DocumentNode, SectionDocument } from '#schemas/document.ts'
import type { Role } from '#schemas/vocabulary.ts'
import { addPerson, as } from './people.ts'
import { someReport } from './terms.ts'

/** A paragraph of text, with a citation after it when an item is given. */
export const paragraph = (text: string, sourceItemId?: string): DocumentNode => ({
  type: 'paragraph',
  attrs: { id: newBlockId(), kind: 'fact' },
  content: [
    { type: 'text', text },
    ...(sourceItemId ? [{ type: 'citation', attrs: { sourceItemId, locator: 'p. 3', support: 'supports', quote: null } }] : []),
  ],
})
export const documentOf = (...content: DocumentNode[]): SectionDocument => ({ type: 'doc', content })

let reports = 0
/** A report whose first sections are written, submitted and approved by different people. */
export async function approvedReport(
  sql: Queryable,
  texts: readonly (string | SectionDocument)[] = ['Eerste tekst.', 'Tweede tekst.'],
  about: Parameters<typeof someReport>[2] = {},
) {
  const person = async (role: Role) => as(sql, await addPerson(sql, role))
  const [policy, author, reviewer, publisher] = [
    await person('policy'),
    await person('author'),
    await person('reviewer'),
    await person('publisher'),
  ]
  // Another period each time: a country has one report per period.
  const reportId = await someReport(policy, publisher, {
    ...{ periodFrom: `${1990 + ++reports}-01-01`, periodTo: '2026-10-31' },
    ...about,
  })
  const itemId = await aSourceItem(sql)
  const rows = await sql`
    select section.id, section.number from section join section_document on section_id = section.id
    where report_id = ${reportId} order by string_to_array(number, '.')::int[] limit ${texts.length}`
  const sectionIds: string[] = []
  for (const [index, text] of texts.entries()) {
    const sectionId = rows[index]?.id as string
    await assignAuthor(author, sectionId, author.actor.id)
    await setAsOfDate(author, sectionId, '2026-10-31')
    const document = typeof text === 'string' ? documentOf(paragraph(text, itemId)) : text
    await saveDocument(author, { sectionId, baseVersion: 0, document })
    await submitSection(author, sectionId)
    await approveSection(reviewer, sectionId)
    sectionIds.push(sectionId)
  }
  return { reportId, sectionIds, itemId, author, reviewer, publisher }
}

let made = 0
/** A public source item; a confidential one holds only its date. */
export async function aSourceItem(sql: Queryable, confidentiality: 'public' | 'confidential' = 'public'): Promise<string> {
  const author = as(sql, await addPerson(sql, 'author'))
  const sourceId = await createSource(author, { name: `Bureau ${++made} ${crypto.randomUUID()}`, kind: 'ngo' })
  return createSourceItem(author, {
    sourceId,
    title: 'Jaarverslag',
    published: '2026-05',
    accessedOn: '2026-11-01',
    confidentiality,
  })
}
