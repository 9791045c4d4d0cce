import { redirect } from '@remix-run/node'
import { guardedAction } from '#app/platform/http/guarded.server.ts'
import { addComment, NewComment } from '#app/services/review/comment-on-section.server.ts'

/** Adds a remark about the section as a whole. */
export const action = guardedAction('section.comment', async ({ useCase, params, request }) => {
  const comment = NewComment.safeParse({ sectionId: params.sectionId, body: (await request.formData()).get('body') })
  const page = `/sections/${params.sectionId}`
  if (!comment.success) return redirect(`${page}?problem=comment#comments`)
  await addComment(useCase, comment.data)
  return redirect(`${page}?done=commented#comments`)
})
