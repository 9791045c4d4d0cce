import '#app/styles/consultation.css'
import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { ConsultationAnswerBlock } from '#app/components/consultation/answer-block.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { mayStandard, standardState } from '#app/components/standard/may-standard.ts'
import { stepRefusal } from '#app/components/standard/step-refusal.ts'
import { StepPage } from '#app/components/standard/step-page.tsx'
import { standardTexts } from '#app/i18n/standard.ts'
import { fieldErrors } from '#app/platform/field-errors.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { readConsultation } from '#app/services/consultations/read-consultation.server.ts'
import { markConsulted, StandardStep } from '#app/services/standard-terms/mark-consulted.server.ts'
import { readStandardSummary } from '#app/services/standard-terms/read-standard.server.ts'

export const meta = pageTitle((language) => standardTexts[language].steps.consulted.title)

export const loader = guardedLoader('standard.create', async ({ useCase, actor, params }) => {
  const { standard, consultation } = await readConsultation(useCase, params.standardId)
  return { standard, consultation, may: mayStandard(actor, standard).consult }
})

export const action = guardedAction('standard.consult', async ({ useCase, params, request, permit }) => {
  const standard = await readStandardSummary(useCase, params.standardId)
  const reason = String((await request.formData()).get('reason') ?? '')
  const input = StandardStep.safeParse({ standardId: standard.id, reason })
  try {
    permit(standardState(standard))
    if (!input.success) return data({ reason, errors: fieldErrors(input.error), refused: null }, 422)
    await markConsulted(useCase, input.data)
    return redirect(`/terms-of-reference/standards/${standard.id}?done=consulted`)
  } catch (error) {
    return data({ reason, errors: {}, refused: stepRefusal(error) }, 409)
  }
})

export const shouldRevalidate = alsoAfterRefusal

export default function ConsultPage() {
  const { standard, consultation, may } = useLoaderData<typeof loader>()
  return (
    <StepPage standard={standard} may={may} to="consulted" answer={useActionData<typeof action>()}>
      <ConsultationAnswerBlock
        consultation={consultation}
        base={`/terms-of-reference/consultations/${standard.id}`}
        may={may}
        fixed={!may}
      />
    </StepPage>
  )
}
