/**
 * A text that a page shows and that never changes under its key, ready as HTML. `html` is null in the data of an answer that is a whole page: there
 * the text stands in the page itself, and saying it again in the data would double what a reader waits for.
 */
export type PlacedText = { key: string; html: string | null }

/** The placed texts of one answer, by key; null when the answer is data only. */
export type PlacedTexts = Map<string, string> | null

/**
 * How a loader hands out a long text so that it is sent once. Shown by `<Placed>`.
 * @param texts of the answer being made.
 */
export const placeIn =
  (texts: PlacedTexts) =>
  (key: string, html: string): PlacedText => {
    if (texts === null) return { key, html }
    texts.set(key, html)
    return { key, html: null }
  }

/** Whether an address asks for a page's data only, as its script does when it goes from page to page. */
export const asksForData = (path: string): boolean => path.endsWith('.data')
