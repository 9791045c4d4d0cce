import { redirect } from '@remix-run/node'
import { guardedAction } from '#app/platform/http/guarded.server.ts'
import { resolveComment } from '#app/services/review/comment-on-section.server.ts'
import { readCommentState } from '#app/services/review/read-comment-state.server.ts'

/** Marks a remark as dealt with, for who stands on the section's own page. */
export const action = guardedAction('comment.resolve', async ({ useCase, params, permit }) => {
  const comment = await readCommentState(useCase, { sectionId: params.sectionId, commentId: params.commentId })
  permit(comment)
  await resolveComment(useCase, comment.id)
  return redirect(`/sections/${params.sectionId}?done=resolved#comments`)
})
