import '#app/styles/consultation.css'
import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { PointForm } from '#app/components/consultation/point-form.tsx'
import { useCrumbs } from '#app/components/consultation/use-crumbs.ts'
import { PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { useText } from '#app/components/use-text.ts'
import { consultationTexts } from '#app/i18n/consultations.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { ChangedPoint, changePoint } from '#app/services/consultations/change-point.server.ts'
import { readConsultation, readInputs } from '#app/services/consultations/read-consultation.server.ts'
import { readPoint } from '#app/services/consultations/read-one.server.ts'
import { formValues, receiveForm } from '#app/services/consultations/receive-form.server.ts'

export const meta = pageTitle<{ point: { number: number } }>(
  (language, data) => data && consultationTexts[language].distil.changeTitle(data.point.number),
)

export const loader = guardedLoader('consultation.distil', async ({ useCase, params }) => {
  const { standard } = await readConsultation(useCase, params.standardId)
  const point = await readPoint(useCase, standard.id, params.number)
  const inputs = (await readInputs(useCase, standard.id)).map(({ givenBy: _who, ...input }) => input)
  return { standard, point, inputs }
})

export const action = guardedAction('consultation.distil', async ({ useCase, params, request }) => {
  const { standard } = await readConsultation(useCase, params.standardId)
  const { number } = await readPoint(useCase, standard.id, params.number)
  const values = formValues(await request.formData(), ['body', 'revision'], ['themes', 'inputs'])
  const answer = await receiveForm({ ...values, standardId: standard.id, number: String(number) }, ChangedPoint, {
    permit: () => {},
    save: (input) => changePoint(useCase, input),
    fieldOf: { 'unknown-input': 'inputs' },
  })
  if (!answer.done) return data(answer.answer, answer.status)
  return redirect(`/terms-of-reference/consultations/${standard.id}/points/${number}`)
})

export const shouldRevalidate = alsoAfterRefusal

export default function ChangePointPage() {
  const { standard, point, inputs } = useLoaderData<typeof loader>()
  const given = useActionData<typeof action>()
  const text = useText(consultationTexts).distil
  return (
    <>
      <PageHead crumbs={useCrumbs(standard)} title={text.changeTitle(point.number)} lead={text.lead} />
      {given?.refusal && <p className="quiet-question said">{point.body}</p>}
      <PointForm
        inputs={inputs}
        begin={{ body: point.body, inputs: point.inputs.map(String), themes: point.themes }}
        answer={given}
        revision={point.revision}
        back={`/terms-of-reference/consultations/${standard.id}/points/${point.number}`}
      />
    </>
  )
}
