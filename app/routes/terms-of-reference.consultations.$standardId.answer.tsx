import '#app/styles/consultation.css'
import { data, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { Button } from '#app/components/button.tsx'
import { ClosedNotice } from '#app/components/consultation/closed-notice.tsx'
import { Choices, FormProblems, useAnswer } from '#app/components/consultation/form-parts.tsx'
import { ConsultationAnswerBlock } from '#app/components/consultation/answer-block.tsx'
import { useCrumbs } from '#app/components/consultation/use-crumbs.ts'
import { TextAreaField, TextField } from '#app/components/field.tsx'
import { PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { consultationTexts } from '#app/i18n/consultations.ts'
import { capital, pick } from '#app/i18n/pick.ts'
import { words } from '#app/i18n/vocabulary.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { today } from '#app/platform/today.ts'
import { answerConsultation, AnsweredConsultation } from '#app/services/consultations/answer-consultation.server.ts'
import { allows } from '#app/policies/policies.ts'
import { readConsultation, readInputs } from '#app/services/consultations/read-consultation.server.ts'
import { formValues, receiveForm } from '#app/services/consultations/receive-form.server.ts'
import { listOrganisations } from '#app/services/organisations/list-organisations.server.ts'
import { consultationAnswers, consultationWays } from '#schemas/vocabulary.ts'

export const meta = pageTitle((language) => consultationTexts[language].answer.title)

export const loader = guardedLoader('consultation.view', async ({ useCase, actor, params }) => {
  const found = await readConsultation(useCase, params.standardId)
  const heard = (await readInputs(useCase, found.standard.id)).map((input) => input.organisation.code)
  return {
    ...found,
    may: allows(actor, 'consultation.answer', found),
    heard,
    organisations: await listOrganisations(useCase),
    today: today(useCase.clock),
  }
})

export const action = guardedAction('consultation.answer', async ({ useCase, params, request, permit }) => {
  const found = await readConsultation(useCase, params.standardId)
  const standardId = found.standard.id
  const fields = ['answer', 'heldFrom', 'heldTo', 'explanation', 'revision']
  const values = formValues(await request.formData(), fields, ['ways', 'organisations'])
  const answer = await receiveForm({ ...values, standardId }, AnsweredConsultation, {
    permit: () => permit(found),
    save: (input) => answerConsultation(useCase, input),
    fieldOf: { 'held-in-future': 'heldTo', 'unknown-organisation': 'organisations' },
  })
  return answer.done ? redirect(`/terms-of-reference/consultations/${standardId}`) : data(answer.answer, answer.status)
})

export const shouldRevalidate = alsoAfterRefusal

export default function AnswerPage() {
  const { standard, consultation, heard, organisations, today, may } = useLoaderData<typeof loader>()
  const given = useActionData<typeof action>()
  const texts = useText(consultationTexts)
  const text = texts.answer
  const language = useLanguage()
  const word = words[language]
  const base = `/terms-of-reference/consultations/${standard.id}`
  // Who gave input was consulted: ticked to begin with.
  const known = consultation.answer === null ? heard : consultation.organisations.map((it) => it.code)
  const { value, list, sentence, problems, refusal } = useAnswer(given, {
    answer: consultation.answer ?? '',
    heldFrom: consultation.heldFrom ?? '',
    heldTo: consultation.heldTo ?? '',
    explanation: consultation.explanation ?? '',
    ways: consultation.ways,
    organisations: [...new Set(known)],
  })
  return (
    <>
      <PageHead crumbs={useCrumbs(standard)} title={text.title} lead={text.lead} />
      <ClosedNotice may={may} answered={given !== undefined} />
      <FormProblems problems={problems} refusal={refusal} />
      {given?.refusal && <ConsultationAnswerBlock consultation={consultation} base={base} may={false} fixed={false} />}
      <Form method="post" noValidate>
        <input type="hidden" name="revision" value={consultation.revision} />
        <Choices
          legend={text.choice}
          name="answer"
          type="radio"
          choices={consultationAnswers.map((code) => ({ value: code, label: capital(word.consultationAnswer[code]) }))}
          chosen={[value('answer')]}
          errors={sentence('answer')}
        />
        <fieldset className="fold">
          <legend>{text.ifHeld}</legend>
          <Choices
            legend={text.organisations}
            name="organisations"
            choices={organisations.map((it) => {
              const name = pick(it.nameNl, it.nameEn, language)
              return { value: it.code, label: name.text, lang: name.lang }
            })}
            chosen={list('organisations')}
            errors={sentence('organisations')}
          />
          <Choices
            legend={text.ways}
            name="ways"
            choices={consultationWays.map((code) => ({ value: code, label: capital(word.consultationWay[code]) }))}
            chosen={list('ways')}
            errors={sentence('ways')}
          />
          <div className="period-fields">
            <TextField
              label={text.heldFrom}
              name="heldFrom"
              type="date"
              max={today}
              defaultValue={value('heldFrom')}
              errors={sentence('heldFrom')}
            />
            <TextField
              label={text.heldTo}
              name="heldTo"
              type="date"
              max={today}
              defaultValue={value('heldTo')}
              errors={sentence('heldTo')}
            />
          </div>
        </fieldset>
        <TextAreaField
          label={text.explanation}
          hint={text.explanationHint}
          name="explanation"
          rows={4}
          maxLength={4000}
          aria-required
          defaultValue={value('explanation')}
          errors={sentence('explanation')}
        />
        <div className="form-actions">
          {may && <Button look="primary">{text.submit}</Button>}
          <Link to={base}>{texts.cancel}</Link>
        </div>
      </Form>
    </>
  )
}
