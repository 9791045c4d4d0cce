import type { CitedItem } from '#schemas/release.ts'
import type { CitationStyle, Language } from '#schemas/vocabulary.ts'
import { dutchReport } from './dutch-report.ts'
import { euaa } from './euaa.ts'
import type { Piece } from './pieces.ts'
import type { CitationRules } from './rules.ts'
import type { Citing } from './source-words.ts'

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
