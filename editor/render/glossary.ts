import type { DocumentNode } from '#schemas/document.ts'
import { termsUsed } from '../glossary/glossary.ts'
import type { Printed } from './printed.ts'
import { words } from './words.ts'

/** Where a printed text explains a term: the anchor that its words link to. */
export const termAnchor = (key: string): string => `term-${key}`

/** A text that explains the glossary terms it uses, in a last section without a number; as it is where it uses none. */
export function withTerms(content: Printed): Printed {
  const { language, sections } = content
  const used = termsUsed(
    sections.map(({ document }) => document),
    language,
  )
  if (used.length === 0) return content
  const lines = used.map(({ key, [language]: { term, definition } }): DocumentNode => ({
    type: 'paragraph',
    attrs: { id: termAnchor(key), kind: 'fact' },
    content: [
      { type: 'text', text: term, marks: [{ type: 'bold' }] },
      { type: 'text', text: ` – ${definition}` },
    ],
  }))
  const explained = {
    ...{ id: 'glossary', number: '', title: words[language].glossary, path: [], asOf: null, approvedOn: null, questions: [] },
    document: { type: 'doc' as const, content: lines },
  }
  return { ...content, sections: [...sections, explained] }
}
