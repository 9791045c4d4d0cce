import { Node } from '@tiptap/core'

/** Where a statement rests: an inline atom. Its number is computed when rendering, never stored. */
export const Citation = Node.create({
  name: 'citation',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes() {
    const attribute = (name: string, fallback: string | null) => ({
      default: fallback,
      parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name}`) ?? fallback,
      renderHTML: (attributes: Record<string, unknown>) => ({ [`data-${name}`]: attributes[camel(name)] }),
    })
    return {
      sourceItemId: attribute('source-item-id', null),
      locator: attribute('locator', ''),
      support: attribute('support', 'supports'),
      quote: attribute('quote', null),
    }
  },
  parseHTML: () => [{ tag: 'span[data-source-item-id]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes],
})

const camel = (name: string) => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
