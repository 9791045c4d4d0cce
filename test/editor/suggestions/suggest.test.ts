import type { Node } from '@tiptap/pm/model'
import type { EditorState } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import { decided } from '#editor/suggestions/decide.ts'
import { suggest } from '#editor/suggestions/suggest.ts'
import {
  bold,
  byCommand,
  cite,
  commands,
  doc,
  incident,
  p,
  person,
  select,
  selectNode,
  shown,
  start,
  suggested,
  ul,
  type Person,
} from './texts.ts'

const press = (state: EditorState, who: Person, key: string): EditorState | null => {
  const change = byCommand(state, commands[key]!)
  if (!change) throw new Error(`${key} does nothing here`)
  const made = suggest(state, change, who)
  return made && state.apply(made)
}
const type = (state: EditorState, who: Person, text: string): EditorState =>
  [...text].reduce((now, letter) => suggested(now, who, (tr) => tr.insertText(letter))!, state)
const accepted = (state: EditorState): Node => decided(state.doc, 'accept')
const rejected = (state: EditorState): Node => decided(state.doc, 'reject')

describe('a change made as a suggestion', () => {
  it('marks what is typed, one suggestion for what is typed on end, and leaves the caret behind it', () => {
    const who = person('a')
    const before = select(start(doc(p('De wet geldt.'))), 7)
    const state = type(before, who, ' nu')
    expect(shown(state.doc)).toBe('p(De wet{+ nu+} geldt.)')
    expect(state.selection.from).toBe(10)
    expect(who.mine.size).toBe(1)
    expect(rejected(state).eq(before.doc)).toBe(true)
    expect(shown(accepted(state))).toBe('p(De wet nu geldt.)')
  })

  it('marks what is taken away and moves over it, back and forth', () => {
    const who = person('a')
    let state = select(start(doc(p('abcdef'))), 5)
    state = press(state, who, 'backspace')!
    state = press(state, who, 'backspace')!
    expect([shown(state.doc), state.selection.from]).toEqual(['p(ab[-cd-]ef)', 3])
    state = select(state, 5)
    state = press(state, who, 'delete')!
    expect([shown(state.doc), state.selection.from]).toEqual(['p(ab[-cde-]f)', 6])
    expect(who.mine.size).toBe(1)
  })

  it('shows a replacement as what goes before what comes, and is one suggestion', () => {
    const who = person('a')
    let state = suggested(select(start(doc(p('Het was koud.'))), 9, 13), who, (tr) => tr.insertText('w'))!
    state = type(state, who, 'arm')
    expect(shown(state.doc)).toBe('p(Het was [-koud-]{+warm+}.)')
    expect(who.mine.size).toBe(1)
    expect(shown(accepted(state))).toBe('p(Het was warm.)')
  })

  it('simply changes what one suggested oneself, and marks what another suggested', () => {
    const [anna, bert] = [person('a'), person('b')]
    let state = type(select(start(doc(p('een'))), 4), anna, ' twee')
    state = press(state, anna, 'backspace')!
    expect(shown(state.doc)).toBe('p(een{+ twe+})')
    state = press(state, bert, 'backspace')!
    expect(shown(state.doc)).toBe('p(een{+ tw+}{+[-e-]+})')
    const without = (mine: Set<string>, decision: 'accept' | 'reject') =>
      shown(decided(state.doc, decision, (id) => mine.has(id)))
    expect(without(anna.mine, 'reject')).toBe('p(een)')
    expect(without(anna.mine, 'accept')).toBe('p(een tw[-e-])')
    expect(without(bert.mine, 'accept')).toBe('p(een{+ tw+})')
    expect(without(bert.mine, 'reject')).toBe('p(een{+ twe+})')
  })

  it('splits a paragraph, and joins it again when the split is turned down', () => {
    const who = person('a')
    const before = select(start(doc(p('een twee'))), 5)
    const state = type(press(before, who, 'enter')!, who, 'x ')
    expect(shown(state.doc)).toBe('p(een ){+p({+x +}twee)+}')
    expect(rejected(state).eq(before.doc)).toBe(true)
    expect(shown(accepted(state))).toBe('p(een )p(x twee)')
    const undone = press(select(state, 7), who, 'backspace')!
    expect(shown(undone.doc), 'joining one’s own split takes it back').toBe('p(een {+x +}twee)')
  })

  it('splits before the first word without the words becoming new', () => {
    const who = person('a')
    const before = select(start(doc(p('nul'), p('een'))), 6)
    const state = press(before, who, 'enter')!
    expect(shown(state.doc)).toBe('p(nul){+p()+}p(een)')
    expect(state.doc.child(2).attrs.id).toBe(before.doc.child(1).attrs.id)
    expect(state.selection.from).toBe(8)
    expect(rejected(state).eq(before.doc)).toBe(true)
  })

  it('joins paragraphs, and keeps both when that is turned down', () => {
    const who = person('a')
    const before = select(start(doc(p('een'), p('twee'))), 6)
    const state = press(before, who, 'backspace')!
    expect(shown(state.doc)).toBe('p(een)[-p(twee)-]')
    expect(shown(accepted(state))).toBe('p(eentwee)')
    expect(rejected(state).eq(before.doc)).toBe(true)
  })

  it('takes away over paragraphs, incidents included', () => {
    const who = person('a')
    const before = select(start(doc(p('een'), incident(), p('twee'), p('drie'))), 2, 15)
    const state = suggested(before, who, (tr) => tr.deleteSelection())!
    expect(shown(state.doc)).toBe('p(e[-en-])[-<incident>-][-p([-twee-])-][-p([-dr-]ie)-]')
    expect(shown(accepted(state))).toBe('p(eie)')
    expect(rejected(state).eq(before.doc)).toBe(true)
  })

  it('puts in and takes out citations and incidents', () => {
    const who = person('a')
    const before = select(start(doc(p('een', cite()), incident())), 2)
    let state = suggested(before, who, (tr) => tr.replaceSelectionWith(cite(), false))!
    state = suggested(selectNode(state, 7), who, (tr) => tr.deleteSelection())!
    expect(shown(state.doc)).toBe('p(e{+°+}en°)[-<incident>-]')
    expect(shown(accepted(state))).toBe('p(e°en°)')
    expect(rejected(state).eq(before.doc)).toBe(true)
  })

  it('makes words bold and a paragraph a heading or another kind', () => {
    const who = person('a')
    const before = select(start(doc(p('een ', bold('twee'), ' drie'), p('vier'))), 3, 5)
    let state = press(before, who, 'bold')!
    expect(shown(state.doc)).toBe('p(ee[-n-]{+*n*+} *twee* drie)p(vier)')
    state = suggested(state, who, (tr) =>
      tr.setNodeMarkup(0, state.schema.nodes.heading!, { ...state.doc.child(0).attrs, level: 3 }),
    )!
    state = suggested(state, who, (tr) => tr.setNodeAttribute(state.doc.child(0).nodeSize, 'kind', 'gap'))!
    expect(shown(state.doc)).toBe('~h(ee[-n-]{+*n*+} *twee* drie)~~p(vier)~')
    expect(state.doc.child(1).attrs.kind).toBe('gap')
    expect(shown(accepted(state))).toBe('h(ee*n* *twee* drie)p(vier)')
    expect(rejected(state).eq(before.doc)).toBe(true)
    const again = suggested(state, who, (tr) => tr.setNodeAttribute(state.doc.child(0).nodeSize, 'kind', 'fact'))!
    expect(shown(again.doc), 'what is again what it was is no suggestion').toMatch(/p\(vier\)$/)
  })

  it('adds items to a list and takes them out, and refuses to change what stands in a list', () => {
    const who = person('a')
    const before = select(start(doc(p('nul'), ul([p('een')], [p('twee')]))), 11)
    let state = type(press(before, who, 'enter')!, who, 'nieuw')
    expect(shown(state.doc)).toBe('p(nul)ul(li(p(een)){+li({+p({+nieuw+})+})+}li(p(twee)))')
    expect(rejected(state).eq(before.doc)).toBe(true)
    expect(shown(accepted(state))).toBe('p(nul)ul(li(p(een))li(p(nieuw))li(p(twee)))')
    state = select(before, 10)
    state = press(state, who, 'enter')!
    expect(shown(state.doc)).toBe('p(nul)ul(li(p(ee)){+li({+p(n)+})+}li(p(twee)))')
    expect(rejected(state).eq(before.doc)).toBe(true)
    expect(press(select(before, 8), who, 'backspace') === null).toBe(true)
  })

  it('takes away words over the border of a list, and leaves the list', () => {
    const who = person('a')
    const before = select(start(doc(p('nul'), ul([p('een')], [p('twee')]))), 2, 9)
    const state = suggested(before, who, (tr) => tr.deleteSelection())!
    expect(shown(state.doc)).toBe('p(n[-ul-])ul(li(p([-e-]en))li(p(twee)))')
    expect(rejected(state).eq(before.doc)).toBe(true)
  })

  it('never leaves a text without a block', () => {
    const who = person('a')
    const before = start(doc(p('een'), p('twee')))
    const state = suggested(before, who, (tr) => tr.delete(1, 10).deleteRange(0, 2))!
    expect(shown(accepted(state))).toBe('p()')
    expect(rejected(state).eq(before.doc)).toBe(true)
  })

  it('leaves every space and sign that was there', () => {
    const who = person('a')
    const before = select(start(doc(p('a  b'))), 3)
    const state = type(before, who, 'x')
    expect(rejected(state).eq(before.doc)).toBe(true)
    expect(JSON.stringify(state.doc)).not.toContain('\u200b')
  })
})
