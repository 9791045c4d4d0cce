import { EditorState, type Transaction } from '@tiptap/pm/state'
import { blockIdsPlugin } from '../document/block-ids.ts'
import { sectionSchema } from '../document/schema.ts'
import type { SectionDocument } from '#schemas/document.ts'
import { stepOf } from './authority.ts'
import { CoWriter, collabPlugin, type Pending, type Ways, type WriteState } from './co-writer.ts'

/** What became of steps that a closed page left behind. */
export type Recovered =
  /** They are in the text. */
  | { kind: 'sent' }
  /** The server keeps the text with them beside the section. */
  | { kind: 'closed' }
  /** They cannot be put into the text by themselves: this is the text as its writer had it, as far as it can be made out. */
  | { kind: 'apart'; document: SectionDocument }
  /** Not now: they stay where they are. */
  | { kind: 'later' }

/**
 * Sends steps that a page left behind when it was closed or the machine went down: on the text they were made on, over what others wrote since.
 * @param base the text at `pending.version`. @param ways how to reach the server; `keep` and `onState` are not asked of the caller.
 */
export async function recover(
  pending: Pending,
  base: SectionDocument,
  userId: string,
  ways: Pick<Ways, 'send' | 'missed'>,
): Promise<Recovered> {
  const writer = { userId, clientId: pending.clientId }
  let state = EditorState.create({
    doc: sectionSchema.nodeFromJSON(base),
    plugins: [blockIdsPlugin(), collabPlugin(pending.version, writer)],
  })
  const text = () => state.doc.toJSON() as SectionDocument
  try {
    const transaction = state.tr
    for (const step of pending.steps) transaction.step(stepOf(step))
    state = state.apply(transaction)
  } catch {
    return { kind: 'apart', document: text() }
  }
  const whole = text()
  let lost: SectionDocument | undefined
  return new Promise((resolve) => {
    const end = (outcome: Recovered) => {
      coWriter.stop()
      resolve(outcome)
    }
    const heard = (next: WriteState) => {
      if (next.kind === 'saved') end(lost ? { kind: 'apart', document: lost } : { kind: 'sent' })
      else if (next.kind === 'closed') end({ kind: 'closed' })
      else if (next.kind === 'refused') end({ kind: 'apart', document: whole })
      else if (next.kind !== 'saving') end({ kind: 'later' })
    }
    const coWriter = new CoWriter(
      {
        get state() {
          return state
        },
        dispatch: (transaction: Transaction) => void (state = state.apply(transaction)),
      },
      writer,
      { ...ways, keep: () => {}, onState: heard, onLost: (document) => (lost = document) },
    )
    if (!coWriter.dirty) return end({ kind: 'sent' })
    coWriter.changed()
  })
}
