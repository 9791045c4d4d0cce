import type { CitedItem } from '#schemas/release.ts'
import type { CitationStyle, Language } from '#schemas/vocabulary.ts'
import { dutchReport } from './dutch-report.ts'
import { euaa } from './euaa.ts'
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

const styles: Record<CitationStyle, CitationRules> = {
  'dutch-report': dutchReport,
  euaa,
}

/**
 * A footnote about an item.
 * @param style undefined for releases from before there were styles: each footnote in the Dutch report's full form, as they were published.
 * @param first number of the footnote that mentioned it first; undefined when this one does.
 */
export function footnotePieces(
  item: CitedItem,
  citing: Citing,
  { language, style, first }: { language: Language; style: CitationStyle | undefined; first?: number | undefined },
): Piece[] {
  const rules = styles[style ?? 'dutch-report']
  // A short form would tell which footnotes are about the same confidential source.
  if (style === undefined || first === undefined || item.confidential) return rules.full(item, citing, language)
  return rules.short(item, citing, language, first)
}

/** An item's line in the list of sources. */
export const entryPieces = (item: CitedItem, language: Language, style: CitationStyle | undefined): Piece[] =>
  styles[style ?? 'dutch-report'].entry(item, language)
