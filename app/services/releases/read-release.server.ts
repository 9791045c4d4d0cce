import type { UseCase } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import type { Actor } from '#app/policies/actor.ts'
import { ReleaseContent } from '#schemas/release.ts'
import type { ExportFormat, ReleasePart } from '#schemas/vocabulary.ts'

type Reading = Pick<UseCase<Actor | null>, 'sql'>

/** A release's frozen content and its hash. @throws {DomainError} `not-found` for an unknown number. */
export async function readRelease({ sql }: Reading, number: string): Promise<{ content: ReleaseContent; hash: string }> {
  const [row] = await sql`select content, hash from release where number = ${number}`
  if (!row) throw new DomainError('not-found')
  return { content: ReleaseContent.parse(row.content), hash: row.hash as string }
}

export type DownloadedFile = { content: Buffer; mediaType: string; hash: string; name: string }

/** One file of a release as it was made at release. @throws {DomainError} `not-found`, also for terms of reference that were not released with it. */
export async function readReleaseFile(
  { sql }: Reading,
  number: string,
  format: ExportFormat,
  part: ReleasePart = 'report',
): Promise<DownloadedFile> {
  const [row] = await sql`
    select release_file.content, media_type as "mediaType", release_file.hash
    from release_file join release on release.id = release_file.release_id
    where release.number = ${number} and part = ${part} and format = ${format}`
  if (!row) throw new DomainError('not-found')
  return {
    content: row.content,
    mediaType: row.mediaType,
    hash: row.hash,
    name: `${number}${part === 'terms' ? '-terms-of-reference' : ''}.${format}`,
  }
}
