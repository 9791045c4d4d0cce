import { redirect } from '@remix-run/node'
import { DomainError } from '#app/platform/errors.ts'
import { guardedAction } from '#app/platform/http/guarded.server.ts'
import { orShowMoved } from '#app/platform/http/moved.server.ts'
import { approveSection, SeenSection } from '#app/services/review/decide-section.server.ts'
import { readReviewState } from '#app/services/review/read-section-for-review.server.ts'

/** Approves a section as it stood on the page. */
export const action = guardedAction('section.approve', async ({ useCase, params, request, permit }) => {
  const state = await readReviewState(useCase, params.sectionId)
  const seen = SeenSection.safeParse(Object.fromEntries(await request.formData()))
  const page = `/review/${state.id}`
  return orShowMoved(page, async () => {
    permit(state)
    if (!seen.success) throw new DomainError('invalid-input')
    await approveSection(useCase, state.id, seen.data)
    return redirect(`${page}?done=approved`)
  })
})
