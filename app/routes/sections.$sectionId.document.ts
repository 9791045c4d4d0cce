import { z } from 'zod'
import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { readText } from '#app/services/sections/read-text.server.ts'

/** The text at a version it has or had; without one, as it stands now. */
export const loader = guardedLoader('section.view', async ({ useCase, params, request }) => {
  const version = z.coerce.number().int().min(0).optional().catch(undefined)
  const asked = new URL(request.url).searchParams.get('version')
  return Response.json(await readText(useCase, params.sectionId, version.parse(asked ?? undefined)))
})
