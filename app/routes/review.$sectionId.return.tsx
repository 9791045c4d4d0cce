import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { pageTitle } from '#app/components/page-title.ts'
import { ReviewPage, reviewTitle } from '#app/components/review/review-page.tsx'
import { DomainError } from '#app/platform/errors.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { isMoved } from '#app/platform/http/moved.server.ts'
import { ReturnReason, returnSection, SeenSection } from '#app/services/review/decide-section.server.ts'
import { readReviewPage } from '#app/services/review/read-review-page.server.ts'
import { readReviewState } from '#app/services/review/read-section-for-review.server.ts'

export const meta = pageTitle(reviewTitle)

export const loader = guardedLoader('section.view', async ({ useCase, params }) =>
  readReviewPage(useCase, { sectionId: params.sectionId }),
)

/** Gives a section back as it stood on the page; a reason that will not do, or came too late, comes back as it was typed. */
export const action = guardedAction('section.return', async ({ useCase, params, request, permit }) => {
  const state = await readReviewState(useCase, params.sectionId)
  const form = await request.formData()
  const reason = String(form.get('reason') ?? '')
  const seen = SeenSection.safeParse(Object.fromEntries(form))
  try {
    permit(state)
    if (!seen.success) throw new DomainError('invalid-input')
    const checked = ReturnReason.safeParse(reason)
    if (!checked.success) return data({ reason, error: checked.error.issues[0]?.message ?? null, moved: false }, 422)
    await returnSection(useCase, { sectionId: state.id, reason, seen: seen.data })
  } catch (error) {
    if (!isMoved(error)) throw error
    return data({ reason, error: null, moved: true }, 409)
  }
  return redirect(`/review/${state.id}?done=returned`)
})

export const shouldRevalidate = alsoAfterRefusal

export default function ReturnSection() {
  const answer = useActionData<typeof action>()
  return <ReviewPage {...useLoaderData<typeof loader>()} moved={answer?.moved ?? false} returning={answer} />
}
