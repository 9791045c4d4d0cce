import { Fragment, Slice, type Node } from '@tiptap/pm/model'
import { TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { liftListItem, wrapInList } from '@tiptap/pm/schema-list'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkBlock, sectionSchema } from '#editor/document/schema.ts'
import { decided } from '#editor/suggestions/decide.ts'
import { isOnlySuggested } from '#editor/suggestions/faithful.ts'
import { suggest } from '#editor/suggestions/suggest.ts'
import { bold, byCommand, cite, commands, doc, h, incident, p, person, quote, start, table, ul, type Person } from './texts.ts'

const text = () =>
  doc(
    p('De wet kent ', bold('twee'), ' soorten dienst.', cite()),
    h('Praktijk'),
    p(),
    incident(),
    ul([p('een'), ul([p('een a')], [p('een b')])], [p('twee')], [p('drie', cite())]),
    quote(p('geciteerd'), p('en nog meer')),
    table([p('a'), p('b')], [p('c'), p('d')]),
    p('Het slot  van de tekst.'),
  )

const kinds = [
  'type',
  'type',
  'type',
  'enter',
  'backspace',
  'backspace',
  'delete',
  'remove',
  'replace',
  'bold',
  'paste',
  'heading',
  'kind',
  'cite',
  'incident',
  'wrap',
  'lift',
] as const
const edit = fc.record({
  kind: fc.constantFrom(...kinds),
  from: fc.nat(2000),
  to: fc.nat(2000),
  near: fc.boolean(),
  who: fc.constantFrom(0, 1, 2),
})
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never

const { nodes } = sectionSchema
const at = (state: EditorState, from: number, to: number): EditorState =>
  state.apply(state.tr.setSelection(TextSelection.between(state.doc.resolve(from), state.doc.resolve(to))))

/** The change somebody would make directly; null when there is none to make here. */
function direct(before: EditorState, { kind, from: a, to: b, near }: Edit): { state: EditorState; change: Transaction } | null {
  const size = before.doc.content.size
  const from = a % (size + 1)
  const to = near ? Math.min(size, from + (b % 6)) : b % (size + 1)
  const ranged = ['remove', 'replace', 'bold', 'paste'].includes(kind)
  const state = at(before, Math.min(from, to), ranged ? Math.max(from, to) : Math.min(from, to))
  const { tr, selection } = state
  const made = () => {
    switch (kind) {
      case 'type':
        return tr.insertText('xy')
      case 'replace':
        return tr.insertText('nieuw')
      case 'remove':
        return tr.deleteSelection()
      case 'paste':
        return tr.replaceSelection(new Slice(Fragment.from([p('geplakt'), p('stuk')]), 1, 1))
      case 'heading':
        return byCommand(state, (now, dispatch) => {
          const { $from } = now.selection
          if ($from.parent.type !== nodes.paragraph || !dispatch) return false
          dispatch(now.tr.setNodeMarkup($from.before(), nodes.heading!, { id: $from.parent.attrs.id as string, level: 3 }))
          return true
        })
      case 'kind':
        return selection.$from.parent.type === nodes.paragraph
          ? tr.setNodeAttribute(selection.$from.before(), 'kind', near ? 'gap' : 'synthesis')
          : null
      case 'cite':
        return tr.insert(selection.from, cite())
      case 'incident':
        return tr.insert(selection.$to.after(1), incident())
      case 'wrap':
        return byCommand(state, wrapInList(nodes.bulletList!))
      case 'lift':
        return byCommand(state, liftListItem(nodes.listItem!))
      default:
        return byCommand(state, commands[kind]!)
    }
  }
  try {
    const change = made()
    change?.doc.check()
    return change?.docChanged ? { state, change } : null
  } catch {
    // Some random changes ProseMirror cannot make itself.
    return null
  }
}

const withoutIds = (node: Node): Node =>
  node.isText
    ? node
    : node.type.create(
        { ...node.attrs, ...('id' in node.attrs && { id: null }) },
        Fragment.fromArray(node.children.map(withoutIds)),
        node.marks,
      )

/** What is written from left to right, whatever holds it. */
const words = (node: Node): string => node.textBetween(0, node.content.size, ' ', '°')

function sound(node: Node): void {
  node.check()
  node.forEach(checkBlock)
}

describe('any row of changes made as suggestions, by several people', () => {
  it('gives the text there was when all are turned down, and the changed text when all are taken over', () => {
    let [made, refused] = [0, 0]
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 30 }), (edits) => {
        const people = [person('a'), person('b'), person('c')]
        const original = text()
        let now = start(original)
        for (const it of edits) {
          const change = direct(now, it)
          if (!change) continue
          const who = people[it.who]!
          const suggestion = suggest(change.state, change.change, who)
          if (!suggestion) {
            refused++
            continue
          }
          made++
          const next = change.state.apply(suggestion)
          sound(next.doc)
          const over = decided(next.doc, 'accept')
          const wanted = decided(change.change.doc, 'accept')
          sound(over)
          // What is taken away over the border of a list leaves that border; the words are those of the change all the same.
          if (it.kind === 'remove' || it.kind === 'delete' || it.kind === 'backspace')
            expect(words(over).replace(/\s+/g, '')).toBe(words(wanted).replace(/\s+/g, ''))
          else expect(withoutIds(over).eq(withoutIds(wanted))).toBe(true)
          expect(isOnlySuggested(now.doc, next.doc, { isOwn: who.isOwn, isOwnThread: () => false })).toBe(true)
          now = next
        }
        expect(decided(now.doc, 'reject').eq(original)).toBe(true)
        onePersonAtATime(now.doc, original, people)
      }),
      { numRuns: Number(process.env.SUGGESTION_RUNS ?? 150) },
    )
    expect(made).toBeGreaterThan(refused)
  })
})

/** Turning down one after the other gives the same, in whatever order. */
function onePersonAtATime(node: Node, original: Node, people: Person[]): void {
  for (const order of [people, [...people].reverse()]) {
    const last = order.reduce((left, { isOwn }) => {
      const next = decided(left, 'reject', isOwn)
      sound(next)
      return next
    }, node)
    expect(last.eq(original)).toBe(true)
    sound(order.reduce((left, { isOwn }) => decided(left, 'accept', isOwn), node))
  }
}
