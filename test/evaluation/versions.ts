import type { Queryable } from '#app/platform/database/sql.server.ts'
import type { StandardStatus } from '#schemas/vocabulary.ts'

type Asked = {
  key: string
  nl: string
  en?: string
  /** The number of its section in the only chapter. */
  section?: string
}
type Version = { version: string; status?: StandardStatus; questions?: readonly Asked[]; kind?: 'general' | 'thematic' }

/**
 * A small version of the standard: one chapter and the given questions in its sections. One that is put in force withdraws the one that was, in its
 * favour. @returns its id.
 */
export async function aVersion(sql: Queryable, given: Version): Promise<string> {
  const { version, status = 'in-force', questions = [{ key: 'q.one', nl: 'Hoe was de situatie?' }], kind = 'general' } = given
  const [standard] = await sql<{ id: string }[]>`
    insert into standard_terms (kind, version, title_nl, title_en, status, created_at)
    values (${kind}, ${version}, 'Proef', 'Trial', 'draft', now()) returning id`
  const id = standard!.id
  const node = async (key: string, number: string, position: number, parentId: string | null) => {
    const [row] = await sql<{ id: string }[]>`
      insert into standard_node (standard_id, parent_id, key, number, title_nl, title_en, position)
      values (${id}, ${parentId}, ${key}, ${number}, 'Deel', 'Part', ${position}) returning id`
    return row!.id
  }
  const chapterId = await node('part', '1', 0, null)
  const numbers = [...new Set(questions.map(({ section = '1.1' }) => section))]
  const sections = new Map<string, string>()
  for (const [place, number] of numbers.entries()) sections.set(number, await node(`part.${place + 1}`, number, place, chapterId))
  for (const [position, { key, nl, en = '', section = '1.1' }] of questions.entries()) {
    await sql`
      insert into standard_question (standard_id, node_id, key, position, kind, mandatory, wording_nl, wording_en, rationale_nl, rationale_en)
      values (${id}, ${sections.get(section)!}, ${key}, ${position}, 'context', false, ${nl}, ${en}, '', '')`
  }
  if (status !== 'draft') await sql`update standard_terms set status = 'consulted' where id = ${id}`
  if (status === 'in-force' || status === 'withdrawn') {
    await sql`
      update standard_terms set status = 'withdrawn', successor_id = ${id} where kind = ${kind} and status = 'in-force'`
    await sql`update standard_terms set status = 'in-force', in_force_from = '2026-01-01' where id = ${id}`
  }
  if (status === 'withdrawn') await sql`update standard_terms set status = 'withdrawn' where id = ${id}`
  return id
}
