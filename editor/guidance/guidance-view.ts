import { Guidance } from '../document/nodes.ts'
import type { EditorTexts } from '../ui/texts.ts'
import { guidanceAtCaret, takeOut } from './guidance.ts'

/** Guidance told apart from the text in sight and in name, with a key to take it away; Backspace at its beginning does so too. */
export const guidanceWithView = (text: Pick<EditorTexts, 'guidance' | 'removeGuidance'>) =>
  Guidance.extend({
    addKeyboardShortcuts: () => ({
      Backspace: ({ editor }) => {
        const found = guidanceAtCaret(editor.state)
        if (!found) return false
        const { tr } = editor.state
        takeOut(tr, found.node, found.at)
        editor.view.dispatch(tr.scrollIntoView())
        return true
      },
    }),
    addNodeView:
      () =>
      ({ node: first, view, getPos }) => {
        let node = first
        const dom = document.createElement('div')
        dom.className = 'guidance'
        dom.setAttribute('role', 'note')
        dom.setAttribute('aria-label', text.guidance)
        const label = document.createElement('span')
        label.className = 'guidance-label'
        label.contentEditable = 'false'
        label.setAttribute('aria-hidden', 'true')
        label.textContent = text.guidance
        const contentDOM = document.createElement('p')
        const remove = document.createElement('button')
        remove.type = 'button'
        remove.contentEditable = 'false'
        remove.className = 'link-button'
        remove.textContent = text.removeGuidance
        remove.addEventListener('click', () => {
          const at = getPos()
          if (at === undefined || !view.editable) return
          const { tr } = view.state
          takeOut(tr, node, at)
          view.dispatch(tr)
          view.focus()
        })
        dom.append(label, contentDOM, remove)
        const named = () => {
          if (node.attrs.id) dom.dataset.id = String(node.attrs.id)
        }
        named()
        return {
          dom,
          contentDOM,
          update: (next) => {
            if (next.type !== node.type) return false
            node = next
            named()
            return true
          },
          stopEvent: ({ target }) => target === remove,
          ignoreMutation: ({ target }) => !contentDOM.contains(target),
        }
      },
  })
