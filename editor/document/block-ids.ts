import { Extension } from '@tiptap/core'
import { Fragment, Slice, type Node as ProseMirrorNode } from '@tiptap/pm/model'
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'
import { Mapping } from '@tiptap/pm/transform'
import { ParagraphKind } from '#schemas/vocabulary.ts'

/** Every block that carries a stable id (schemas/document.ts). */
export const blockTypes = [
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'table',
  'tableRow',
  'tableHeader',
  'tableCell',
  'blockquote',
  'incident',
  'guidance',
] as const

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** A new block id: `b` and ten random letters or digits (36^10: two equal ones in a report are not to be expected, and are mended when met). */
export function newBlockId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(20))
  // 252 is the largest multiple of 36 in a byte: bytes above it would favour the first letters.
  const usable = [...bytes].filter((byte) => byte < 252).slice(0, 10)
  return usable.length === 10 ? `b${usable.map((byte) => letters[byte % 36]).join('')}` : newBlockId()
}

type Block = { pos: number; node: ProseMirrorNode }
const isBlock = (node: ProseMirrorNode) => (blockTypes as readonly string[]).includes(node.type.name)

function blocksOf(doc: ProseMirrorNode): Block[] {
  const blocks: Block[] = []
  doc.descendants((node, pos) => {
    if (isBlock(node)) blocks.push({ pos, node })
    return !node.isTextblock
  })
  return blocks
}

/**
 * Which of the blocks with one id keeps it. The one that stands where the block stood before, unless splitting at its start left that one empty:
 * then the one its words went to. Without a before, the first.
 */
function keeper(same: Block[], stoodAt: number | undefined): Block {
  const before = same.find((block) => block.pos === stoodAt) ?? same[0]!
  if (before.node.isTextblock && before.node.content.size === 0) {
    return same.find((block) => block.pos > before.pos && block.node.content.size > 0) ?? before
  }
  return before
}

/** Keeps block ids unique and stable as a document is edited. */
export const blockIdsPlugin = () =>
  new Plugin({
    key: new PluginKey('blockIds'),
    appendTransaction: (transactions, before, state) =>
      transactions.some((transaction) => transaction.docChanged && !onlyOthers(transaction))
        ? mendBlockIds(transactions, before, state)
        : null,
    props: {
      // What is pasted may come from another section of the report, which keeps its ids; what is dragged inside this one keeps its own.
      transformPasted: (slice, view) =>
        view.dragging ? slice : new Slice(withoutIds(slice.content), slice.openStart, slice.openEnd),
    },
  })

/**
 * What others wrote, with nothing of one's own to put on top: they mended it already. Would every page mend it, each would give other ids.
 * `rebased` is what prosemirror-collab says of steps it took in: how many of one's own it moved.
 */
const onlyOthers = (transaction: Transaction): boolean => transaction.getMeta('rebased') === 0

/** The same blocks without their ids: new ones are given when they are in the document. */
export function withoutIds(fragment: Fragment): Fragment {
  const nodes: ProseMirrorNode[] = []
  fragment.forEach((node) => {
    if (node.isText) nodes.push(node)
    else if (!isBlock(node)) nodes.push(node.copy(withoutIds(node.content)))
    else nodes.push(node.type.create({ ...node.attrs, id: null }, withoutIds(node.content), node.marks))
  })
  return Fragment.from(nodes)
}

/** Gives ids to blocks without one and new ids to all but one of those that share one. @returns null when nothing was wrong. */
function mendBlockIds(transactions: readonly Transaction[], before: EditorState, state: EditorState): Transaction | null {
  const byId = new Map<string, Block[]>()
  const wrong: Block[] = []
  for (const block of blocksOf(state.doc)) {
    const id = block.node.attrs.id as string | null
    if (!id) wrong.push(block)
    else if (byId.has(id)) byId.get(id)!.push(block)
    else byId.set(id, [block])
  }
  const doubled = [...byId].filter(([, same]) => same.length > 1)
  if (wrong.length === 0 && doubled.length === 0) return null

  const stoodAt = new Map<string, number>()
  if (doubled.length > 0) {
    const mapping = new Mapping(transactions.flatMap((transaction) => transaction.mapping.maps))
    for (const { node, pos } of blocksOf(before.doc)) {
      const mapped = mapping.mapResult(pos, 1)
      if (byId.has(node.attrs.id) && !mapped.deletedAfter) stoodAt.set(node.attrs.id, mapped.pos)
    }
  }
  for (const [id, same] of doubled) {
    const kept = keeper(same, stoodAt.get(id))
    wrong.push(...same.filter((block) => block !== kept))
  }
  const mended = state.tr
  for (const { pos } of wrong) mended.setNodeAttribute(pos, 'id', newBlockId())
  return mended.setStoredMarks(state.storedMarks)
}

/**
 * Stable ids on blocks and the kind of a paragraph. A block keeps its id through every edit; only a block that is new (typed, split off, pasted)
 * gets a new one.
 */
export const BlockIds = Extension.create({
  name: 'blockIds',
  priority: 10_000,
  addGlobalAttributes: () => [
    {
      types: [...blockTypes],
      attributes: {
        id: {
          default: null,
          keepOnSplit: true,
          parseHTML: (element) => element.getAttribute('data-id'),
          renderHTML: ({ id }) => (id ? { 'data-id': id } : {}),
        },
      },
    },
    {
      types: ['paragraph'],
      attributes: {
        kind: {
          default: 'fact',
          keepOnSplit: true,
          parseHTML: (element) => ParagraphKind.catch('fact').parse(element.getAttribute('data-kind')),
          renderHTML: ({ kind }) => ({ 'data-kind': kind }),
        },
      },
    },
  ],
  addProseMirrorPlugins: () => [blockIdsPlugin()],
})
