import { z } from 'zod'
import type { Node } from '@tiptap/pm/model'
import { follow } from '#editor/history/follow.ts'
import type { Run } from '#editor/history/ledger.ts'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { Id } from '#schemas/values.ts'
import { textAt } from '../sections/section-text.server.ts'
import { firstVersion } from './first-version.server.ts'
import { stepsMade } from './steps-made.server.ts'

/** Steps that are followed before what they came to is kept, so that they need not be again. */
const between = 500

/** As it is stored: positions; who (null: there from the beginning), and their first and last moment. */
const StoredRuns = z.array(
  z.union([z.tuple([z.number().int(), z.null()]), z.tuple([z.number().int(), Id, z.number(), z.number()])]),
)

/**
 * The text at a version, and who brought each position of it: from the nearest version of which that was kept, and the steps from there.
 * @throws {DomainError} `not-found` for a version it never had, or from before its whole texts were kept.
 */
export async function attributedText(
  sql: Queryable,
  sectionId: string,
  version: number,
): Promise<{ doc: Node; runs: readonly Run[] }> {
  const [row] = await sql<{ version: number; runs: unknown }[]>`
    select version, runs from section_attribution
    where section_id = ${sectionId} and version <= ${version} order by version desc limit 1`
  const base = row?.version ?? Math.min(version, await firstVersion(sql, sectionId))
  const before = await textAt(sql, sectionId, base)
  const known = row ? runsOf(row.runs) : undefined
  const { doc, runs } = follow(before, await stepsMade(sql, sectionId, base, version), { known })
  if (version - base >= between) await keep(sql, sectionId, version, runs)
  return { doc, runs }
}

const runsOf = (stored: unknown): Run[] =>
  StoredRuns.parse(stored).map(([length, authorId, from, to]) => ({
    length,
    born: authorId === null ? null : { authorId, from: from!, to: to! },
    died: null,
  }))

async function keep(sql: Queryable, sectionId: string, version: number, runs: readonly Run[]): Promise<void> {
  const stored = runs.map(({ length, born }) => (born ? [length, born.authorId, born.from, born.to] : [length, null]))
  await sql`
    insert into section_attribution (section_id, version, runs) values (${sectionId}, ${version}, ${sql.json(stored)})
    on conflict do nothing`
}
