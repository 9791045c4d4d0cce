import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { downloadResponse } from '#app/platform/http/download.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { readReleaseFile } from '#app/services/releases/read-release.server.ts'
import { ExportFormat } from '#schemas/vocabulary.ts'

/** A file of a release. */
export const loader = guardedLoader('release.view', async ({ useCase, params, request }) => {
  const format = ExportFormat.safeParse(params.format)
  if (!format.success) throw new DomainError('not-found')
  return downloadResponse(request, await readReleaseFile(useCase, params.number ?? '', format.data))
})
