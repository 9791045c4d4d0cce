import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import { findingsOf } from '#editor/checks/checks.ts'
import { migrateDocument } from '#editor/document/schema.ts'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { SectionDocument } from '#schemas/document.ts'
import { Id } from '#schemas/values.ts'
import { Language } from '#schemas/vocabulary.ts'

const Line = z.object({ id: Id, version: z.number().int(), language: Language, confidential: z.array(Id) })
type Line = z.infer<typeof Line>
const Text = z.object({ id: Id, version: z.number().int(), editorVersion: z.number().int(), document: SectionDocument })

/** What was counted, and for which text and sources. The rules are this program's: nothing of it is stored, so that no other version's count is ever shown. */
const counted = new Map<string, { of: string; count: number }>()
const mostCounted = 5000
/** Texts that are read and looked at before others get their turn: some 6 ms each for 3,000 words, once after a change. */
const atOnce = 5

/**
 * How many places the checks find in each text of a report as it is stored: the sum that the findings of a section show when it is opened.
 * Whatever changed a text (writing, a restored version, an import, a decided suggestion), its version says so; and a source that became confidential
 * counts anew where it is cited. The rest is remembered by this process.
 * @returns by id of the section; chapters without text are not in it.
 */
export async function countFindings(sql: Queryable, reportId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await sql`
    select section.id, document.version, report.language,
      array(
        select item.id from section_source_item cited join source_item item on item.id = cited.source_item_id
        where cited.section_id = section.id and item.confidentiality = 'confidential' order by item.id
      ) as confidential
    from section join report on report.id = section.report_id join section_document document on document.section_id = section.id
    where section.report_id = ${reportId}`
  const lines = Line.array().parse([...rows])
  const unknown = lines.filter((line) => counted.get(line.id)?.of !== momentOf(line))
  const found = new Map(lines.map(({ id }) => [id, counted.get(id)?.count ?? 0]))
  for (let from = 0; from < unknown.length; from += atOnce) {
    if (from > 0) await setImmediate()
    for (const [id, sum] of await look(sql, unknown.slice(from, from + atOnce))) found.set(id, sum)
  }
  return found
}

async function look(sql: Queryable, lines: readonly Line[]): Promise<[string, number][]> {
  const rows = await sql`
    select section_id as id, version, editor_version as "editorVersion", document from section_document
    where section_id = any(${lines.map(({ id }) => id)}::uuid[])`
  return rows.map((row) => {
    const { id, version, editorVersion, document } = Text.parse(row)
    const line = lines.find((it) => it.id === id)!
    const context = {
      language: line.language,
      isConfidential: (itemId: string) => line.confidential.includes(itemId),
      // A text is only ever written with cards that say what the incident is against the whole, or why nobody can.
      hasContext: () => true,
    }
    const results = findingsOf(migrateDocument(document, editorVersion), context)
    const sum = results.reduce((all, { findings }) => all + findings.length, 0)
    // A text that was written in meanwhile may cite other sources: it is counted again when it is asked for next.
    if (version === line.version) remember(id, { of: momentOf(line), count: sum })
    return [id, sum]
  })
}

const momentOf = ({ version, language, confidential }: Line): string => [version, language, ...confidential].join(' ')

function remember(id: string, what: { of: string; count: number }): void {
  counted.delete(id)
  counted.set(id, what)
  if (counted.size > mostCounted) counted.delete(counted.keys().next().value as string)
}
