import type { Queryable } from '#app/platform/database/sql.server.ts'
import { emptyDocument, newBlockId } from '#editor/document/schema.ts'
import type { SectionDocument } from '#schemas/document.ts'
import { addPerson, as } from '../support/people.ts'
import { someReport } from '../support/terms.ts'

/** A section nobody wrote in yet, with its people; all of one database are of one report. */
export async function aSection(sql: Queryable) {
  const author = as(sql, await addPerson(sql, 'author'))
  const second = as(sql, await addPerson(sql, 'auteur2@demo.example'))
  const [report] = await sql`select 1 from report`
  if (!report) await someReport(as(sql, await addPerson(sql, 'policy')), author)
  const [row] = await sql<{ id: string }[]>`
    select section.id from section_document join section on section.id = section_id
    where version = 0 and status = 'draft' and not exists (select from section_kept_copy where section_id = section.id)
      and not exists (select from section_step where section_id = section.id)
    order by section.number limit 1`
  return { author, second, sectionId: row!.id }
}

/** One paragraph with these words and these citations. */
export const textOf = (words: string, ...sourceItemIds: string[]): SectionDocument => ({
  ...emptyDocument(),
  content: [
    {
      type: 'paragraph',
      attrs: { id: newBlockId(), kind: 'fact' },
      content: [
        { type: 'text', text: words },
        ...sourceItemIds.map((sourceItemId) => ({
          type: 'citation',
          attrs: { sourceItemId, locator: 'p. 3', support: 'supports', quote: null },
        })),
      ],
    },
  ],
})
