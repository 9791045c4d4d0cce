/** What node views show of the things a text points to. Filled by the page; views redraw when it grows. */
export type CitationFace = { label: string; title: string }
export type IncidentFace = { line: string; whole: string; note: string }

export type Lookup = {
  citation: (sourceItemId: string) => CitationFace | undefined
  incident: (contextCardId: string) => IncidentFace | undefined
  /** Calls back when there is more to show. @returns ends it. */
  subscribe: (changed: () => void) => () => void
}
