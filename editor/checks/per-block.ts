import type { DocumentNode, SectionDocument } from '#schemas/document.ts'
import type { Check, CheckContext, Finding } from './check.ts'

/** An outermost block with those around it. */
export type BlockInPlace = { block: DocumentNode; before: DocumentNode | undefined; after: DocumentNode | undefined }
type Known = Omit<BlockInPlace, 'block'> & { findings: Finding[] }

/**
 * A check that looks at one outermost block at a time, and at most at the blocks beside it. What it found is remembered by the block itself, so that
 * after a keystroke only what changed is looked at again: give it blocks that stay the same objects (`documentOf`).
 */
export function perBlock(find: (place: BlockInPlace, context: CheckContext) => Finding[]): Check['find'] {
  const remembered = new WeakMap<CheckContext, WeakMap<DocumentNode, Known>>()
  return ({ content }: SectionDocument, context) => {
    const known = remembered.get(context) ?? new WeakMap<DocumentNode, Known>()
    remembered.set(context, known)
    return content.flatMap((block, index) => {
      const around = { before: content[index - 1], after: content[index + 1] }
      const before = known.get(block)
      if (before && before.before === around.before && before.after === around.after) return before.findings
      const findings = find({ block, ...around }, context)
      known.set(block, { ...around, findings })
      return findings
    })
  }
}
