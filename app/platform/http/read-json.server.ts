import { DomainError } from '../errors.ts'

/**
 * A request's body as JSON, read no further than a limit in bytes, whatever length it claims.
 * @throws {DomainError} `invalid-input`: `document-too-large` beyond the limit, `malformed-json` otherwise.
 */
export async function readJson(request: Request, limit: number): Promise<unknown> {
  const pieces: Uint8Array[] = []
  let size = 0
  const reader = request.body?.getReader()
  while (reader) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    if (size > limit) {
      // Not cancelled: that would end the connection before the sender has heard why. The server throws the rest away.
      reader.releaseLock()
      throw new DomainError('invalid-input', 'document-too-large')
    }
    pieces.push(value)
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces)))
  } catch {
    throw new DomainError('invalid-input', 'malformed-json')
  }
}
