import { z } from 'zod'
import type { Node } from '@tiptap/pm/model'
import { restoreBlock, restoreText as restoreWhole } from '#editor/history/restore.ts'
import { unitsOf } from '#editor/history/units.ts'
import { EDITOR_VERSION } from '#editor/document/schema.ts'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { BlockId } from '#schemas/document.ts'
import { Id } from '#schemas/values.ts'
import { appendSteps } from '../sections/append-steps.server.ts'
import { textAt, versionsOf } from '../sections/section-text.server.ts'

export const Restoring = z.object({
  /** The version to go back to. */
  version: z.coerce.number().int().min(0),
  /** One block of it; without it the whole text. */
  block: BlockId.optional(),
  /** The newest version the one who asks had before them. */
  seen: z.coerce.number().int().min(0),
})
export type Restoring = z.output<typeof Restoring>

/** The page that a restored text came from: none. */
export const restoring = 'restored-text'

/**
 * Brings back a section's text, or one block of it, as it was: as a new change by whoever restores, subject to everything a change is.
 * What others wrote in it since it was looked at is not overwritten.
 * @returns the new version; the present one when it was that already.
 * @throws {DomainError} `not-found` (also a block that was not there then) · `wrong-state` `section-closed` · `conflict` `text-moved-on` ·
 * whatever `appendSteps` refuses.
 */
export async function restoreText(
  useCase: UseCase,
  sectionId: string | undefined,
  input: Restoring,
): Promise<{ version: number }> {
  const { version, block, seen } = Restoring.parse(input)
  if (!Id.safeParse(sectionId).success) throw new DomainError('not-found')
  return withTransaction(useCase.sql, async (tx) => {
    const inside = { ...useCase, sql: tx }
    const [section] = await tx<{ status: string }[]>`select status from section where id = ${sectionId!} for update`
    if (!section) throw new DomainError('not-found')
    const { head } = await versionsOf(tx, sectionId!)
    if (version > head || seen > head) throw new DomainError('not-found')
    if (section.status !== 'draft' && section.status !== 'returned') throw new DomainError('wrong-state', 'section-closed')
    const [was, looked, now] = [
      await textAt(tx, sectionId!, version),
      await textAt(tx, sectionId!, seen),
      await textAt(tx, sectionId!, head),
    ]
    if (block && !blockIn(was, block)) throw new DomainError('not-found')
    if (block ? !same(blockIn(looked, block), blockIn(now, block)) : !looked.eq(now))
      throw new DomainError('conflict', 'text-moved-on')
    const step = block ? restoreBlock(now, was, block) : restoreWhole(now, was)
    if (!step) return { version: head }
    await recordEvent(inside, {
      action: 'section.restored',
      objectType: 'section',
      objectId: sectionId!,
      details: { version: head + 1, of: version, blockId: block ?? null },
    })
    const appended = await appendSteps(inside, sectionId!, {
      editorVersion: EDITOR_VERSION,
      version: head,
      clientId: restoring,
      steps: [step.toJSON() as { stepType: string }],
    })
    if (!('version' in appended)) throw new DomainError('conflict', 'text-moved-on')
    return appended
  })
}

const blockIn = (doc: Node, key: string): Node | undefined => unitsOf(doc).find((unit) => unit.key === key)?.node
const same = (one: Node | undefined, other: Node | undefined): boolean => (one && other ? one.eq(other) : one === other)
