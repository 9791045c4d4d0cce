import type { NodeViewRenderer } from '@tiptap/core'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { Citation, Incident, IncidentMention } from '../document/nodes.ts'
import type { Lookup } from './lookup.ts'
import type { EditorTexts } from './texts.ts'

/** Plain DOM, no React: a section can hold hundreds of citations, and typing must not wait for them. */
const view =
  (make: () => HTMLElement, draw: (element: HTMLElement, node: ProseMirrorNode) => void, lookup: Lookup): NodeViewRenderer =>
  ({ node: first }) => {
    let node = first
    const dom = make()
    const redraw = () => draw(dom, node)
    const end = lookup.subscribe(redraw)
    redraw()
    return {
      dom,
      ignoreMutation: () => true,
      update: (next) => {
        if (next.type !== node.type) return false
        node = next
        redraw()
        return true
      },
      destroy: end,
    }
  }

function element(tag: string, className: string, text?: string): HTMLElement {
  const made = document.createElement(tag)
  made.className = className
  if (text !== undefined) made.textContent = text
  return made
}

/** The citation node shown as "[SOHR 2019, p. 3]". */
export const citationWithView = (lookup: Lookup, text: EditorTexts) =>
  Citation.extend({
    addNodeView: () =>
      view(
        () => element('span', 'cited'),
        (dom, node) => {
          const face = lookup.citation(node.attrs.sourceItemId)
          const locator = node.attrs.locator ? `, ${node.attrs.locator}` : ''
          dom.textContent = `[${face?.label ?? text.unknownSource}${locator}]`
          dom.title = `${face?.title ?? text.unknownSource}${locator}`
          dom.dataset.support = node.attrs.support
        },
        lookup,
      ),
  })

/** An incident in a sentence shown as "[12 maart 2019 · Homs]"; what it is against the whole is said with it. */
export const mentionWithView = (lookup: Lookup, text: EditorTexts) =>
  IncidentMention.extend({
    addNodeView: () =>
      view(
        () => element('span', 'cited'),
        (dom, node) => {
          const face = lookup.incident(node.attrs.contextCardId)
          dom.textContent = `[${face?.line ?? text.unknownIncident}]`
          dom.title = face?.whole ?? ''
        },
        lookup,
      ),
  })

/** The incident node shown as a card: what, where, when, and what it is against the whole. */
export const incidentWithView = (lookup: Lookup, text: EditorTexts) =>
  Incident.extend({
    addNodeView: () =>
      view(
        () => element('div', 'incident-card'),
        (dom, node) => {
          dom.dataset.id = node.attrs.id
          const face = lookup.incident(node.attrs.contextCardId)
          dom.replaceChildren(
            element('span', 'incident-card-title', text.incidentInContext),
            element('span', 'incident-card-line', face?.line ?? text.unknownIncident),
            ...(face ? [element('span', 'incident-card-whole', face.whole)] : []),
            ...(face?.note ? [element('span', 'incident-card-note', face.note)] : []),
          )
        },
        lookup,
      ),
  })
