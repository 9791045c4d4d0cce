import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { readCopy } from '#app/services/sources/archive-copy.server.ts'

/** A kept copy, always as a file to download: what somebody else made is never shown as a page of ours. */
export const loader = guardedLoader('source.view', async ({ useCase, params, request }) => {
  const copy = await readCopy(useCase, { itemId: params.itemId, copyId: params.copyId })
  const headers = { ETag: `"${copy.sha256}"`, 'Cache-Control': 'private, max-age=31536000, immutable' }
  if (request.headers.get('if-none-match') === headers.ETag) return new Response(null, { status: 304, headers })
  return new Response(new Uint8Array(copy.content), {
    headers: {
      ...headers,
      'Content-Type': copy.mediaType,
      'Content-Length': String(copy.content.length),
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(copy.fileName)}`,
    },
  })
})
