import { baseKeymap, chainCommands, deleteSelection, joinBackward, splitBlock, toggleMark } from '@tiptap/pm/commands'
import { splitListItem } from '@tiptap/pm/schema-list'
import type { Node } from '@tiptap/pm/model'
import { EditorState, NodeSelection, TextSelection, type Command, type Transaction } from '@tiptap/pm/state'
import { blockIdsPlugin } from '#editor/document/block-ids.ts'
import { sectionSchema } from '#editor/document/schema.ts'
import { suggest } from '#editor/suggestions/suggest.ts'

const { nodes, marks } = sectionSchema
let ids = 0
const id = () => `b${String(++ids).padStart(10, '0')}`

export const p = (...content: (string | Node)[]): Node => nodes.paragraph!.create({ id: id() }, inline(content))
export const h = (...content: (string | Node)[]): Node => nodes.heading!.create({ id: id(), level: 3 }, inline(content))
export const ul = (...items: Node[][]): Node =>
  nodes.bulletList!.create(
    { id: id() },
    items.map((content) => nodes.listItem!.create({ id: id() }, content)),
  )
export const quote = (...content: Node[]): Node => nodes.blockquote!.create({ id: id() }, content)
export const table = (...rows: Node[][]): Node =>
  nodes.table!.create(
    { id: id() },
    rows.map((cells) =>
      nodes.tableRow!.create(
        { id: id() },
        cells.map((content) => nodes.tableCell!.create({ id: id() }, content)),
      ),
    ),
  )
export const cite = (): Node =>
  nodes.citation!.create({ sourceItemId: '0b5ad9f3-6f6c-4a36-9d0a-2f5cf5ef3a01', locator: 'p. 3', support: 'supports' })
export const incident = (): Node =>
  nodes.incident!.create({
    id: id(),
    incidentId: '0b5ad9f3-6f6c-4a36-9d0a-2f5cf5ef3a02',
    contextCardId: '0b5ad9f3-6f6c-4a36-9d0a-2f5cf5ef3a03',
  })
export const bold = (text: string): Node => sectionSchema.text(text, [marks.bold!.create()])
export const doc = (...blocks: Node[]): Node => nodes.doc!.create(null, blocks)
const inline = (content: (string | Node)[]) => content.map((it) => (typeof it === 'string' ? sectionSchema.text(it) : it))

/** One who suggests: gives ids that are told apart from those of others. */
export function person(letter: string) {
  let made = 0
  const mine = new Set<string>()
  return {
    mine,
    isOwn: (it: string) => mine.has(it),
    newId: () => {
      const made_ = `${letter}0000000-0000-4000-8000-${String(++made).padStart(12, '0')}`
      mine.add(made_)
      return made_
    },
  }
}
export type Person = ReturnType<typeof person>

export const start = (text: Node): EditorState => EditorState.create({ doc: text, plugins: [blockIdsPlugin()] })

/** The text after a change as a suggestion; null where it cannot be one. */
export function suggested(state: EditorState, who: Person, change: (tr: Transaction) => Transaction): EditorState | null {
  const made = suggest(state, change(state.tr), who)
  return made && state.apply(made)
}

/** What a command does, as a transaction; null when it does nothing here. */
export function byCommand(state: EditorState, command: Command): Transaction | null {
  let made: Transaction | null = null
  command(state, (tr) => void (made = tr))
  return made
}

export const select = (state: EditorState, from: number, to = from): EditorState =>
  state.apply(state.tr.setSelection(TextSelection.between(state.doc.resolve(from), state.doc.resolve(to))))
export const selectNode = (state: EditorState, pos: number): EditorState =>
  state.apply(state.tr.setSelection(NodeSelection.create(state.doc, pos)))

export const commands: Record<string, Command> = {
  enter: chainCommands(splitListItem(nodes.listItem!), splitBlock),
  backspace: chainCommands(deleteSelection, oneBack, joinBackward),
  delete: chainCommands(deleteSelection, oneForward, baseKeymap['Delete']!),
  bold: toggleMark(marks.bold!),
}

function oneBack(state: EditorState, dispatch?: (tr: Transaction) => void): boolean {
  const { $from, empty } = state.selection
  if (!empty || $from.parentOffset === 0) return false
  dispatch?.(state.tr.delete($from.pos - 1, $from.pos))
  return true
}
function oneForward(state: EditorState, dispatch?: (tr: Transaction) => void): boolean {
  const { $from, empty } = state.selection
  if (!empty || $from.parentOffset === $from.parent.content.size) return false
  dispatch?.(state.tr.delete($from.pos, $from.pos + 1))
  return true
}

/** A text in one line: [-gone-], {+come+}, blocks by their first letters. */
export function shown(node: Node): string {
  const own = node.marks.map((mark) => mark.type.name)
  const wrap = (text: string) => {
    if (own.includes('deletion')) text = `[-${text}-]`
    if (own.includes('insertion')) text = `{+${text}+}`
    return own.includes('modification') ? `~${text}~` : text
  }
  if (node.isText) return wrap(own.includes('bold') ? `*${node.text!}*` : node.text!)
  if (node.isLeaf) return wrap(node.type.name === 'citation' ? '°' : `<${node.type.name}>`)
  const inside = node.children.map(shown).join('')
  const name = { doc: '', paragraph: 'p', heading: 'h', bulletList: 'ul', listItem: 'li' }[node.type.name] ?? node.type.name
  return name === '' ? inside : wrap(`${name}(${inside})`)
}
