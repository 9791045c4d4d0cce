import type { CitedItem } from '#schemas/release.ts'
import type { Language } from '#schemas/vocabulary.ts'
import type { Piece } from './pieces.ts'
import type { Citing } from './source-words.ts'

/** How a style writes a source. Of a confidential one every style says only that it is one, and its date. */
export type CitationRules = {
  /** A footnote that mentions the item for the first time. */
  full: (item: CitedItem, citing: Citing, language: Language) => Piece[]
  /** A later footnote about the same item; it stands on its own ("ibid." breaks as soon as text moves). @param first number of the first one. */
  short: (item: CitedItem, citing: Citing, language: Language, first: number) => Piece[]
  /** Its line in the list of sources. */
  entry: (item: CitedItem, language: Language) => Piece[]
}
