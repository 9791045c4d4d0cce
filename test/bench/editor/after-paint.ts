/**
 * For a page to run before its own scripts: `afterPaint(work)` runs work once the next frame is made, style, layout and paint of the page's thread
 * included: as a task of the highest priority, handed in from that frame's animation callback, so that nothing the page has to do besides comes in between.
 */
export function defineAfterPaint(): void {
  const { scheduler } = window as unknown as { scheduler: { postTask: (work: () => void, options: object) => void } }
  window.afterPaint = (work) => {
    requestAnimationFrame(() => scheduler.postTask(work, { priority: 'user-blocking' }))
  }
}

declare global {
  interface Window {
    afterPaint: (work: () => void) => void
  }
}
