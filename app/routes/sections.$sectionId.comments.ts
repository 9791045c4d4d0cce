import { redirect } from '@remix-run/node'
import { threadPage } from '#app/components/comments/thread-page.ts'
import { guardedAction } from '#app/platform/http/guarded.server.ts'
import { NewThread, startThread } from '#app/services/comments/start-thread.server.ts'
import { readThreadForm } from '#app/services/comments/thread-form.ts'

/** Starts a thread about the section as a whole or one of its questions; in the page the form keeps what was typed. */
export const action = guardedAction('section.comment', async ({ useCase, params, request }) => {
  const thread = NewThread.safeParse({ sectionId: params.sectionId, ...readThreadForm(await request.formData()) })
  const back = (outcome: Parameters<typeof threadPage>[2]) => redirect(threadPage(String(params.sectionId), 'section', outcome))
  if (!thread.success) return back({ problem: 'comment' })
  await startThread(useCase, thread.data)
  return back({ done: 'commented' })
})
