import { Node } from '@tiptap/core'

/** An incident together with its context card: a block atom that never holds the one without the other (decision 5). */
export const Incident = Node.create({
  name: 'incident',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes() {
    return {
      incidentId: {
        default: null,
        parseHTML: (element) => element.getAttribute('data-incident-id'),
        renderHTML: ({ incidentId }) => ({ 'data-incident-id': incidentId }),
      },
      contextCardId: {
        default: null,
        parseHTML: (element) => element.getAttribute('data-context-card-id'),
        renderHTML: ({ contextCardId }) => ({ 'data-context-card-id': contextCardId }),
      },
    }
  },
  parseHTML: () => [{ tag: 'div[data-incident-id]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', HTMLAttributes],
})
