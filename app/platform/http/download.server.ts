type File = { content: Buffer; mediaType: string; hash: string; name: string }

/** A file as it was made once and for all: it never changes, so a browser that has it need not ask again. */
export function downloadResponse(request: Request, { content, mediaType, hash, name }: File): Response {
  const headers = { ETag: `"${hash}"`, 'Cache-Control': 'private, max-age=31536000, immutable' }
  if (request.headers.get('if-none-match') === headers.ETag) return new Response(null, { status: 304, headers })
  return new Response(new Uint8Array(content), {
    headers: {
      ...headers,
      'Content-Type': mediaType,
      'Content-Length': String(content.length),
      'Content-Disposition': `attachment; filename="${name}"`,
    },
  })
}
