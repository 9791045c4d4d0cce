import { setTimeout as pause } from 'node:timers/promises'
import type { Missed } from '#editor/collaboration/protocol.ts'
import type { Seat } from './people.ts'

type Heard = { steps: (missed: Missed) => void; open: () => void }

/** As the server asks a browser to wait before it connects again. Milliseconds. */
const retry = 1000

/** The event stream of a section, connected again whenever it breaks, as a browser does. @returns a way to stop. */
export function listen(seat: Seat, clientId: string, since: () => number, heard: Heard): () => void {
  const end = new AbortController()
  const connect = async () => {
    const address = `${seat.base}/sections/${seat.sectionId}/events?page=${clientId}&since=${since()}`
    const response = await fetch(address, { headers: { cookie: seat.cookie }, signal: end.signal })
    if (!response.ok || !response.body) throw new Error(`the stream answered ${response.status}`)
    heard.open()
    const words = new TextDecoder()
    let rest = ''
    for await (const bytes of response.body as unknown as AsyncIterable<Uint8Array>) {
      const messages = (rest + words.decode(bytes, { stream: true })).split('\n\n')
      rest = messages.pop() ?? ''
      for (const message of messages) {
        const steps = /^event: steps\ndata: (.*)$/m.exec(message)
        if (steps) heard.steps(JSON.parse(steps[1]!) as Missed)
      }
    }
  }
  void (async () => {
    while (!end.signal.aborted) {
      await connect().catch(() => {})
      await pause(retry)
    }
  })()
  return () => end.abort()
}
