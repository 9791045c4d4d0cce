import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { pageTitle } from '#app/components/page-title.ts'
import { mayStandard, standardState } from '#app/components/standard/may-standard.ts'
import { stepRefusal } from '#app/components/standard/step-refusal.ts'
import { StepPage } from '#app/components/standard/step-page.tsx'
import { standardTexts } from '#app/i18n/standard.ts'
import { fieldErrors } from '#app/platform/field-errors.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { StandardStep } from '#app/services/standard-terms/mark-consulted.server.ts'
import { readStandardSummary } from '#app/services/standard-terms/read-standard.server.ts'
import { returnToDraft } from '#app/services/standard-terms/return-to-draft.server.ts'

export const meta = pageTitle((language) => standardTexts[language].steps.draft.title)

export const loader = guardedLoader('standard.create', async ({ useCase, actor, params }) => {
  const standard = await readStandardSummary(useCase, params.standardId)
  return { standard, may: mayStandard(actor, standard).return }
})

export const action = guardedAction('standard.return', async ({ useCase, params, request, permit }) => {
  const standard = await readStandardSummary(useCase, params.standardId)
  const reason = String((await request.formData()).get('reason') ?? '')
  const input = StandardStep.safeParse({ standardId: standard.id, reason })
  try {
    permit(standardState(standard))
    if (!input.success) return data({ reason, errors: fieldErrors(input.error), refused: null }, 422)
    await returnToDraft(useCase, input.data)
    return redirect(`/terms-of-reference/standards/${standard.id}?done=returned`)
  } catch (error) {
    return data({ reason, errors: {}, refused: stepRefusal(error) }, 409)
  }
})

export const shouldRevalidate = alsoAfterRefusal

export default function ReturnPage() {
  return <StepPage {...useLoaderData<typeof loader>()} to="draft" answer={useActionData<typeof action>()} />
}
