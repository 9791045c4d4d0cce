import { BlockId } from '#schemas/document.ts'

/**
 * Brings a block of a text that is only read into view and puts the focus at its beginning.
 * Nothing happens when it is not there (any more).
 */
export function goToBlock(blockId: string): void {
  if (!BlockId.safeParse(blockId).success) return
  const block = document.querySelector<HTMLElement>(`.editor-text [data-id="${blockId}"]`) ?? document.getElementById(blockId)
  if (!block) return
  block.scrollIntoView({ block: 'center' })
  block.tabIndex = -1
  block.focus({ preventScroll: true })
}

/** Brings the words that a thread is about into view where the text is only read, with the focus. @returns whether they are there. */
export function goToCommented(threadId: string): boolean {
  const words = document.querySelector<HTMLElement>(`.text a[href="#comment-${CSS.escape(threadId)}"]`)
  words?.scrollIntoView({ block: 'center' })
  words?.focus({ preventScroll: true })
  return words !== null
}

/** Goes to the block that the address of the page points to, once the text is there. */
export function goToAddressed(goTo: (blockId: string) => void): void {
  const blockId = window.location.hash.slice(1)
  if (BlockId.safeParse(blockId).success) requestAnimationFrame(() => goTo(blockId))
}
