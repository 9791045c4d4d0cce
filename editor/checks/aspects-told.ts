import { aspects, type Aspect } from '#schemas/question-wording.ts'
import type { DocumentNode, SectionDocument } from '#schemas/document.ts'
import type { Language } from '#schemas/vocabulary.ts'
import { aspectsOf } from './question-wording/subjects.ts'
import { textBlocksOf } from '../document/text-blocks.ts'

/** Where a text first speaks of something; `gap`: only to say that it is not known. */
export type Told = { blockId: string | null; gap: boolean }
type InBlock = { aspect: Aspect; told: Told }[]

const known: Record<Language, WeakMap<DocumentNode, InBlock>> = { nl: new WeakMap(), en: new WeakMap() }

/**
 * Where a text speaks of law, policy, practice and protection (SR-28), by its words: whether that answers the question is for its reader. Headings only
 * announce and do not count.
 */
export function aspectsTold({ content }: SectionDocument, language: Language): Partial<Record<Aspect, Told>> {
  const all = content.flatMap((block) => inBlock(block, language))
  const first = (aspect: Aspect) => {
    const places = all.filter((it) => it.aspect === aspect)
    return (places.find(({ told }) => !told.gap) ?? places[0])?.told
  }
  return Object.fromEntries(aspects.flatMap((aspect) => [[aspect, first(aspect)]].filter(([, told]) => told)))
}

function inBlock(block: DocumentNode, language: Language): InBlock {
  const before = known[language].get(block)
  if (before) return before
  const found = textBlocksOf(block).flatMap(({ id, kind, text }) =>
    kind === null ? [] : aspectsOf(text, language).map((aspect) => ({ aspect, told: { blockId: id, gap: kind === 'gap' } })),
  )
  known[language].set(block, found)
  return found
}
