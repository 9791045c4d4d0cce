/** Where a form of a thread leads: back to the page it was on, with what came of it. */
export function threadPage(sectionId: string, from: unknown, outcome: { done: string } | { problem: string }): string {
  return `/${from === 'review' ? 'review' : 'sections'}/${sectionId}?${new URLSearchParams(outcome)}#comments`
}
