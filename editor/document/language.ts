import { Mark } from '@tiptap/core'

/** Words in another language than the text around them, so that they are read aloud and checked in it (WCAG 3.1.2). */
export const Language = Mark.create({
  name: 'language',
  addAttributes() {
    return { lang: { default: null, parseHTML: (element) => element.getAttribute('lang'), renderHTML: ({ lang }) => ({ lang }) } }
  },
  parseHTML: () => [{ tag: 'span[lang]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes, 0],
})
