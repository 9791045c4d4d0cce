import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { readReleaseFile } from '#app/services/releases/read-release.server.ts'
import { ExportFormat } from '#schemas/vocabulary.ts'

/** A release's file as it was made: it never changes, so a browser that has it need not ask again. */
export const loader = guardedLoader('release.view', async ({ useCase, params, request }) => {
  const format = ExportFormat.safeParse(params.format)
  if (!format.success) throw new DomainError('not-found')
  const file = await readReleaseFile(useCase, params.number ?? '', format.data)
  const headers = { ETag: `"${file.hash}"`, 'Cache-Control': 'private, max-age=31536000, immutable' }
  if (request.headers.get('if-none-match') === headers.ETag) return new Response(null, { status: 304, headers })
  return new Response(new Uint8Array(file.content), {
    headers: {
      ...headers,
      'Content-Type': file.mediaType,
      'Content-Length': String(file.content.length),
      'Content-Disposition': `attachment; filename="${file.name}"`,
    },
  })
})
