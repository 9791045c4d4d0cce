import type { Check } from './check.ts'
import { perBlock } from './per-block.ts'
import { nodesOf } from '../document/read.ts'
import { excerptOf, textBlocksOf } from '../document/text-blocks.ts'

/** Template guidance that still stands in the text: with it a section cannot be submitted. */
export const guidanceLeft: Check = {
  id: 'guidance-left',
  severity: 'error',
  holds: {
    nl: 'Er staat geen aanwijzing meer in de tekst.',
    en: 'No guidance is left in the text.',
  },
  fails: {
    nl: 'Deze aanwijzing moet weg voor de beoordeling.',
    en: 'This guidance must be gone before review.',
  },
  advice: {
    nl: 'Haal de aanwijzing weg zodra de tekst zegt wat zij vraagt; met een aanwijzing kan de paragraaf niet worden ingediend.',
    en: 'Take the guidance away once the text says what it asks for; with guidance in it the section cannot be submitted.',
  },
  source: 'Herkomst: guidance',
  find: perBlock(({ block }) =>
    [block, ...nodesOf(block)].flatMap((node) =>
      node.type === 'guidance'
        ? [
            {
              blockId: typeof node.attrs?.id === 'string' ? node.attrs.id : null,
              excerpt: excerptOf(textBlocksOf(node)[0]?.text ?? ''),
            },
          ]
        : [],
    ),
  ),
}
