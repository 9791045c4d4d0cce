import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { receiveTransaction } from 'prosemirror-collab'
import { describe, expect, it } from 'vitest'
import { collabPlugin } from '#editor/collaboration/co-writer.ts'
import { follow } from '#editor/history/follow.ts'
import { writerAt, writersNow, writersOfParagraph } from '#editor/history/who-wrote.ts'
import { paragraph, textOf } from './texts.ts'

const me = { authorId: 'me', from: 1, to: 1 }
const clientId = 'page-of-mine'

/** An open page on a text that a colleague wrote two words of. */
function anOpenPage() {
  const begin = textOf(paragraph('De wet stelt eisen.'), paragraph('Anders.'))
  const page = { state: EditorState.create({ doc: begin, plugins: [collabPlugin(0, { userId: 'me', clientId })] }) }
  const edit = (change: (tr: Transaction) => Transaction) => void (page.state = page.state.apply(change(page.state.tr)))
  const steps = page.state.tr.insertText('zeer strenge ', 14).steps
  page.state = page.state.apply(receiveTransaction(page.state, steps, ['colleague/page']))
  const { runs } = follow(begin, [{ step: steps[0]!, authorId: 'colleague', at: 0 }])
  return { page, edit, writers: { version: 1, runs } }
}

describe('who wrote the words in an open editor', () => {
  it('is what the server says, with what this page typed on top', () => {
    const { page, edit, writers } = anOpenPage()
    edit((tr) => tr.insertText('Ook ', 1).setSelection(TextSelection.create(tr.doc, 3)))
    const runs = writersNow(page.state, writers, me)!
    expect(writersOfParagraph(page.state, runs).map(({ words, by }) => [words, by?.authorId])).toEqual([
      ['Ook ', 'me'],
      ['De wet stelt ', undefined],
      ['zeer strenge ', 'colleague'],
      ['eisen.', undefined],
    ])
  })

  it('is asked anew when others wrote since', () => {
    const { page, writers } = anOpenPage()
    expect(writersNow(page.state, { ...writers, version: 0 }, me)).toBeNull()
  })

  it('is told for a place too, where there are words', () => {
    const { page, writers } = anOpenPage()
    const runs = writersNow(page.state, writers, me)!
    expect(writerAt(page.state, runs, 15)?.authorId).toBe('colleague')
    expect(writerAt(page.state, runs, 2)).toBeNull()
    for (const place of [-1, 0, 9000]) expect(writerAt(page.state, runs, place)).toBeUndefined()
  })
})
