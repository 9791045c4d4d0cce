import { EditorState, type Transaction } from '@tiptap/pm/state'
import { sendableSteps } from 'prosemirror-collab'
import { CoWriter, collabPlugin, type SendAnswer } from '#editor/collaboration/co-writer.ts'
import type { Missed, SentSteps } from '#editor/collaboration/protocol.ts'
import { blockIdsPlugin, newBlockId } from '#editor/document/block-ids.ts'
import { sectionSchema } from '#editor/document/schema.ts'
import type { SectionDocument } from '#schemas/document.ts'
import { listen } from './events.ts'
import type { Seat } from './people.ts'
import { letterAt } from './typing.ts'

/** As the page tells where its caret is. Milliseconds. */
const tellAfter = 400

/**
 * An open section page without a browser: the page's own co-writer over real HTTP, its event stream, and the word of where its caret is. It types
 * one letter after the other at the end of a paragraph of its own, and remembers what became of each.
 */
export class Author {
  readonly clientId = newBlockId()
  /** All it typed. */
  typed = ''
  /** Milliseconds from sending a letter for the first time until it was acknowledged, and from typing it until then. */
  readonly answered: number[] = []
  readonly waited: number[] = []
  /** Hears of every letter that was acknowledged, with how many there are now. */
  onAcknowledged: (letters: number) => void = () => {}
  /** What the page said of its text, other than that all is well. */
  readonly trouble: string[] = []
  readonly #typedAt: number[] = []
  readonly #sentAt: number[] = []
  readonly #coWriter: CoWriter
  readonly #leaveEvents: () => void
  #state: EditorState
  #telling: ReturnType<typeof setTimeout> | undefined

  static async open(seat: Seat): Promise<Author> {
    const response = await fetch(`${seat.base}/sections/${seat.sectionId}/document`, { headers: { cookie: seat.cookie } })
    const { version, document } = (await response.json()) as { version: number; document: SectionDocument }
    return new Author(seat, version, document)
  }

  private constructor(
    readonly seat: Seat,
    version: number,
    document: SectionDocument,
  ) {
    const writer = { userId: seat.userId, clientId: this.clientId }
    this.#state = EditorState.create({
      doc: sectionSchema.nodeFromJSON(document),
      plugins: [blockIdsPlugin(), collabPlugin(version, writer)],
    })
    const state = () => this.#state
    const holder = {
      get state() {
        return state()
      },
      dispatch: (transaction: Transaction) => this.#dispatch(transaction),
    }
    this.#coWriter = new CoWriter(holder, writer, {
      send: (steps) => this.#send(steps),
      missed: (since) => this.#missed(since),
      keep: () => {},
      onState: (state) => {
        if (state.kind !== 'saved' && state.kind !== 'saving') this.trouble.push(state.kind)
      },
      onLost: () => this.trouble.push('lost'),
    })
    this.#leaveEvents = listen(seat, this.clientId, () => this.#coWriter.version, {
      steps: (missed) => this.#coWriter.receive(missed),
      open: () => this.#coWriter.flush(),
    })
  }

  /** How many letters are acknowledged: on the server's disk, as the page believes. */
  get acknowledged(): number {
    return this.answered.length
  }

  /** Milliseconds the oldest letter that is not acknowledged has been waiting. */
  get waiting(): number {
    const since = this.#typedAt[this.acknowledged]
    return since === undefined ? 0 : performance.now() - since
  }

  type(): void {
    const letter = letterAt(this.typed.length)
    const paragraphs = this.#state.doc.children.slice(0, this.seat.paragraph + 1)
    const end = paragraphs.reduce((sum, block) => sum + block.nodeSize, 0) - 1
    this.typed += letter
    this.#typedAt.push(performance.now())
    this.#dispatch(this.#state.tr.insertText(letter, end))
    this.#telling ??= setTimeout(() => this.#tell(), tellAfter)
  }

  /** The text as this page shows it. */
  document(): SectionDocument {
    return structuredClone(this.#state.doc.toJSON() as SectionDocument)
  }

  catchUp(): Promise<void> {
    return this.#coWriter.catchUp()
  }

  close(): void {
    clearTimeout(this.#telling)
    this.#leaveEvents()
    this.#coWriter.stop()
  }

  #dispatch(transaction: Transaction): void {
    this.#state = this.#state.apply(transaction)
    const open = sendableSteps(this.#state)?.steps.length ?? 0
    // Every letter is a step, and they are acknowledged in their order.
    for (let letter = this.acknowledged; letter < this.typed.length - open; letter++) {
      const now = performance.now()
      this.answered.push(now - this.#sentAt[letter]!)
      this.waited.push(now - this.#typedAt[letter]!)
      this.onAcknowledged(letter + 1)
    }
    if (transaction.docChanged) this.#coWriter.changed()
  }

  async #send(sent: SentSteps): Promise<SendAnswer> {
    const first = this.acknowledged
    for (let letter = first; letter < first + sent.steps.length; letter++) this.#sentAt[letter] ??= performance.now()
    try {
      const response = await this.#post('steps', sent, AbortSignal.timeout(30_000))
      const answer = (await response.json()) as { version?: number; missed?: Missed; detail?: string }
      if (answer.version !== undefined) return { kind: 'taken', version: answer.version }
      if (answer.missed) return { kind: 'behind', missed: answer.missed }
      return response.status < 500 ? { kind: 'refused', detail: answer.detail ?? 'other' } : { kind: 'unreachable' }
    } catch {
      return { kind: 'unreachable' }
    }
  }

  async #missed(since: number): Promise<Missed | null> {
    const response = await fetch(`${this.seat.base}/sections/${this.seat.sectionId}/steps?since=${since}`, {
      headers: { cookie: this.seat.cookie },
    })
    return response.ok ? ((await response.json()) as Missed) : null
  }

  #tell(): void {
    this.#telling = undefined
    const { anchor, head } = this.#state.selection
    const here = { clientId: this.clientId, version: this.#coWriter.version, anchor, head }
    void this.#post('presence', here)
      .then((response) => response.text())
      .catch(() => {})
  }

  #post(what: string, body: unknown, signal?: AbortSignal): Promise<Response> {
    return fetch(`${this.seat.base}/sections/${this.seat.sectionId}/${what}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', origin: this.seat.base, cookie: this.seat.cookie },
      body: JSON.stringify(body),
      redirect: 'manual',
      signal: signal ?? null,
    })
  }
}
