import { useEffect, useRef, useState } from 'react'
import { CoWriter, type Holder, type WriteState, type Writer } from '#editor/collaboration/co-writer.ts'
import type { Person } from '#editor/collaboration/protocol.ts'
import { ownPlace, personIs } from '#editor/ui/carets.ts'
import type { SectionDocument } from '#schemas/document.ts'
import type { Lock } from '#app/services/hand-over/read-lock.server.ts'
import type { SectionStatus } from '#schemas/vocabulary.ts'
import { liveEvents } from './live-events.ts'
import { holdPage, pendingStore } from './pending-store.ts'
import { getMissed, sendPresence, sendSteps } from './requests.ts'

/** Milliseconds: after moving the caret; as a sign of still being there; without a sign somebody is gone. */
const tellAfter = 400
const tellEvery = 15_000
const goneAfter = 45_000

type Given = {
  sectionId: string
  userId: string
  /** Where the section has to stand for this person to write in it. */
  openIn: readonly SectionStatus[]
  onSettled: (settled: boolean) => void
  /** Own words found no place any more: the text as it was with them. */
  onLost: (document: SectionDocument, version: number) => void
  /** The section can no longer be written in. */
  onClosed: () => void
}
/** A colleague in this report, and when they were last heard of. */
export type Colleague = Person & { heardAt: number }

/** Connects one open editor with the server and with the others in the report. */
export function useCoWriting({ sectionId, userId, openIn, ...on }: Given) {
  const [writer] = useState<Writer>(() => ({ userId, clientId: newClientId() }))
  const [state, setState] = useState<WriteState>({ kind: 'saved', at: null })
  const [kept, setKept] = useState(true)
  /** By whom the text was made to stand still, once that was heard. */
  const [lock, setLock] = useState<Lock | null>(null)
  const [people, setPeople] = useState<readonly Colleague[]>([])
  /** Who changed the text last, and when: to be read aloud. */
  const [changedBy, setChangedBy] = useState<readonly string[]>([])
  const coWriter = useRef<CoWriter | null>(null)
  const tell = useRef<() => void>(() => {})
  const known = useRef(new Map<string, Colleague>())
  const heard = useRef(on)
  useEffect(() => {
    heard.current = on
  })

  const ready = (holder: Holder): (() => void) => {
    const own = `${writer.userId}/${writer.clientId}`
    const store = pendingStore(userId, sectionId, writer.clientId, setKept)
    holdPage(writer.clientId)
    const writing = new CoWriter(holder, writer, {
      send: (steps) => sendSteps(sectionId, steps),
      missed: (since) => getMissed(sectionId, since),
      keep: store.keep,
      onState: (next) => {
        setState(next)
        heard.current.onSettled(next.kind === 'saved')
        if (next.kind === 'closed' || next.kind === 'outdated') heard.current.onClosed()
      },
      onLost: (document) => heard.current.onLost(document, writing.version),
    })
    coWriter.current = writing
    const show = () => setPeople([...known.current.values()])
    const leaveEvents = liveEvents(sectionId, writer.clientId, () => writing.version, {
      steps: (missed) => {
        const names = missed.clients.filter((client) => client !== own).map((client) => known.current.get(client)?.name)
        writing.receive(missed)
        if (names.length > 0) setChangedBy([...new Set(names.filter((name) => name !== undefined))])
      },
      person: (person) => {
        if (person.client === own) return
        // Somebody new does not know of those who are here already.
        if (!person.gone && !known.current.has(person.client)) tell.current()
        if (person.gone) known.current.delete(person.client)
        else known.current.set(person.client, { ...person, heardAt: Date.now() })
        if (person.sectionId === sectionId || person.gone) holder.dispatch(personIs(holder.state, person))
        show()
      },
      state: ({ status, lock }) => {
        setLock(lock)
        if (!openIn.includes(status)) writing.close()
      },
      open: () => {
        writing.flush()
        tell.current()
      },
    })
    const leavePresence = presence(sectionId, writer.clientId, holder, tell)
    const sweep = setInterval(() => {
      for (const person of known.current.values()) {
        if (Date.now() - person.heardAt <= goneAfter) continue
        known.current.delete(person.client)
        holder.dispatch(personIs(holder.state, { ...person, gone: true }))
        show()
      }
    }, tellEvery)
    const again = () => writing.flush()
    const leaving = (event: BeforeUnloadEvent) => {
      if (!writing.dirty) return
      writing.flush()
      event.preventDefault()
    }
    window.addEventListener('online', again)
    window.addEventListener('focus', again)
    window.addEventListener('beforeunload', leaving)
    return () => {
      writing.flush()
      clearInterval(sweep)
      leaveEvents()
      leavePresence()
      window.removeEventListener('online', again)
      window.removeEventListener('focus', again)
      window.removeEventListener('beforeunload', leaving)
    }
  }

  return {
    writer,
    state,
    kept,
    lock,
    people,
    changedBy,
    ready,
    changed: () => {
      coWriter.current?.changed()
      tell.current()
    },
    flush: () => coWriter.current?.flush(),
  }
}

/** Tells the others where one is: soon after it changed, and now and then; and that one leaves. */
function presence(sectionId: string, clientId: string, holder: Holder, tell: { current: () => void }): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const say = (gone = false) => sendPresence(sectionId, { clientId, ...ownPlace(holder.state), gone })
  tell.current = () => {
    timer ??= setTimeout(() => {
      timer = undefined
      say()
    }, tellAfter)
  }
  const beat = setInterval(() => say(), tellEvery)
  const leave = () => say(true)
  window.addEventListener('pagehide', leave)
  tell.current()
  return () => {
    tell.current = () => {}
    clearTimeout(timer)
    clearInterval(beat)
    window.removeEventListener('pagehide', leave)
    leave()
  }
}

/** Names one open page: 20 letters and digits. */
const newClientId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => (byte % 36 ** 2).toString(36).padStart(2, '0')).join('')
