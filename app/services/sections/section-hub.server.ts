import type { Missed, Person } from '#editor/collaboration/protocol.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import type { Queryable, Sql } from '#app/platform/database/sql.server.ts'
import { SectionStatus } from '#schemas/vocabulary.ts'
import { readLock, type Lock } from '../hand-over/read-lock.server.ts'
import { mostAtOnce, readSteps } from './read-steps.server.ts'
import { settleSection } from './settle-text.server.ts'

/** What an open page of a section is told. */
export type Told =
  | { event: 'steps'; data: Missed }
  | { event: 'person'; data: Person }
  | { event: 'state'; data: { status: SectionStatus; lock: Lock | null } }
type Page = {
  /** `person/page`. */
  client: string
  sectionId: string
  reportId: string
  version: number
  status: SectionStatus
  tell: (told: Told) => void
}

/** An announcement can get lost with its connection; then others hear this much later. Milliseconds. */
const pollEvery = 5000
/** After the last key; and at most, while the keys go on. Milliseconds. */
const settleAfter = 1500
const settleAtMost = 10_000
/** Who was not heard of for so long is gone; whose page was let go of, unless it comes back, much sooner. Milliseconds. */
const goneAfter = 45_000
const comesBack = 4000
/** How often pages of other sections hear that somebody is still where they were. Milliseconds. */
const tellElsewhereEvery = 10_000

const textChannel = 'section_text'
const peopleChannel = 'section_people'

/** Tells every process that a section has new steps or another status. */
export const announceText = (sql: Queryable, sectionId: string) => sql`select pg_notify(${textChannel}, ${sectionId})`

/**
 * Keeps the open pages of this process in step with the sections they show, whichever process a change came through: PostgreSQL announces it,
 * and the hub reads what is new once for all its pages. Who is where is announced the same way and kept nowhere else.
 */
export class SectionHub {
  readonly #pages = new Map<string, Set<Page>>()
  readonly #people = new Map<string, { person: Person; reportId: string; seenAt: number; toldElsewhereAt: number }>()
  readonly #delivering = new Map<string, { again: boolean }>()
  readonly #settling = new Map<string, { timer: NodeJS.Timeout; since: number }>()
  #listening = false
  #poll: NodeJS.Timeout | undefined

  constructor(private readonly sql: Sql) {}

  /**
   * From now on `tell` hears what happens to the section, and where colleagues in the report are.
   * @param since the version the page has. @returns a way to stop.
   */
  open({ since, ...place }: Omit<Page, 'version'> & { since: number }): () => void {
    this.listen()
    const page: Page = { ...place, version: since }
    const pages = this.#pages.get(page.sectionId) ?? new Set()
    this.#pages.set(page.sectionId, pages.add(page))
    for (const { person, reportId } of this.#people.values())
      if (reportId === page.reportId) page.tell({ event: 'person', data: person })
    void this.#deliver(page.sectionId)
    return () => {
      pages.delete(page)
      if (pages.size === 0 && this.#pages.get(page.sectionId) === pages) this.#pages.delete(page.sectionId)
      setTimeout(() => this.#missing(page.client), comesBack).unref()
    }
  }

  /** A page that is closed may not have been able to say so. */
  #missing(client: string): void {
    const here = [...this.#pages.values()].some((pages) => [...pages].some((page) => page.client === client))
    const known = this.#people.get(client)
    if (!here && known) void this.announcePerson({ ...known.person, gone: true }, known.reportId).catch(() => {})
  }

  /** Steps were taken: others are told, and the text is written whole when the writing pauses. */
  appended(useCase: UseCase, sectionId: string): void {
    const waiting = this.#settling.get(sectionId)
    if (waiting) clearTimeout(waiting.timer)
    const since = waiting?.since ?? Date.now()
    const timer = setTimeout(
      () => {
        this.#settling.delete(sectionId)
        // Left undone it is done by whoever reads the section next.
        void settleSection({ ...useCase, sql: this.sql }, sectionId).catch(() => {})
      },
      Math.max(0, Math.min(settleAfter, since + settleAtMost - Date.now())),
    ).unref()
    this.#settling.set(sectionId, { timer, since })
    // After the commit and by itself: an announcement inside the transaction would make all commits wait for each other.
    void announceText(this.sql, sectionId).catch(() => {})
  }

  /** Somebody is somewhere, or has left. */
  async announcePerson(person: Person, reportId: string): Promise<void> {
    await this.sql`select pg_notify(${peopleChannel}, ${JSON.stringify({ person, reportId })})`
  }

  /** Who has a section of the report open to write in, as far as this process heard: within seconds of its start, everyone. */
  peopleIn(reportId: string): Person[] {
    this.listen()
    const here = [...this.#people.values()].filter((it) => it.reportId === reportId && Date.now() - it.seenAt <= goneAfter)
    return here.map(({ person }) => person)
  }

  /** Hears what other processes announce from now on; also before any page is open, so that a report can tell who is in it. */
  listen(): void {
    if (!this.#listening) {
      this.#listening = true
      Promise.all([
        this.sql.listen(textChannel, (sectionId) => void this.#deliver(sectionId)),
        this.sql.listen(peopleChannel, (payload) => this.#hearPerson(payload)),
      ]).catch(() => (this.#listening = false))
    }
    this.#lookNowAndThen()
  }

  /** As long as there are pages to tell or people who may leave without a word. */
  #lookNowAndThen(): void {
    this.#poll ??= setInterval(() => {
      for (const sectionId of this.#pages.keys()) void this.#deliver(sectionId)
      for (const [client, { seenAt }] of this.#people) if (Date.now() - seenAt > goneAfter) this.#people.delete(client)
      if (this.#pages.size > 0 || this.#people.size > 0) return
      clearInterval(this.#poll)
      this.#poll = undefined
    }, pollEvery).unref()
  }

  #hearPerson(payload: string): void {
    const { person, reportId } = JSON.parse(payload) as { person: Person; reportId: string }
    const known = this.#people.get(person.client)
    const now = Date.now()
    // In other sections it matters who is where, not where in the text.
    const elsewhere =
      person.gone || known?.person.sectionId !== person.sectionId || now - known.toldElsewhereAt > tellElsewhereEvery
    const toldElsewhereAt = elsewhere ? now : known.toldElsewhereAt
    if (person.gone) this.#people.delete(person.client)
    else this.#people.set(person.client, { person, reportId, seenAt: now, toldElsewhereAt })
    this.#lookNowAndThen()
    for (const [sectionId, pages] of this.#pages) {
      if (!elsewhere && sectionId !== person.sectionId) continue
      for (const page of pages) if (page.reportId === reportId) page.tell({ event: 'person', data: person })
    }
  }

  /** One reading at a time for a section; what is announced meanwhile is read after it. */
  async #deliver(sectionId: string): Promise<void> {
    if (!this.#pages.has(sectionId)) return
    const running = this.#delivering.get(sectionId)
    if (running) return void (running.again = true)
    const own = { again: true }
    this.#delivering.set(sectionId, own)
    try {
      while (own.again) {
        own.again = false
        if (await this.#tellNews(sectionId)) own.again = true
      }
    } catch {
      // The database is away: the next announcement or poll tries again.
    } finally {
      this.#delivering.delete(sectionId)
    }
  }

  /** @returns whether there may be more. */
  async #tellNews(sectionId: string): Promise<boolean> {
    const pages = [...(this.#pages.get(sectionId) ?? [])]
    if (pages.length === 0) return false
    const from = Math.min(...pages.map((page) => page.version))
    const [missed, [row]] = await Promise.all([
      readSteps(this.sql, sectionId, from),
      this.sql`select status from section where id = ${sectionId}`,
    ])
    const status = SectionStatus.safeParse(row?.status).data
    const moved = status !== undefined && pages.some((page) => page.status !== status)
    const lock = moved ? await readLock(this.sql, sectionId) : null
    for (const page of pages) {
      const known = page.version - from
      if (missed.steps.length > known) {
        page.version = from + missed.steps.length
        page.tell({
          event: 'steps',
          data: { from: from + known, steps: missed.steps.slice(known), clients: missed.clients.slice(known) },
        })
      }
      if (status && status !== page.status) {
        page.status = status
        page.tell({ event: 'state', data: { status, lock } })
      }
    }
    return missed.steps.length === mostAtOnce
  }
}

const hubs = new WeakMap<Sql, SectionHub>()

/** The one hub of this process for a database. */
export function hubOf(sql: Sql): SectionHub {
  const hub = hubs.get(sql) ?? new SectionHub(sql)
  hubs.set(sql, hub)
  return hub
}
