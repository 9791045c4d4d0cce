import { recover } from '#editor/collaboration/recover.ts'
import type { SectionDocument } from '#schemas/document.ts'
import { asidesOf, forget, ifClosed, leftBehind } from './pending-store.ts'
import { getMissed, getText, keepCopy, sendSteps } from './requests.ts'

/** A text that has to be looked at by its writer. */
export type Left = { at: number; document: SectionDocument; copyId: string | null; forget: () => Promise<void> }

/**
 * Puts what earlier visits left unsent in this browser into the text of a section.
 * @returns the texts that could not be put in by themselves; each is kept by the server if it takes it, else in this browser until it was dealt with.
 */
export async function recoverLeft(userId: string, sectionId: string): Promise<Left[]> {
  const apart: Left[] = []
  const asides = asidesOf(userId, sectionId)
  for (const { key, at, baseVersion, document } of await asides.left()) {
    const copyId = await keepCopy(sectionId, { baseVersion, document }).catch(() => null)
    apart.push({ at, document, copyId, forget: () => asides.forget(key) })
    if (copyId) await asides.forget(key)
  }
  for (const pending of await leftBehind(userId, sectionId)) {
    await ifClosed(pending, async () => {
      const forgetIt = () => forget(userId, sectionId, pending.clientId)
      const base = await getText(sectionId, pending.version).catch(() => null)
      if (!base) return
      const outcome = await recover(pending, base.document, userId, {
        send: (steps) => sendSteps(sectionId, steps),
        missed: (since) => getMissed(sectionId, since),
      })
      if (outcome.kind === 'later') return
      if (outcome.kind === 'apart') {
        const { document } = outcome
        const copyId = await keepCopy(sectionId, { baseVersion: base.version, document }).catch(() => null)
        apart.push({ at: pending.at, document, copyId, forget: forgetIt })
        if (!copyId) return
      }
      await forgetIt()
    })
  }
  return apart
}
