import { DomainError } from '#app/platform/errors.ts'
import { guardedAction } from '#app/platform/http/guarded.server.ts'
import { readJson } from '#app/platform/http/read-json.server.ts'
import { matchNotes, NotesAsked } from '#app/services/sources/match-notes.server.ts'

/** What the register holds of notes in a text. JSON in (`{notes}`), `{matches}` out, in the same order; stores nothing. */
export const action = guardedAction('source.view', async ({ useCase, request }) => {
  const asked = NotesAsked.safeParse(await readJson(request, 512 * 1024))
  if (!asked.success) throw new DomainError('invalid-input', 'malformed-json')
  return Response.json({ matches: await matchNotes(useCase, asked.data.notes) })
})
