import { toFillIn } from '../building-blocks/building-blocks.ts'
import type { Check } from './check.ts'
import { perBlock } from './per-block.ts'
import { excerptOf, textBlocksOf } from '../document/text-blocks.ts'

/** What a building block left open: it would stand in the report as it is. */
export const leftToFillIn: Check = {
  id: 'left-to-fill-in',
  severity: 'error',
  holds: {
    nl: 'Alles wat bouwstenen open lieten is ingevuld.',
    en: 'Everything that building blocks left open is filled in.',
  },
  fails: {
    nl: 'Hier is nog iets in te vullen.',
    en: 'Here something is still to be filled in.',
  },
  advice: {
    nl: 'Vervang wat tussen ‹ en › staat, of haal de zin weg.',
    en: 'Replace what stands between ‹ and ›, or take the sentence away.',
  },
  source: 'Herkomst: building blocks',
  find: perBlock(({ block }) =>
    textBlocksOf(block).flatMap(({ id, text }) =>
      [...text.matchAll(toFillIn)].map(([open]) => ({ blockId: id, excerpt: excerptOf(open) })),
    ),
  ),
}
