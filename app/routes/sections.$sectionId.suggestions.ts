import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { readPlace } from '#app/services/sections/read-place.server.ts'
import { readSuggestionMakers } from '#app/services/sections/read-suggestions.server.ts'

/** Who made the suggestions that are open in a section, for a page that sees new ones; JSON. */
export const loader = guardedLoader('section.view', async ({ useCase, params }) => {
  const { sectionId } = await readPlace(useCase, params.sectionId)
  return Response.json({ makers: await readSuggestionMakers(useCase, sectionId) })
})
