import { NodeSelection, Selection, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { Change } from './changes.ts'

/** What a change put in, and after how many steps of the suggestion it was there. */
export type Put = { change: Change; step: number }

type Suggested = {
  before: EditorState
  change: Transaction
  /** The change as a suggestion. */
  suggested: Transaction
  changes: readonly Change[]
  put: readonly Put[]
  /** Whether words are being deleted forward; without it, by where the caret stood. */
  forward: boolean | undefined
}

/** The selection a change leads to, in the text with the suggestion: there what was taken away is still there. */
export function selectionAfter(given: Suggested): Selection {
  const { selection } = given.change
  const { doc } = given.suggested
  const at = (pos: number) => Math.min(placeOf(given, pos), doc.content.size)
  if (selection instanceof NodeSelection && doc.nodeAt(at(selection.from))) return NodeSelection.create(doc, at(selection.from))
  if (selection instanceof TextSelection)
    return TextSelection.between(doc.resolve(at(selection.anchor)), doc.resolve(at(selection.head)))
  return Selection.near(doc.resolve(at(selection.head)))
}

function placeOf({ before, suggested: { mapping }, changes, put, forward }: Suggested, pos: number): number {
  const here = changes.find(({ fromB, toB }) => fromB <= pos && pos <= toB)
  const came = here && put.find(({ change }) => change === here)
  if (came) return mapping.slice(came.step).map(here.toA + pos - here.fromB)
  if (here) {
    // Deleting forward goes on behind what was deleted; any other way it goes on before it.
    const behind = forward ?? (before.selection.empty && before.selection.from === here.fromA)
    return behind ? mapping.map(here.toA, 1) : mapping.map(here.fromA, -1)
  }
  const grown = changes.filter(({ toB }) => toB < pos).reduce((sum, it) => sum + it.toB - it.fromB - (it.toA - it.fromA), 0)
  return mapping.map(pos - grown)
}
