import { redirect } from '@remix-run/node'
import { threadPage } from '#app/components/comments/thread-page.ts'
import { DomainError } from '#app/platform/errors.ts'
import { guardedAction } from '#app/platform/http/guarded.server.ts'
import { markThread } from '#app/services/comments/mark-thread.server.ts'
import { readThreadState } from '#app/services/comments/read-thread-state.server.ts'
import { CommentNature } from '#schemas/vocabulary.ts'

/** Says whether a thread is about a fact or an opinion. */
export const action = guardedAction('comment.mark', async ({ useCase, params, permit, request }) => {
  const thread = await readThreadState(useCase, { sectionId: params.sectionId, threadId: params.threadId })
  permit(thread)
  const form = await request.formData()
  const nature = CommentNature.safeParse(form.get('nature'))
  if (!nature.success) throw new DomainError('invalid-input')
  await markThread(useCase, { threadId: thread.id, nature: nature.data })
  return redirect(threadPage(thread.sectionId, form.get('from'), { done: 'marked' }))
})
