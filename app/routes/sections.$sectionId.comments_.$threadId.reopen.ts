import { redirect } from '@remix-run/node'
import { threadPage } from '#app/components/comments/thread-page.ts'
import { guardedAction } from '#app/platform/http/guarded.server.ts'
import { readThreadState } from '#app/services/comments/read-thread-state.server.ts'
import { reopenThread } from '#app/services/comments/settle-thread.server.ts'

/** Opens a thread again that was dealt with. */
export const action = guardedAction('comment.resolve', async ({ useCase, params, permit, request }) => {
  const thread = await readThreadState(useCase, { sectionId: params.sectionId, threadId: params.threadId })
  permit(thread)
  await reopenThread(useCase, thread.id)
  return redirect(threadPage(thread.sectionId, (await request.formData()).get('from'), { done: 'reopened' }))
})
