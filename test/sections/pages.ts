import { EditorState, type Transaction } from '@tiptap/pm/state'
import { CoWriter, collabPlugin, type Pending, type SendAnswer, type WriteState } from '#editor/collaboration/co-writer.ts'
import { blockIdsPlugin } from '#editor/document/block-ids.ts'
import { sectionSchema } from '#editor/document/schema.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { appendSteps } from '#app/services/sections/append-steps.server.ts'
import { readSteps } from '#app/services/sections/read-steps.server.ts'
import { readText } from '#app/services/sections/read-text.server.ts'
import type { SectionDocument } from '#schemas/document.ts'

let pages = 0

/** What a browser makes of the server's answer, without the network between them. */
export async function sendTo(useCase: UseCase, sectionId: string, sent: Parameters<typeof appendSteps>[2]): Promise<SendAnswer> {
  try {
    const answer = await appendSteps(useCase, sectionId, sent)
    return 'version' in answer ? { kind: 'taken', version: answer.version } : { kind: 'behind', missed: answer.missed }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    if (error.detail === 'section-closed') return { kind: 'closed' }
    if (error.detail === 'editor-version') return { kind: 'outdated' }
    return { kind: 'refused', detail: error.detail ?? error.code }
  }
}

/** An open page without a browser: the same editor state and plugins, and the same co-writer. */
export async function openPage(
  useCase: UseCase,
  sectionId: string,
  { send = sendTo, clientId = `page-${++pages}-of-test` }: { send?: typeof sendTo; clientId?: string } = {},
) {
  const { version, document } = await readText(useCase, sectionId)
  const writer = { userId: useCase.actor.id, clientId }
  const said: WriteState[] = []
  const lost: SectionDocument[] = []
  let kept: Pending | null = null
  let state = EditorState.create({
    doc: sectionSchema.nodeFromJSON(document),
    plugins: [blockIdsPlugin(), collabPlugin(version, writer)],
  })
  const holder = {
    get state() {
      return state
    },
    dispatch: (transaction: Transaction) => {
      state = state.apply(transaction)
      if (transaction.docChanged) coWriter.changed()
    },
  }
  const coWriter: CoWriter = new CoWriter(holder, writer, {
    send: (steps) => send(useCase, sectionId, steps),
    missed: (since) => readSteps(useCase.sql, sectionId, since),
    keep: (pending) => void (kept = pending),
    onState: (next) => void said.push(next),
    onLost: (text) => void lost.push(text),
  })
  return {
    coWriter,
    said,
    lost,
    kept: () => kept,
    state: () => state,
    document: () => state.doc.toJSON() as SectionDocument,
    words: () => state.doc.textBetween(0, state.doc.content.size, '\n'),
    edit: (change: (transaction: Transaction) => Transaction) => holder.dispatch(change(state.tr)),
    /** Types at the end of the first paragraph. */
    type: (text: string) => holder.dispatch(state.tr.insertText(text, (state.doc.firstChild?.nodeSize ?? 2) - 1)),
    /** Until everything typed is acknowledged, or it never will be. */
    settled: async () => {
      for (let tries = 0; coWriter.dirty && !ended(said.at(-1)); tries++) {
        if (tries > 400) throw new Error(`not settled: ${JSON.stringify(said.slice(-3))}`)
        await new Promise((done) => setTimeout(done, 25))
      }
      return said.at(-1)
    },
  }
}

const ended = (state: WriteState | undefined) => ['closed', 'outdated', 'refused'].includes(state?.kind ?? '')
