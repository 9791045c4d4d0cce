import { Mark } from '@tiptap/core'
import { TermKey } from '#schemas/document.ts'

/** Words in another language than the report's, so that a screen reader pronounces them and hyphenation leaves them alone. */
export const LanguageMark = Mark.create({
  name: 'language',
  addAttributes: () => ({ lang: { default: null, parseHTML: (element) => element.getAttribute('lang') } }),
  parseHTML: () => [{ tag: 'span[lang]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes, 0],
})

/** Words that are explained in the glossary, by the key of their entry. */
export const Term = Mark.create({
  name: 'term',
  inclusive: false,
  addAttributes: () => ({ key: { default: null, parseHTML: (element) => element.getAttribute('data-term') } }),
  // What is pasted can hold anything: a text with a key that is none would be refused.
  parseHTML: () => [
    { tag: 'span[data-term]', getAttrs: (span) => TermKey.safeParse(span.getAttribute('data-term')).success && null },
  ],
  renderHTML: ({ mark }) => ['span', { 'data-term': mark.attrs.key as string }, 0],
})

/** What a thread of comments is about. Several threads can be about the same words. */
const Comment = Mark.create({
  name: 'comment',
  inclusive: false,
  excludes: '',
  addAttributes: () => ({ threadId: { default: null, parseHTML: (element) => element.getAttribute('data-comment') } }),
  parseHTML: () => [{ tag: '[data-comment]' }],
  renderHTML: ({ mark }) => ['mark', { 'data-comment': mark.attrs.threadId as string, class: 'commented' }, 0],
})

/** What the public does not get to read, by the ground of the Woo. */
const Redaction = Mark.create({
  name: 'redaction',
  inclusive: false,
  addAttributes: () => ({ ground: { default: null, parseHTML: (element) => element.getAttribute('data-redaction') } }),
  parseHTML: () => [{ tag: 'span[data-redaction]' }],
  renderHTML: ({ mark }) => ['span', { 'data-redaction': mark.attrs.ground as string }, 0],
})

/** The marks of what somebody suggests; they stand on text and on blocks. */
export const suggestionMarks = 'insertion deletion modification'

// Pasted marks would claim to be somebody's suggestion: they are read from no HTML. What one suggests in another's insertion can be a deletion as well,
// so that those two stand together.
const suggestion = (name: 'insertion' | 'deletion', tag: 'ins' | 'del') =>
  Mark.create({
    name,
    inclusive: false,
    addAttributes: () => ({ id: { default: null } }),
    renderHTML: ({ mark }) => [tag, { 'data-suggestion': mark.attrs.id as string }, 0],
  })

const Modification = Mark.create({
  name: 'modification',
  inclusive: false,
  excludes: '',
  addAttributes: () => ({
    id: { default: null },
    type: { default: null },
    attrName: { default: null },
    previousValue: { default: null },
    newValue: { default: null },
  }),
  renderHTML: ({ mark }) => [
    'div',
    { 'data-suggestion': mark.attrs.id as string, 'data-modification': mark.attrs.type as string },
    0,
  ],
})

/** The marks that are about a text rather than a part of it. */
export const aboutText = [Comment, Redaction, suggestion('insertion', 'ins'), suggestion('deletion', 'del'), Modification]
