import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { pageTitle } from '#app/components/page-title.ts'
import { ReviewPage, reviewTitle } from '#app/components/review/review-page.tsx'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { addComment, NewComment } from '#app/services/review/comment-on-section.server.ts'
import { readReviewPage } from '#app/services/review/read-review-page.server.ts'
import { readReviewState } from '#app/services/review/read-section-for-review.server.ts'

export const meta = pageTitle(reviewTitle)

export const loader = guardedLoader('section.view', async ({ useCase, params }) =>
  readReviewPage(useCase, { sectionId: params.sectionId }),
)

/** Adds a remark, about one block or the whole section; one that will not do comes back as it was typed. */
export const action = guardedAction('section.comment', async ({ useCase, params, request }) => {
  const { id } = await readReviewState(useCase, params.sectionId)
  const form = await request.formData()
  const typed = (name: string) => String(form.get(name) ?? '')
  const values = { blockId: typed('blockId') || null, quote: typed('quote'), body: typed('body') }
  const comment = NewComment.safeParse({ sectionId: id, ...values })
  if (!comment.success) return data({ ...values, error: comment.error.issues[0]?.message ?? null }, 422)
  await addComment(useCase, comment.data)
  return redirect(`/review/${id}?done=commented#${comment.data.blockId ?? 'comments'}`)
})

export const shouldRevalidate = alsoAfterRefusal

export default function CommentOnSection() {
  return <ReviewPage {...useLoaderData<typeof loader>()} commenting={useActionData<typeof action>()} />
}
