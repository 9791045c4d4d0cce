import { Mark, mergeAttributes, Node } from '@tiptap/core'

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

/** Words in another language than the report's, so that a screen reader pronounces them and hyphenation leaves them alone. */
export const LanguageMark = Mark.create({
  name: 'language',
  addAttributes: () => ({ lang: { default: null, parseHTML: (element) => element.getAttribute('lang') } }),
  parseHTML: () => [{ tag: 'span[lang]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes, 0],
})
