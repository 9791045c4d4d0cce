import { CitationAttributes, type DocumentNode, type SectionDocument } from '#schemas/document.ts'
import type { CitationSupport, Language } from '#schemas/vocabulary.ts'
import { inlineTypes } from './read.ts'

/** A sentence with the citation after it. */
export type CitingSentence = {
  /** Of the block it stands in; null where that was stored without one. */
  blockId: string | null
  text: string
  sourceItemId: string
  support: CitationSupport
  locator: string
}

const segmenters = new Map<Language, Intl.Segmenter>()

/**
 * The sentences that rest on these items, in reading order. A citation belongs to the sentence before it, also when it stands after the full stop;
 * at the beginning of a block to the first. A sentence that cites an item twice for the same purpose comes once.
 */
export function sentencesCiting(document: SectionDocument, itemIds: ReadonlySet<string>, language: Language): CitingSentence[] {
  const found: CitingSentence[] = []
  const visit = (node: DocumentNode, around: string | null) => {
    const id = typeof node.attrs?.id === 'string' ? node.attrs.id : around
    const content = node.content ?? []
    if (content.some((child) => inlineTypes.has(child.type))) found.push(...inBlock(content, id, itemIds, language))
    for (const child of content) if (!inlineTypes.has(child.type)) visit(child, id)
  }
  for (const block of document.content) visit(block, null)
  return found
}

function inBlock(content: readonly DocumentNode[], blockId: string | null, itemIds: ReadonlySet<string>, language: Language) {
  let text = ''
  const citations: { at: number; citation: CitationAttributes }[] = []
  for (const node of content) {
    if (node.type === 'text') text += node.text ?? ''
    else if (node.type === 'hardBreak') text += ' '
    else if (node.type === 'citation') {
      const citation = CitationAttributes.safeParse(node.attrs)
      if (citation.success && itemIds.has(citation.data.sourceItemId))
        citations.push({ at: text.length, citation: citation.data })
    }
  }
  if (citations.length === 0) return []
  const sentences = [...segmenterOf(language).segment(text)]
  const seen = new Set<string>()
  return citations.flatMap(({ at, citation: { sourceItemId, support, locator } }): CitingSentence[] => {
    const place = sentences.findLastIndex(({ index }) => index <= Math.max(0, at - 1))
    const key = [place, sourceItemId, support].join(' ')
    if (seen.has(key)) return []
    seen.add(key)
    return [{ blockId, text: sentences[place]?.segment.trim() ?? '', sourceItemId, support, locator }]
  })
}

function segmenterOf(language: Language): Intl.Segmenter {
  const known = segmenters.get(language)
  if (known) return known
  const made = new Intl.Segmenter(language, { granularity: 'sentence' })
  segmenters.set(language, made)
  return made
}
