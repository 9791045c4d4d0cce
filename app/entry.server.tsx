import { PassThrough } from 'node:stream'
import type { AppLoadContext, EntryContext } from '@remix-run/node'
import { createReadableStreamFromReadable } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { NonceProvider } from './components/nonce.tsx'
import { PlacedTextsProvider } from './components/placed.tsx'

/** Renders the whole page before answering: pages here wait for nothing slow, and a reader without script gets all of it. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
) {
  return new Promise<Response>((resolve, reject) => {
    let code = status
    const { pipe, abort } = renderToPipeableStream(
      <NonceProvider value={context.nonce}>
        <PlacedTextsProvider value={context.placed}>
          <RemixServer context={remix} url={request.url} nonce={context.nonce} />
        </PlacedTextsProvider>
      </NonceProvider>,
      {
        nonce: context.nonce,
        onAllReady() {
          const body = new PassThrough()
          headers.set('Content-Type', 'text/html; charset=utf-8')
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: code }))
          pipe(body)
        },
        onShellError: reject,
        onError(error) {
          code = 500
          context.installation.log.error({ err: error }, 'a page could not be rendered')
        },
      },
    )
    setTimeout(abort, 10_000).unref()
  })
}

export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }) {
  if (!request.signal.aborted)
    context.installation.log.error({ err: error, path: withoutToken(new URL(request.url).pathname) }, 'a request failed')
}

/** The address of an invitation is itself the key to it: no log holds it. */
const withoutToken = (path: string) => path.replace(/^(\/invitation\/)[^/]+/, '$1…')
