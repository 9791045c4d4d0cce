import { z } from 'zod'
import type { Node } from '@tiptap/pm/model'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { Id } from '#schemas/values.ts'
import { SectionStatus } from '#schemas/vocabulary.ts'
import { textAt } from '../sections/section-text.server.ts'

const Target = z.object({
  id: Id,
  number: z.string(),
  title: z.string(),
  status: SectionStatus,
  authorId: Id.nullable(),
  contributorIds: z.array(Id),
  version: z.number().int(),
})
/** A section of a report that text can come into: what policies look at, the newest version of its text, and whether there is any text yet. */
export type Target = z.infer<typeof Target> & { empty: boolean }

/** The sections of a report that hold text, in reading order. @param lock holds their rows until the end of the transaction. */
export async function readTargets(sql: Queryable, reportId: string, lock = false): Promise<Target[]> {
  // Locked in one order, so that two people cannot wait for each other; read once all are held.
  if (lock) await sql`select 1 from section where report_id = ${reportId} order by id for update`
  const rows = await sql`
    select section.id, section.number, section.title, section.status, section.author_id as "authorId",
      array(select user_id from section_contribution where section_id = section.id) as "contributorIds",
      greatest(version, (select max(version) from section_step where section_id = section.id)) as version
    from section join section_document on section_document.section_id = section.id
    where report_id = ${reportId} order by string_to_array(section.number, '.')::int[]`
  const targets: Target[] = []
  for (const target of Target.array().parse([...rows]))
    targets.push({ ...target, empty: target.version === 0 || isEmpty(await textAt(sql, target.id, target.version)) })
  return targets
}

/** Nobody wrote anything in it. */
export const isEmpty = (doc: Node): boolean => doc.children.every((block) => block.isTextblock && block.content.size === 0)
