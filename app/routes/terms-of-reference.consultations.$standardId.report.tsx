import '#app/styles/consultation.css'
import { data, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { Button } from '#app/components/button.tsx'
import { ClosedNotice } from '#app/components/consultation/closed-notice.tsx'
import { FormProblems, QuestionSelect, ThemeChoices, useAnswer } from '#app/components/consultation/form-parts.tsx'
import { useCrumbs } from '#app/components/consultation/use-crumbs.ts'
import { SelectField, TextAreaField, TextField } from '#app/components/field.tsx'
import { PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { consultationTexts } from '#app/i18n/consultations.ts'
import { pick } from '#app/i18n/pick.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { today } from '#app/platform/today.ts'
import { allows } from '#app/policies/policies.ts'
import { readConsultation } from '#app/services/consultations/read-consultation.server.ts'
import { readQuestionChoices } from '#app/services/consultations/read-question-choices.server.ts'
import { formValues, receiveForm } from '#app/services/consultations/receive-form.server.ts'
import { ReportedInput, reportInput } from '#app/services/consultations/report-input.server.ts'
import { listOrganisations } from '#app/services/organisations/list-organisations.server.ts'

export const meta = pageTitle((language) => consultationTexts[language].report.title)

export const loader = guardedLoader('consultation.view', async ({ useCase, actor, params }) => {
  const found = await readConsultation(useCase, params.standardId)
  return {
    may: allows(actor, 'consultation.report', found),
    standard: found.standard,
    chapters: await readQuestionChoices(useCase, found.standard.id),
    organisations: await listOrganisations(useCase),
    today: today(useCase.clock),
  }
})

export const action = guardedAction('consultation.report', async ({ useCase, params, request, permit }) => {
  const found = await readConsultation(useCase, params.standardId)
  const standardId = found.standard.id
  const fields = ['organisation', 'receivedOn', 'questionKey', 'body']
  const answer = await receiveForm(formValues(await request.formData(), fields, ['themes']), ReportedInput, {
    permit: () => permit(found),
    save: (input) => reportInput(useCase, standardId, input),
    fieldOf: {
      'unknown-organisation': 'organisation',
      'received-in-future': 'receivedOn',
      'unknown-question': 'questionKey',
    },
  })
  if (!answer.done) return data(answer.answer, answer.status)
  return redirect(`/terms-of-reference/consultations/${standardId}#input-${answer.saved}`)
})

export const shouldRevalidate = alsoAfterRefusal

export default function ReportPage() {
  const { standard, chapters, organisations, today, may } = useLoaderData<typeof loader>()
  const given = useActionData<typeof action>()
  const texts = useText(consultationTexts)
  const text = texts.report
  const language = useLanguage()
  const { value, list, sentence, problems, refusal } = useAnswer(given)
  return (
    <>
      <PageHead crumbs={useCrumbs(standard)} title={text.title} lead={text.lead} />
      <ClosedNotice may={may} answered={given !== undefined} />
      <FormProblems problems={problems} refusal={refusal} />
      <Form method="post" noValidate>
        <SelectField
          label={text.organisation}
          name="organisation"
          aria-required
          defaultValue={value('organisation')}
          errors={sentence('organisation')}
        >
          <option value="">{text.choose}</option>
          {organisations.map((organisation) => (
            <option key={organisation.code} value={organisation.code}>
              {pick(organisation.nameNl, organisation.nameEn, language).text}
            </option>
          ))}
        </SelectField>
        <TextField
          label={text.receivedOn}
          name="receivedOn"
          type="date"
          max={today}
          aria-required
          defaultValue={value('receivedOn')}
          errors={sentence('receivedOn')}
        />
        <QuestionSelect
          label={texts.fields.question}
          none={texts.fields.whole}
          chapters={chapters}
          value={value('questionKey')}
          errors={sentence('questionKey')}
        />
        <TextAreaField
          label={texts.fields.body}
          hint={texts.fields.bodyHint}
          name="body"
          rows={6}
          maxLength={10_000}
          aria-required
          defaultValue={value('body')}
          errors={sentence('body')}
        />
        <ThemeChoices
          legend={texts.fields.themes}
          hint={texts.fields.themesHint}
          chosen={list('themes')}
          errors={sentence('themes')}
        />
        <div className="form-actions">
          {may && <Button look="primary">{text.submit}</Button>}
          <Link to={`/terms-of-reference/consultations/${standard.id}`}>{texts.cancel}</Link>
        </div>
      </Form>
    </>
  )
}
