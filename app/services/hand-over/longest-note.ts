/** The most characters of a note at a section or at its hand-over. */
export const longestNote = 2000
