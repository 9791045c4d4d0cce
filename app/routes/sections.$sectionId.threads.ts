import { guardedAction } from '#app/platform/http/guarded.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { readJson } from '#app/platform/http/read-json.server.ts'
import { NewThread, startThread } from '#app/services/comments/start-thread.server.ts'

/** Starts a thread on words of the text, for the page that then marks them; JSON in, its id out. */
export const action = guardedAction('section.comment', async ({ useCase, params, request }) => {
  const given = (await readJson(request, 64 * 1024)) as Record<string, unknown> | null
  const thread = NewThread.safeParse({ ...given, sectionId: params.sectionId, onWords: true })
  if (!thread.success)
    throw new DomainError('invalid-input', thread.error.issues[0]?.message === 'too-long' ? 'too-long' : 'needed')
  return Response.json({ threadId: await startThread(useCase, thread.data) })
})
