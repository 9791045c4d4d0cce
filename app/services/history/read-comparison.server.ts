import { z } from 'zod'
import { compare, onlyBy, type ComparedBlock } from '#editor/history/compare.ts'
import { follow } from '#editor/history/follow.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { allows } from '#app/policies/policies.ts'
import { Id } from '#schemas/values.ts'
import { textAt } from '../sections/section-text.server.ts'
import { pointsOf } from './points-of.server.ts'
import { readHistoryPlace } from './read-history-place.server.ts'
import { namesOf, readVersion } from './read-version.server.ts'
import { stepsMade } from './steps-made.server.ts'

const AVersion = z.coerce.number().int().min(0)
/** As an address asks it: two versions, whose changes, and whether blocks that are the same are shown too. */
export const ComparisonQuery = z.object({
  from: AVersion,
  /** Without it: the text as it is now. */
  to: AVersion.optional(),
  by: Id.optional().catch(undefined),
  all: z
    .literal('1')
    .optional()
    .catch(undefined)
    .transform((all) => all === '1'),
})
export type ComparisonQuery = z.output<typeof ComparisonQuery>

/** A block to be shown, or how many in a row that are the same. */
export type Line = { block: ComparedBlock } | { same: number }

/**
 * Two moments of a section's text, the earlier first whichever was asked first, with who changed what between them.
 * @throws {DomainError} `not-found` for an unknown section, and for a version it never had or that can no longer be read.
 */
export async function readComparison(
  useCase: Pick<UseCase, 'sql' | 'actor'>,
  sectionId: string | undefined,
  { by, all, ...asked }: ComparisonQuery,
) {
  const { sql, actor } = useCase
  const place = await readHistoryPlace(useCase, sectionId)
  const [from, to] = [asked.from, asked.to ?? place.head].sort((one, other) => one - other) as [number, number]
  if (to > place.head || from < place.first) throw new DomainError('not-found')
  const before = await textAt(sql, place.id, from)
  const steps = await stepsMade(sql, place.id, from, to)
  const way = follow(before, steps, { keeping: true })
  const everything = compare(before, way.doc, way)
  const blocks = by ? onlyBy(everything, by) : everything
  const changed = blocks.filter(({ state }) => state !== 'same')
  const lines = linesOf(blocks, all)
  const people = await namesOf(
    sql,
    steps.map(({ authorId }) => authorId),
  )
  return {
    place,
    from: await readVersion(sql, place.id, from),
    to: await readVersion(sql, place.id, to),
    by: by ?? null,
    all,
    lines,
    counts: {
      added: changed.filter(({ state }) => state === 'added').length,
      removed: changed.filter(({ state }) => state === 'removed').length,
      changed: changed.filter(({ state }) => state === 'changed').length,
    },
    /** Everyone who wrote between the two moments, by name. */
    people: Object.entries(people)
      .map(([id, name]) => ({ id, name }))
      .sort((one, other) => one.name.localeCompare(other.name)),
    ...(await pointsOf(
      sql,
      lines.flatMap((line) => ('block' in line ? line.block.pieces.flatMap(({ content }) => content) : [])),
    )),
    may: { restore: allows(actor, 'section.write', place) },
  }
}

function linesOf(blocks: readonly ComparedBlock[], all: boolean): Line[] {
  const lines: Line[] = []
  for (const block of blocks) {
    const last = lines.at(-1)
    if (all || block.state !== 'same') lines.push({ block })
    else if (last && 'same' in last) last.same++
    else lines.push({ same: 1 })
  }
  return lines
}
