import { BlockId } from '#schemas/document.ts'

/**
 * Brings a block of the text into view and puts the caret, or the focus where the text is only read, at its beginning.
 * Nothing happens when it is not there (any more).
 */
export function goToBlock(blockId: string): void {
  if (!BlockId.safeParse(blockId).success) return
  const block = document.querySelector<HTMLElement>(`.editor-text [data-id="${blockId}"]`) ?? document.getElementById(blockId)
  if (!block) return
  block.scrollIntoView({ block: 'center' })
  const editor = block.closest<HTMLElement>('[contenteditable="true"]')
  if (editor) {
    editor.focus({ preventScroll: true })
    window.getSelection()?.collapse(block, 0)
  } else {
    block.tabIndex = -1
    block.focus({ preventScroll: true })
  }
}

/** The block that the address of the page points to, once the text is there to write in. */
export function goToAddressed(): void {
  requestAnimationFrame(() => goToBlock(window.location.hash.slice(1)))
}
