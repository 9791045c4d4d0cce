import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { pageTitle } from '#app/components/page-title.ts'
import { ReviewPage, reviewTitle } from '#app/components/review/review-page.tsx'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { receiveThread } from '#app/services/comments/receive-thread.server.ts'
import { readReviewPage } from '#app/services/review/read-review-page.server.ts'
import { readReviewState } from '#app/services/review/read-section-for-review.server.ts'

export const meta = pageTitle(reviewTitle)

export const loader = guardedLoader('section.view', async ({ useCase, params }) =>
  readReviewPage(useCase, { sectionId: params.sectionId }),
)

/** Starts a thread, about one block, a question or the whole section; one that will not do comes back as it was filled in. */
export const action = guardedAction('section.comment', async ({ useCase, params, request }) => {
  const { id } = await readReviewState(useCase, params.sectionId)
  const received = await receiveThread(useCase, id, await request.formData())
  if ('refused' in received) return data(received.refused, 422)
  return redirect(`/review/${id}?done=commented#${received.started.blockId ?? 'comments'}`)
})

export const shouldRevalidate = alsoAfterRefusal

export default function CommentOnSection() {
  return <ReviewPage {...useLoaderData<typeof loader>()} commenting={useActionData<typeof action>()} />
}
