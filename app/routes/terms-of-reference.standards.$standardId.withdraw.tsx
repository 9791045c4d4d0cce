import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { SelectField } from '#app/components/field.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { mayStandard, standardState } from '#app/components/standard/may-standard.ts'
import { stepRefusal } from '#app/components/standard/step-refusal.ts'
import { StepPage } from '#app/components/standard/step-page.tsx'
import { useVersionOption } from '#app/components/standard/version-name.tsx'
import { useText } from '#app/components/use-text.ts'
import { standardTexts } from '#app/i18n/standard.ts'
import { fieldErrors } from '#app/platform/field-errors.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { listStandards, readStandardSummary } from '#app/services/standard-terms/read-standard.server.ts'
import { WithdrawnStandard, withdrawStandard } from '#app/services/standard-terms/withdraw-standard.server.ts'

export const meta = pageTitle((language) => standardTexts[language].steps.withdrawn.title)

export const loader = guardedLoader('standard.create', async ({ useCase, actor, params }) => {
  const standard = await readStandardSummary(useCase, params.standardId)
  const standards = await listStandards(useCase)
  return {
    standard,
    successors: standards.filter((it) => it.kind === standard.kind && it.id !== standard.id && it.status !== 'withdrawn'),
    may: mayStandard(actor, standard).withdraw,
  }
})

export const action = guardedAction('standard.withdraw', async ({ useCase, params, request, permit }) => {
  const standard = await readStandardSummary(useCase, params.standardId)
  const form = await request.formData()
  const reason = String(form.get('reason') ?? '')
  const successorId = String(form.get('successorId') ?? '')
  const input = WithdrawnStandard.safeParse({ standardId: standard.id, reason, successorId: successorId || null })
  try {
    permit(standardState(standard))
    if (!input.success) return data({ reason, successorId, errors: fieldErrors(input.error), refused: null }, 422)
    await withdrawStandard(useCase, input.data)
    return redirect(`/terms-of-reference/standards/${standard.id}?done=withdrawn`)
  } catch (error) {
    return data({ reason, successorId, errors: {}, refused: stepRefusal(error) }, 409)
  }
})

export const shouldRevalidate = alsoAfterRefusal

export default function WithdrawPage() {
  const { standard, successors, may } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const text = useText(standardTexts).steps.withdrawn
  const option = useVersionOption()
  return (
    <StepPage
      standard={standard}
      may={may}
      to="withdrawn"
      answer={answer}
      lead={standard.status === 'in-force' ? `${text.leadInForce} ${text.lead}` : text.lead}
    >
      <SelectField label={text.successor} name="successorId" defaultValue={answer?.successorId ?? ''}>
        <option value="">{text.noSuccessor}</option>
        {successors.map((it) => (
          <option key={it.id} value={it.id}>
            {option(it)}
          </option>
        ))}
      </SelectField>
    </StepPage>
  )
}
