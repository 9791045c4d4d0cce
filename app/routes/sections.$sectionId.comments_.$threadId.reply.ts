import { redirect } from '@remix-run/node'
import { threadPage } from '#app/components/comments/thread-page.ts'
import { guardedAction } from '#app/platform/http/guarded.server.ts'
import { readThreadState } from '#app/services/comments/read-thread-state.server.ts'
import { NewReply, replyToThread } from '#app/services/comments/reply-to-thread.server.ts'
import { readThreadForm } from '#app/services/comments/thread-form.ts'

/** Answers in a thread. */
export const action = guardedAction('section.comment', async ({ useCase, params, request }) => {
  const thread = await readThreadState(useCase, { sectionId: params.sectionId, threadId: params.threadId })
  const form = await request.formData()
  const reply = NewReply.safeParse({ threadId: thread.id, ...readThreadForm(form) })
  const back = (outcome: Parameters<typeof threadPage>[2]) => redirect(threadPage(thread.sectionId, form.get('from'), outcome))
  if (!reply.success) return back({ problem: 'reply' })
  await replyToThread(useCase, reply.data)
  return back({ done: 'replied' })
})
