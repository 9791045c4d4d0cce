import type { EditorState } from '@tiptap/pm/state'
import { getVersion, sendableSteps } from 'prosemirror-collab'
import { bornIn, Ledger, type Origin, type Run } from './ledger.ts'

/** Some words of a paragraph, by one person in one sitting; of nobody what was there before every change was kept. */
export type WrittenWords = { from: number; to: number; words: string; by: Origin | null }

/**
 * Who wrote the text as it stands in an open editor: what the server says of the version it has, and on top what this page typed since.
 * @param writers what the server says, and of which version. @returns null when that is another version than the editor is at.
 */
export function writersNow(
  state: EditorState,
  writers: { version: number; runs: readonly Run[] },
  own: Origin,
): readonly Run[] | null {
  if (writers.version !== getVersion(state)) return null
  const ledger = new Ledger(writers.runs, false)
  for (const step of sendableSteps(state)?.steps ?? []) {
    step.getMap().forEach((oldStart, oldEnd, newStart, newEnd) => {
      ledger.replace(newStart, oldEnd - oldStart, newEnd - newStart, own)
    })
  }
  return ledger.runs
}

/** Who wrote the words of the paragraph that the caret is in, in reading order. */
export function writersOfParagraph(state: EditorState, runs: readonly Run[]): WrittenWords[] {
  const { $from } = state.selection
  if (!$from.parent.isTextblock) return []
  const words: WrittenWords[] = []
  for (const { from, to, origin } of bornIn(runs)($from.start(), $from.end())) {
    words.push({ from, to, words: state.doc.textBetween(from, to, ' ', ' '), by: origin })
  }
  return words
}

/** Who wrote what stands at a place of the text: null for words from before every change was kept, undefined where there are no words. */
export function writerAt(state: EditorState, runs: readonly Run[], place: number): Origin | null | undefined {
  if (place < 0 || place >= state.doc.content.size || !state.doc.resolve(place).parent.isTextblock) return undefined
  return bornIn(runs)(place, place + 1)[0]?.origin
}
