import { mergeAttributes, Node } from '@tiptap/core'
import { suggestionMarks } from './marks.ts'

const attribute = (name: string, fallback: string | null = null) => ({
  default: fallback,
  parseHTML: (element: HTMLElement) => element.getAttribute(name) ?? fallback,
  renderHTML: () => ({}),
})

/** Points from a sentence to a source item: where in it, whether it supports or contradicts, and the words quoted. Its number is never stored. */
export const Citation = Node.create({
  name: 'citation',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  addAttributes: () => ({
    sourceItemId: attribute('data-citation'),
    locator: attribute('data-locator', ''),
    support: attribute('data-support', 'supports'),
    quote: attribute('data-quote'),
  }),
  parseHTML: () => [{ tag: 'span[data-citation]' }],
  renderHTML: ({ node }) => [
    'span',
    mergeAttributes({
      'data-citation': node.attrs.sourceItemId,
      'data-locator': node.attrs.locator,
      'data-support': node.attrs.support,
      ...(node.attrs.quote ? { 'data-quote': node.attrs.quote } : {}),
    }),
  ],
  renderText: () => '',
})

/** An incident of the register, only ever together with its context card. */
export const Incident = Node.create({
  name: 'incident',
  group: 'block',
  atom: true,
  selectable: true,
  draggable: true,
  addAttributes: () => ({
    incidentId: attribute('data-incident'),
    contextCardId: attribute('data-context-card'),
  }),
  parseHTML: () => [{ tag: 'div[data-incident]' }],
  renderHTML: ({ node, HTMLAttributes }) => [
    'div',
    mergeAttributes(HTMLAttributes, { 'data-incident': node.attrs.incidentId, 'data-context-card': node.attrs.contextCardId }),
  ],
})

/** An incident named in a sentence: like the block, only ever together with its context card. */
export const IncidentMention = Node.create({
  name: 'incidentMention',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  addAttributes: () => ({
    incidentId: attribute('data-incident-mention'),
    contextCardId: attribute('data-context-card'),
  }),
  parseHTML: () => [{ tag: 'span[data-incident-mention]' }],
  renderHTML: ({ node }) => [
    'span',
    { 'data-incident-mention': node.attrs.incidentId as string, 'data-context-card': node.attrs.contextCardId as string },
  ],
  renderText: () => '',
})

/** A note that came along with text from elsewhere, as it was written there; its source is still to be found. */
export const FootnoteToMatch = Node.create({
  name: 'footnoteToMatch',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  addAttributes: () => ({ text: attribute('data-footnote-to-match') }),
  parseHTML: () => [{ tag: 'span[data-footnote-to-match]' }],
  renderHTML: ({ node }) => [
    'span',
    { 'data-footnote-to-match': node.attrs.text as string, class: 'footnote-to-match' },
    `[${String(node.attrs.text)}]`,
  ],
  renderText: ({ node }) => `[${String(node.attrs.text)}]`,
})

/** What a section still has to tell, put there for its writer: shown apart, and gone before the text goes to review. */
export const Guidance = Node.create({
  name: 'guidance',
  group: 'block',
  content: 'text*',
  marks: `${suggestionMarks} comment`,
  defining: true,
  parseHTML: () => [{ tag: 'div[data-guidance]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', mergeAttributes(HTMLAttributes, { 'data-guidance': '', class: 'guidance' }), 0],
})
