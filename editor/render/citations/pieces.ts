/** A stretch of a reference: plain, in a language of its own, or an address to follow. */
export type Piece = { text: string; language?: string | undefined; url?: string | undefined }

export const textOf = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('')

/** Parts parted by commas; those without words are left out. */
export const commaSeparated = (parts: readonly (readonly Piece[])[]): Piece[] =>
  parts.filter((part) => textOf(part) !== '').flatMap((part, index) => (index > 0 ? [{ text: ', ' }, ...part] : [...part]))
