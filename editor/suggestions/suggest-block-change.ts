import type { Node } from '@tiptap/pm/model'
import type { Transform } from '@tiptap/pm/transform'
import { aspectOf, idOf, modification, modificationsOf } from './marks.ts'

type BlockChange = {
  before: Node
  after: Node
  /** Of the suggestion; null where the block is one's own suggestion, and simply becomes what it becomes. */
  id: string | null
  isOwn: (id: string) => boolean
}

/** Another kind of block, or other attributes: the block becomes what it is to become and says what it was. Its id stays. */
export function suggestBlockChange(tr: Transform, pos: number, { before, after, id, isOwn }: BlockChange): void {
  const attrs = { ...after.attrs, ...('id' in after.attrs && { id: before.attrs.id as unknown }) }
  if (before.type !== after.type) {
    const was = { type: before.type.name, attrs: before.attrs }
    const is = { type: after.type.name, attrs }
    tr.setNodeMarkup(pos, after.type, attrs, before.marks)
    if (id !== null) note(tr, pos, { id, type: 'nodeType', attrName: null, previousValue: was, newValue: is }, isOwn)
    return
  }
  for (const [attrName, newValue] of Object.entries(attrs)) {
    const previousValue = before.attrs[attrName] as unknown
    if (JSON.stringify(previousValue) === JSON.stringify(newValue)) continue
    tr.setNodeAttribute(pos, attrName, newValue)
    if (id !== null) note(tr, pos, { id, type: 'attr', attrName, previousValue, newValue }, isOwn)
  }
}

/** What one suggests to change twice is one suggestion, from what it was to what it is now; none when it is again what it was. */
function note(tr: Transform, pos: number, attrs: Parameters<typeof modification>[1], isOwn: (id: string) => boolean): void {
  const node = tr.doc.nodeAt(pos)!
  const mark = modification(node, attrs)
  const last = modificationsOf(node)
    .filter((it) => aspectOf(it) === aspectOf(mark))
    .at(-1)
  if (!last || !isOwn(idOf(last))) return void tr.addNodeMark(pos, mark)
  tr.removeNodeMark(pos, last)
  const { previousValue } = last.attrs as { previousValue: unknown }
  if (JSON.stringify(previousValue) !== JSON.stringify(attrs.newValue))
    tr.addNodeMark(pos, modification(node, { ...attrs, id: idOf(last), previousValue }))
}
