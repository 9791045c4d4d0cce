import BaseParagraph from '@tiptap/extension-paragraph'
import { ParagraphKind } from '#schemas/vocabulary.ts'

/** A paragraph with what it is: synthesis, fact, quotation, or a statement of what is not known. */
export const Paragraph = BaseParagraph.extend({
  addAttributes() {
    return {
      kind: {
        default: 'fact',
        parseHTML: (element) => ParagraphKind.catch('fact').parse(element.getAttribute('data-kind')),
        renderHTML: ({ kind }) => ({ 'data-kind': kind }),
      },
    }
  },
})
