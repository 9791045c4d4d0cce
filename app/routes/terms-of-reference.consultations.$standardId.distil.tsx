import '#app/styles/consultation.css'
import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { InputView } from '#app/components/consultation/input-view.tsx'
import { PointForm } from '#app/components/consultation/point-form.tsx'
import { useCrumbs } from '#app/components/consultation/use-crumbs.ts'
import { PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { useText } from '#app/components/use-text.ts'
import { consultationTexts } from '#app/i18n/consultations.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { distilPoint, PointFields } from '#app/services/consultations/distil-point.server.ts'
import { readConsultation, readInputs } from '#app/services/consultations/read-consultation.server.ts'
import { formValues, receiveForm } from '#app/services/consultations/receive-form.server.ts'

export const meta = pageTitle((language) => consultationTexts[language].distil.title)

export const loader = guardedLoader('consultation.distil', async ({ useCase, params, request }) => {
  const { standard } = await readConsultation(useCase, params.standardId)
  const inputs = (await readInputs(useCase, standard.id)).map(({ givenBy: _who, ...input }) => input)
  return { standard, inputs, chosen: new URL(request.url).searchParams.get('input') }
})

export const action = guardedAction('consultation.distil', async ({ useCase, params, request }) => {
  const { standard } = await readConsultation(useCase, params.standardId)
  const values = formValues(await request.formData(), ['body'], ['themes', 'inputs'])
  const answer = await receiveForm(values, PointFields, {
    permit: () => {},
    save: (input) => distilPoint(useCase, standard.id, input),
    fieldOf: { 'unknown-input': 'inputs' },
  })
  if (!answer.done) return data(answer.answer, answer.status)
  return redirect(`/terms-of-reference/consultations/${standard.id}/points/${answer.saved}`)
})

export const shouldRevalidate = alsoAfterRefusal

export default function DistilPage() {
  const { standard, inputs, chosen } = useLoaderData<typeof loader>()
  const given = useActionData<typeof action>()
  const text = useText(consultationTexts).distil
  const source = inputs.find((input) => String(input.number) === chosen)
  return (
    <>
      <PageHead crumbs={useCrumbs(standard)} title={text.title} lead={text.lead} />
      {source && (
        <div className="quiet-question given">
          <InputView input={source} />
        </div>
      )}
      <PointForm
        inputs={inputs}
        begin={{ inputs: source ? [String(source.number)] : [], themes: source?.themes ?? [] }}
        answer={given}
        back={`/terms-of-reference/consultations/${standard.id}`}
      />
    </>
  )
}
