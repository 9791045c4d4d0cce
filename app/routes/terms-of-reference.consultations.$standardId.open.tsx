import '#app/styles/consultation.css'
import { data, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { Button } from '#app/components/button.tsx'
import { ClosedNotice } from '#app/components/consultation/closed-notice.tsx'
import { FormProblems, useAnswer } from '#app/components/consultation/form-parts.tsx'
import { useCrumbs } from '#app/components/consultation/use-crumbs.ts'
import { TextAreaField, TextField } from '#app/components/field.tsx'
import { PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { useText } from '#app/components/use-text.ts'
import { consultationTexts } from '#app/i18n/consultations.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { today } from '#app/platform/today.ts'
import { openConsultation, OpenedConsultation } from '#app/services/consultations/open-consultation.server.ts'
import { allows } from '#app/policies/policies.ts'
import { readConsultation } from '#app/services/consultations/read-consultation.server.ts'
import { formValues, receiveForm } from '#app/services/consultations/receive-form.server.ts'

export const meta = pageTitle((language) => consultationTexts[language].open.title)

export const loader = guardedLoader('consultation.view', async ({ useCase, actor, params }) => {
  const found = await readConsultation(useCase, params.standardId)
  return { ...found, may: allows(actor, 'consultation.open', found), today: today(useCase.clock) }
})

export const action = guardedAction('consultation.open', async ({ useCase, params, request, permit }) => {
  const found = await readConsultation(useCase, params.standardId)
  const standardId = found.standard.id
  const values = formValues(await request.formData(), ['request', 'closesOn', 'revision'])
  const answer = await receiveForm({ ...values, standardId }, OpenedConsultation, {
    permit: () => permit(found),
    save: (input) => openConsultation(useCase, input),
    fieldOf: { 'closes-in-past': 'closesOn', 'closes-too-late': 'closesOn' },
  })
  return answer.done ? redirect(`/terms-of-reference/consultations/${standardId}`) : data(answer.answer, answer.status)
})

export const shouldRevalidate = alsoAfterRefusal

export default function OpenPage() {
  const { standard, consultation, today, may } = useLoaderData<typeof loader>()
  const given = useActionData<typeof action>()
  const texts = useText(consultationTexts)
  const text = texts.open
  const begun = consultation.openedAt !== null
  const { value, sentence, problems, refusal } = useAnswer(given, {
    request: consultation.request ?? '',
    closesOn: consultation.closesOn ?? '',
  })
  return (
    <>
      <PageHead crumbs={useCrumbs(standard)} title={begun ? text.changeTitle : text.title} />
      <ClosedNotice may={may} answered={given !== undefined} />
      <FormProblems problems={problems} refusal={refusal} />
      <Form method="post" noValidate>
        <input type="hidden" name="revision" value={consultation.revision} />
        <TextAreaField
          label={text.request}
          hint={text.requestHint}
          name="request"
          rows={6}
          maxLength={4000}
          aria-required
          defaultValue={value('request')}
          errors={sentence('request')}
        />
        <TextField
          label={text.closesOn}
          name="closesOn"
          type="date"
          min={today}
          aria-required
          defaultValue={value('closesOn')}
          errors={sentence('closesOn')}
        />
        <div className="form-actions">
          {may && <Button look="primary">{begun ? text.save : text.submit}</Button>}
          <Link to={`/terms-of-reference/consultations/${standard.id}`}>{texts.cancel}</Link>
        </div>
      </Form>
    </>
  )
}
