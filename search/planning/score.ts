/** How much of a document's score its length takes away, and the number of different terms at which nothing changes. */
export const lengthShare = 0.3
export const usualLength = 60
