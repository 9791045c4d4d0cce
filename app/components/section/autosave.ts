import type { SectionDocument } from '#schemas/document.ts'

/** What the server answered to a save. */
export type SaveAnswer =
  | { kind: 'saved'; version: number }
  | { kind: 'unreachable' }
  | { kind: 'signed-out' }
  | { kind: 'conflict'; copyId: string }
  | { kind: 'closed'; copyId: string }
  | { kind: 'refused'; detail: string }

/** What is true of the writer's text right now. */
export type SaveState =
  | { kind: 'saved'; at: number | null }
  | { kind: 'unsaved' }
  | { kind: 'saving' }
  | { kind: 'unreachable' }
  | { kind: 'signed-out' }
  | { kind: 'conflict' }
  | { kind: 'closed'; /** The server has all of it, else this browser. */ kept: boolean }
  | { kind: 'refused'; detail: string }

type Payload = { baseVersion: number; document: SectionDocument }
type Ways = {
  send: (payload: Payload) => Promise<SaveAnswer>
  /** Keeps the text in this browser, or forgets it (null) once the server has it. */
  keep: (payload: Payload | null) => void
  onState: (state: SaveState) => void
  /** The text lost the race: `mine` is all of it, the copies are what the server kept, oldest first. */
  onConflict: (mine: SectionDocument, copyIds: string[]) => void
  /** The section was submitted or approved meanwhile; when `all` the server has every word, in these copies, oldest first. */
  onClosed: (copyIds: string[], all: boolean) => void
  now?: () => number
}

const delay = 800
const longestWait = 30_000

/**
 * Saves a text as it is written: some time after the last key, one save at a time, again and again while the server cannot be reached. A save
 * whose answer got lost is sent again as it was before anything newer, so that the server can recognise it.
 */
export class Autosave {
  private version: number
  private newest: SectionDocument | null = null
  private sent: Payload | null = null
  private sending = false
  private stopped = false
  private tries = 0
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(
    version: number,
    private readonly ways: Ways,
  ) {
    this.version = version
  }

  /** Whether closing the page now would leave text that only this browser has. */
  get dirty(): boolean {
    return this.newest !== null || this.sent !== null
  }

  change(document: SectionDocument): void {
    this.newest = document
    this.ways.keep({ baseVersion: this.version, document })
    if (this.stopped) return
    if (this.tries === 0 && !this.sending) this.ways.onState({ kind: 'unsaved' })
    if (this.tries === 0) this.after(delay)
  }

  /** Tries at once: the connection is back, or the page is about to be left. */
  flush(): void {
    if (this.dirty && !this.stopped) this.after(0)
  }

  /** Goes on from another version, after a conflict was shown. */
  continueFrom(version: number): void {
    this.version = version
    this.newest = this.sent = null
    this.stopped = false
    this.tries = 0
    this.ways.onState({ kind: 'saved', at: null })
  }

  stop(): void {
    this.stopped = true
    clearTimeout(this.timer)
  }

  private after(milliseconds: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.save(), milliseconds)
  }

  private async save(): Promise<void> {
    if (this.sending || this.stopped) return
    if (!this.sent) {
      if (!this.newest) return
      this.sent = { baseVersion: this.version, document: this.newest }
      this.newest = null
    }
    this.sending = true
    if (this.tries === 0) this.ways.onState({ kind: 'saving' })
    const answer = await this.ways.send(this.sent).catch((): SaveAnswer => ({ kind: 'unreachable' }))
    this.sending = false
    if (!this.stopped) await this.hear(answer, this.sent)
  }

  private async hear(answer: SaveAnswer, sent: Payload): Promise<void> {
    if (answer.kind === 'saved') {
      this.version = answer.version
      this.sent = null
      this.tries = 0
      if (this.newest) {
        this.ways.keep({ baseVersion: this.version, document: this.newest })
        this.ways.onState({ kind: 'unsaved' })
        this.after(delay)
      } else {
        this.ways.keep(null)
        this.ways.onState({ kind: 'saved', at: (this.ways.now ?? Date.now)() })
      }
    } else if (answer.kind === 'unreachable' || answer.kind === 'signed-out') {
      this.ways.onState({ kind: answer.kind })
      this.after(Math.min(1000 * 2 ** this.tries++, longestWait))
    } else if (answer.kind === 'conflict') {
      this.stopped = true
      this.ways.onState({ kind: 'conflict' })
      const { mine, copyIds } = await this.keepAside(sent, answer.copyId)
      this.ways.onConflict(mine, copyIds)
    } else if (answer.kind === 'closed') {
      this.stopped = true
      const { copyIds, all } = await this.keepAside(sent, answer.copyId)
      if (all) {
        this.sent = null
        this.ways.keep(null)
      }
      this.ways.onClosed(copyIds, all)
      this.ways.onState({ kind: 'closed', kept: all })
    } else {
      this.stopped = true
      this.newest ??= sent.document
      this.ways.onState(answer)
    }
  }

  /** What was typed while the save was under way that came too late is kept on the server too. */
  private async keepAside(sent: Payload, copyId: string): Promise<{ mine: SectionDocument; copyIds: string[]; all: boolean }> {
    const copyIds = [copyId]
    let mine = sent.document
    while (this.newest) {
      mine = this.newest
      this.newest = null
      const answer = await this.ways
        .send({ baseVersion: sent.baseVersion, document: mine })
        .catch((): SaveAnswer => ({ kind: 'unreachable' }))
      // Opened again in the meantime, and so simply saved.
      if (answer.kind === 'saved') continue
      if (!('copyId' in answer)) {
        this.newest ??= mine
        return { mine, copyIds, all: false }
      }
      copyIds.push(answer.copyId)
    }
    return { mine, copyIds, all: true }
  }
}
