import { CitationAttributes, type DocumentNode } from '#schemas/document.ts'
import type { Check } from './check.ts'
import { perBlock } from './per-block.ts'
import { excerptOf, textBlocksOf } from '../document/text-blocks.ts'

/**
 * Paragraphs that rest on one confidential source and nothing else: all that supports them is one item, and nobody outside can check it. Sources that
 * contradict or give context are no support. Who writes and who reviews must see it; it is no error: sometimes there is no other.
 */
export const onlyConfidential: Check = {
  id: 'only-confidential',
  severity: 'warning',
  holds: {
    nl: 'Geen alinea rust alleen op één vertrouwelijke bron.',
    en: 'No paragraph rests only on one confidential source.',
  },
  fails: {
    nl: 'Deze alinea rust alleen op één vertrouwelijke bron.',
    en: 'This paragraph rests only on one confidential source.',
  },
  advice: {
    nl: 'Zoek een tweede bron, of zeg in de tekst dat er geen andere is.',
    en: 'Look for a second source, or say in the text that there is no other.',
  },
  source: 'EUAA COI Report Methodology (2023): corroboration',
  find: perBlock(({ block }, { isConfidential }) =>
    textBlocksOf(block).flatMap(({ id, text, rests }) => {
      const [only, ...others] = new Set(rests.flatMap(({ node }) => supportOf(node)))
      return only !== undefined && others.length === 0 && isConfidential(only) ? [{ blockId: id, excerpt: excerptOf(text) }] : []
    }),
  ),
}

function supportOf(node: DocumentNode): string[] {
  const citation = node.type === 'citation' ? CitationAttributes.safeParse(node.attrs).data : undefined
  return citation?.support === 'supports' ? [citation.sourceItemId] : []
}
