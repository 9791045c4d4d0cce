import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { pageTitle } from '#app/components/page-title.ts'
import { mayStandard, standardState } from '#app/components/standard/may-standard.ts'
import { stepRefusal } from '#app/components/standard/step-refusal.ts'
import { StepPage } from '#app/components/standard/step-page.tsx'
import { useText } from '#app/components/use-text.ts'
import { standardTexts } from '#app/i18n/standard.ts'
import { fieldErrors } from '#app/platform/field-errors.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { putInForce, PutInForce } from '#app/services/standard-terms/put-in-force.server.ts'
import { readStandardInForce, readStandardSummary } from '#app/services/standard-terms/read-standard.server.ts'

export const meta = pageTitle((language) => standardTexts[language].steps['in-force'].title)

export const loader = guardedLoader('standard.create', async ({ useCase, actor, params }) => {
  const standard = await readStandardSummary(useCase, params.standardId)
  return {
    standard,
    inForce: await readStandardInForce(useCase, standard.kind),
    may: mayStandard(actor, standard).force,
  }
})

export const action = guardedAction('standard.put-in-force', async ({ useCase, params, request, permit }) => {
  const standard = await readStandardSummary(useCase, params.standardId)
  const form = await request.formData()
  const reason = String(form.get('reason') ?? '')
  const input = PutInForce.safeParse({ standardId: standard.id, reason, succeedsId: form.get('succeedsId') || null })
  try {
    permit(standardState(standard))
    if (!input.success) return data({ reason, errors: fieldErrors(input.error), refused: null }, 422)
    await putInForce(useCase, input.data)
    return redirect(`/terms-of-reference/standards/${standard.id}?done=in-force`)
  } catch (error) {
    return data({ reason, errors: {}, refused: stepRefusal(error) }, 409)
  }
})

export const shouldRevalidate = alsoAfterRefusal

export default function ForcePage() {
  const { standard, inForce, may } = useLoaderData<typeof loader>()
  const text = useText(standardTexts).steps['in-force']
  return (
    <StepPage standard={standard} may={may} to="in-force" answer={useActionData<typeof action>()}>
      <p>{inForce ? text.succeeds(inForce.version) : text.first}</p>
      <input type="hidden" name="succeedsId" value={inForce?.id ?? ''} />
    </StepPage>
  )
}
