import { z } from 'zod'
import { ClientId } from '#editor/collaboration/protocol.ts'
import { DomainError } from '#app/platform/errors.ts'
import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { readPlace } from '#app/services/sections/read-place.server.ts'
import { hubOf, type Told } from '#app/services/sections/section-hub.server.ts'

/** After this long the page connects anew, so that who may no longer read does not go on hearing. Milliseconds. */
const longest = 120_000
/** A sign of life, so that no proxy takes the silence for an end. Milliseconds. */
const breath = 20_000
/** Events that wait for a page that does not read them; then it is let go and asks for what it missed. */
const mostWaiting = 1000

/** What happens to a section, as it happens: steps of others, its status, and where colleagues are (Server-Sent Events). */
export const loader = guardedLoader('section.view', async ({ useCase, actor, params, request, installation, onClose }) => {
  const place = await readPlace(useCase, params.sectionId)
  const query = new URL(request.url).searchParams
  const page = ClientId.safeParse(query.get('page'))
  if (!page.success) throw new DomainError('invalid-input')
  const last = request.headers.get('last-event-id') ?? query.get('since')
  const since = z.coerce
    .number()
    .int()
    .min(0)
    .catch(place.version)
    .parse(last ?? Number.NaN)
  const words = new TextEncoder()
  let end = () => {}
  const body = new ReadableStream<Uint8Array>(
    {
      start(stream) {
        const write = (text: string) => {
          if ((stream.desiredSize ?? 0) < -mostWaiting) return end()
          stream.enqueue(words.encode(text))
        }
        write('retry: 1000\n\n')
        const tell = ({ event, data }: Told) => {
          const id = event === 'steps' ? `id: ${data.from + data.steps.length}\n` : ''
          write(`${id}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
        }
        const leave = hubOf(installation.sql).open({
          ...place,
          client: `${actor.id}/${page.data}`,
          since: Math.min(since, place.version),
          tell,
        })
        const breathing = setInterval(() => write(': \n\n'), breath)
        const timer = setTimeout(() => end(), longest)
        end = () => {
          end = () => {}
          leave()
          clearInterval(breathing)
          clearTimeout(timer)
          stream.close()
        }
      },
      cancel: () => end(),
    },
    { highWaterMark: 0 },
  )
  onClose(() => end())
  return new Response(body, { headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store, no-transform' } })
})
