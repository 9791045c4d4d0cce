import { collab, getVersion, receiveTransaction, sendableSteps } from 'prosemirror-collab'
import type { EditorState, Plugin, Transaction } from '@tiptap/pm/state'
import type { Step } from '@tiptap/pm/transform'
import { EDITOR_VERSION } from '../document/migrate.ts'
import type { SectionDocument } from '#schemas/document.ts'
import { stepOf } from './authority.ts'
import { keptWords } from './kept-words.ts'
import { mostSteps, type Missed, type SentSteps } from './protocol.ts'

/** What the server answered to steps that were sent. */
export type SendAnswer =
  | { kind: 'taken'; version: number }
  | { kind: 'behind'; missed: Missed }
  | { kind: 'unreachable' }
  | { kind: 'signed-out' }
  /** The section was closed meanwhile; the server keeps the text with these steps. */
  | { kind: 'closed' }
  /** This page is of an older version of the program. */
  | { kind: 'outdated' }
  | { kind: 'refused'; detail: string }

/** What is true of the writer's text right now. */
export type WriteState =
  | { kind: 'saved'; at: number | null }
  | { kind: 'saving' }
  | { kind: 'unreachable' }
  | { kind: 'signed-out' }
  /** Nothing more is taken; `late`: what came last is kept beside the text, not in it. */
  | { kind: 'closed'; late: boolean }
  | { kind: 'outdated' }
  | { kind: 'refused'; detail: string }

/** Steps the server does not have yet, as a browser keeps them. */
export type Pending = { version: number; editorVersion: number; clientId: string; steps: unknown[]; at: number }

/** A ProseMirror view, or in its place anything that holds a state. */
export type Holder = { readonly state: EditorState; dispatch: (transaction: Transaction) => void }

export type Ways = {
  send: (steps: SentSteps) => Promise<SendAnswer>
  /** The steps after a version; null when they cannot be had now. */
  missed: (since: number) => Promise<Missed | null>
  /** Keeps what the server does not have yet, or forgets it (null). */
  keep: (pending: Pending | null) => void
  onState: (state: WriteState) => void
  /** Own words found no place in the text any more, as others had removed what they stood in: the text as it was with them. */
  onLost: (document: SectionDocument) => void
}

/** Who writes in which open page. */
export type Writer = { userId: string; clientId: string }

/** Between the first key and sending what was typed by then. Milliseconds. */
const pause = 100
const longestWait = 30_000

/** The plugin that counts versions and holds what was not acknowledged. */
export const collabPlugin = (version: number, { userId, clientId }: Writer): Plugin =>
  collab({ version, clientID: `${userId}/${clientId}` })

/**
 * Keeps one open text in step with the server: sends what is typed, one request at a time and again until it is answered, takes in what others
 * wrote, and always knows what the server does not have yet. What it says is saved, is on the server's disk.
 */
export class CoWriter {
  #holder: Holder
  #sending = false
  #ended = false
  #tries = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #state: WriteState = { kind: 'saved', at: null }

  constructor(
    holder: Holder,
    private readonly writer: Writer,
    private readonly ways: Ways,
  ) {
    this.#holder = holder
  }

  get version(): number {
    return getVersion(this.#holder.state)
  }

  /** Whether there is text that only this page has. */
  get dirty(): boolean {
    return sendableSteps(this.#holder.state) !== null
  }

  /** To be called after every transaction of the view. */
  changed(): void {
    if (!this.dirty) return
    this.#keep()
    if (this.#ended) return
    if (this.#state.kind === 'saved' || this.#state.kind === 'refused') this.#say({ kind: 'saving' })
    if (this.#tries === 0 && !this.#sending) this.#after(pause, false)
  }

  /** Tries at once: the connection is back, or the page is about to be left. */
  flush(): void {
    if (this.dirty && !this.#ended) this.#after(0)
  }

  /** Takes in steps that the server announced; asks for what is missing before them. */
  receive(missed: Missed): void {
    const { state } = this.#holder
    const known = this.version - missed.from
    if (known < 0) return void this.catchUp()
    const steps = missed.steps.slice(known).map((step) => stepOf(step, state.schema))
    if (steps.length === 0) return
    const clients = missed.clients.slice(known)
    const first = this.#firstOfOthers(clients)
    const lost = this.#lostWith(steps, clients)
    const received = receiveTransaction(state, steps, clients, { mapSelectionBackward: true })
    this.#dispatch(received)
    const kept = keptWords(received, clients.length - first, this.#holder.state)
    if (kept) this.#dispatch(kept)
    if (lost) this.ways.onLost(lost)
    this.#told()
  }

  /** Asks the server for everything since. */
  async catchUp(): Promise<void> {
    for (;;) {
      const missed = await this.ways.missed(this.version).catch(() => null)
      if (!missed || this.#ended || missed.from > this.version) return
      const before = this.version
      this.receive(missed)
      if (this.version === before) return
    }
  }

  /** The section was closed: nothing is taken any more. What is left is sent once, so that the server keeps it beside the text. */
  close(): void {
    if (this.#ended) return
    if (this.dirty) this.flush()
    else this.#end({ kind: 'closed', late: false })
  }

  /** Lets go of the page; what was not acknowledged stays kept. */
  stop(): void {
    this.#ended = true
    clearTimeout(this.#timer)
  }

  #after(milliseconds: number, anew = true): void {
    if (!anew && this.#timer !== undefined) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      void this.#send()
    }, milliseconds)
  }

  async #send(): Promise<void> {
    if (this.#sending || this.#ended) return
    const sendable = sendableSteps(this.#holder.state)
    if (!sendable) return
    const steps = sendable.steps.slice(0, mostSteps)
    this.#sending = true
    const answer = await this.ways
      .send({
        editorVersion: EDITOR_VERSION,
        version: sendable.version,
        clientId: this.writer.clientId,
        steps: steps.map((step) => step.toJSON() as SentSteps['steps'][number]),
      })
      .catch((): SendAnswer => ({ kind: 'unreachable' }))
    this.#sending = false
    if (!this.#ended) this.#hear(answer, steps)
  }

  #hear(answer: SendAnswer, sent: readonly Step[]): void {
    switch (answer.kind) {
      case 'taken': {
        this.#tries = 0
        // The announcement of these steps may have come before this answer.
        const open = Math.max(0, answer.version - this.version)
        if (open > 0) {
          const own = sent.slice(sent.length - open)
          this.#dispatch(
            receiveTransaction(
              this.#holder.state,
              own,
              own.map(() => `${this.writer.userId}/${this.writer.clientId}`),
            ),
          )
        }
        return this.#told()
      }
      case 'behind':
        this.#tries = 0
        this.receive(answer.missed)
        return this.dirty ? this.#after(0) : this.#told()
      case 'unreachable':
      case 'signed-out':
        this.#say({ kind: answer.kind })
        return this.#after(Math.min(1000 * 2 ** this.#tries++, longestWait))
      case 'closed':
        this.ways.keep(null)
        return this.#end({ kind: 'closed', late: true })
      case 'outdated':
        return this.#end(answer)
      case 'refused':
        // What comes next may put it right, such as taking out what could not be taken: it is tried again with the next change.
        return this.#say(answer)
    }
  }

  /** Something was acknowledged or came in: what is true now? */
  #told(): void {
    if (this.dirty) {
      this.#keep()
      if (!this.#sending && !this.#ended && this.#state.kind !== 'refused') this.#after(pause, false)
    } else if (this.#state.kind !== 'saved' && !this.#ended) {
      this.ways.keep(null)
      this.#say({ kind: 'saved', at: Date.now() })
    }
  }

  #keep(): void {
    const sendable = sendableSteps(this.#holder.state)
    if (!sendable) return
    this.ways.keep({
      version: sendable.version,
      editorVersion: EDITOR_VERSION,
      clientId: this.writer.clientId,
      steps: sendable.steps.map((step) => step.toJSON() as unknown),
      at: Date.now(),
    })
  }

  /** What comes back of one's own steps comes before what is not. */
  #firstOfOthers(clients: readonly string[]): number {
    const first = clients.findIndex((client) => client !== `${this.writer.userId}/${this.writer.clientId}`)
    return first === -1 ? clients.length : first
  }

  /** The text before, when taking these steps in leaves some of one's own with words without a place. */
  #lostWith(steps: readonly Step[], clients: readonly string[]): SectionDocument | null {
    const { state } = this.#holder
    const mine = sendableSteps(state)?.steps ?? []
    const first = this.#firstOfOthers(clients)
    const open = mine.slice(first)
    if (first === clients.length || !open.some(brings)) return null
    const { state: after, transactions } = state.applyTransaction(receiveTransaction(state, steps, clients))
    const mended = transactions.slice(1).reduce((sum, transaction) => sum + transaction.steps.length, 0)
    const left = (sendableSteps(after)?.steps.length ?? 0) - mended
    return left < open.length ? (state.doc.toJSON() as SectionDocument) : null
  }

  #dispatch(transaction: Transaction): void {
    this.#holder.dispatch(transaction)
  }

  #end(state: WriteState): void {
    this.stop()
    this.#say(state)
  }

  #say(state: WriteState): void {
    this.#state = state
    this.ways.onState(state)
  }
}

/** Whether a step brings content, rather than only taking away or marking. */
function brings(step: Step): boolean {
  const { slice } = step as unknown as { slice?: { size: number } }
  return slice !== undefined && slice.size > 0
}
