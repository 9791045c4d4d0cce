import { baseKeymap } from '@tiptap/pm/commands'
import { history } from '@tiptap/pm/history'
import { keymap } from '@tiptap/pm/keymap'
import type { Node } from '@tiptap/pm/model'
import { EditorState } from '@tiptap/pm/state'
import { EditorView } from '@tiptap/pm/view'
import { sectionSchema } from '#editor/document/schema.ts'
import type { SectionDocument } from '#schemas/document.ts'

/** ProseMirror and nothing else, for the measurement's bare page: the same schema, plain views of citations and incidents, the usual keys and undo. */
const view = (tag: string, say: (node: Node) => string) => (node: Node) => {
  const dom = document.createElement(tag)
  dom.textContent = say(node)
  return { dom }
}

const text = JSON.parse(document.getElementById('text')!.textContent!) as SectionDocument
new EditorView(document.getElementById('editor'), {
  state: EditorState.create({ doc: sectionSchema.nodeFromJSON(text), plugins: [history(), keymap(baseKeymap)] }),
  nodeViews: {
    citation: view('span', (node) => `[bron, ${node.attrs.locator as string}]`),
    incident: view('div', () => 'Incident in context'),
  },
})
