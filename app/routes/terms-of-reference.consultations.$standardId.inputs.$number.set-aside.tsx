import '#app/styles/consultation.css'
import { data, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { Button } from '#app/components/button.tsx'
import { FormProblems, useAnswer } from '#app/components/consultation/form-parts.tsx'
import { InputView } from '#app/components/consultation/input-view.tsx'
import { useCrumbs } from '#app/components/consultation/use-crumbs.ts'
import { TextAreaField } from '#app/components/field.tsx'
import { PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { useText } from '#app/components/use-text.ts'
import { consultationTexts } from '#app/i18n/consultations.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { readConsultation } from '#app/services/consultations/read-consultation.server.ts'
import { readInput } from '#app/services/consultations/read-one.server.ts'
import { formValues, receiveForm } from '#app/services/consultations/receive-form.server.ts'
import { setAsideInput, SetAsideInput } from '#app/services/consultations/set-aside-input.server.ts'

export const meta = pageTitle<{ input: { number: number } }>(
  (language, data) => data && consultationTexts[language].setAside.title(data.input.number),
)

export const loader = guardedLoader('consultation.distil', async ({ useCase, params }) => {
  const { standard } = await readConsultation(useCase, params.standardId)
  const { givenBy: _who, ...input } = await readInput(useCase, standard.id, params.number)
  return { standard, input }
})

export const action = guardedAction('consultation.distil', async ({ useCase, params, request }) => {
  const { standard } = await readConsultation(useCase, params.standardId)
  const { number } = await readInput(useCase, standard.id, params.number)
  const values = formValues(await request.formData(), ['reason'])
  const answer = await receiveForm({ ...values, standardId: standard.id, number: String(number) }, SetAsideInput, {
    permit: () => {},
    save: (input) => setAsideInput(useCase, input),
  })
  if (!answer.done) return data(answer.answer, answer.status)
  return redirect(`/terms-of-reference/consultations/${standard.id}#input-${number}`)
})

export const shouldRevalidate = alsoAfterRefusal

export default function SetAsidePage() {
  const { standard, input } = useLoaderData<typeof loader>()
  const given = useActionData<typeof action>()
  const texts = useText(consultationTexts)
  const text = texts.setAside
  const { value, sentence, problems, refusal } = useAnswer(given)
  return (
    <>
      <PageHead crumbs={useCrumbs(standard)} title={text.title(input.number)} lead={text.lead} />
      <FormProblems problems={problems} refusal={refusal} />
      <div className="quiet-question given">
        <InputView input={input} />
      </div>
      <Form method="post" noValidate>
        <TextAreaField
          label={text.reason}
          hint={text.hint}
          name="reason"
          rows={3}
          maxLength={2000}
          aria-required
          defaultValue={value('reason')}
          errors={sentence('reason')}
        />
        <div className="form-actions">
          <Button look="primary">{text.submit}</Button>
          <Link to={`/terms-of-reference/consultations/${standard.id}#input-${input.number}`}>{texts.cancel}</Link>
        </div>
      </Form>
    </>
  )
}
