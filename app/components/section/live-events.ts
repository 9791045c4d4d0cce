import type { Missed, Person } from '#editor/collaboration/protocol.ts'
import type { Lock } from '#app/services/hand-over/read-lock.server.ts'
import type { SectionStatus } from '#schemas/vocabulary.ts'

type Heard = {
  steps: (missed: Missed) => void
  person: (person: Person) => void
  state: (state: { status: SectionStatus; lock: Lock | null }) => void
  /** The connection is there, at first or again. */
  open: () => void
}

/** The browser connects again by itself, except after an answer that was no stream: then this does. Milliseconds. */
const tryAgain = 5000

/**
 * What happens to a section, as it happens, until told to stop.
 * @param since asks for the version the page has, each time it connects anew.
 */
export function liveEvents(sectionId: string, clientId: string, since: () => number, heard: Heard): () => void {
  let source: EventSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const connect = () => {
    source = new EventSource(`/sections/${sectionId}/events?page=${clientId}&since=${since()}`)
    source.onopen = () => heard.open()
    source.onerror = () => {
      if (source?.readyState === EventSource.CLOSED) timer = setTimeout(connect, tryAgain)
    }
    for (const event of ['steps', 'person', 'state'] as const)
      source.addEventListener(event, (message) => heard[event](JSON.parse((message as MessageEvent<string>).data) as never))
  }
  connect()
  return () => {
    clearTimeout(timer)
    source?.close()
  }
}
