import '#app/styles/consultation.css'
import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { ButtonLink } from '#app/components/button.tsx'
import { ActionForm, OutcomeForm } from '#app/components/consultation/point-steps.tsx'
import { InputView } from '#app/components/consultation/input-view.tsx'
import { useCrumbs } from '#app/components/consultation/use-crumbs.ts'
import { PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { consultationTexts } from '#app/i18n/consultations.ts'
import { formatMoment } from '#app/i18n/format.ts'
import { words } from '#app/i18n/vocabulary.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { allows } from '#app/policies/policies.ts'
import { decidePoint, DecidedPoint } from '#app/services/consultations/decide-point.server.ts'
import { planAction, PlannedAction } from '#app/services/consultations/plan-action.server.ts'
import { readPointPage } from '#app/services/consultations/read-point-page.server.ts'
import { formValues, receiveForm } from '#app/services/consultations/receive-form.server.ts'

export const meta = pageTitle<{ point: { number: number } }>(
  (language, data) => data && consultationTexts[language].point.title(data.point.number),
)

export const loader = guardedLoader('consultation.view', async ({ useCase, actor, params }) => ({
  ...(await readPointPage(useCase, params.standardId, params.number)),
  may: { distil: allows(actor, 'consultation.distil') },
}))

const forms = {
  action: { fields: ['action', 'ownerId', 'dueOn', 'explanation'], fieldOf: { 'unknown-owner': 'ownerId' } },
  outcome: {
    fields: ['outcome', 'reason', 'questionKey', 'courseId'],
    fieldOf: {
      'question-needed': 'questionKey',
      'unknown-question': 'questionKey',
      'course-needed': 'courseId',
      'unknown-course': 'courseId',
    },
  },
} as const

/** Two forms post here: what is done with the point, and what became of it. */
export const action = guardedAction('consultation.distil', async ({ useCase, params, request }) => {
  const { standard, point } = await readPointPage(useCase, params.standardId, params.number)
  const form = await request.formData()
  const step = form.get('step') === 'outcome' ? 'outcome' : 'action'
  const { fields, fieldOf } = forms[step]
  const typed = formValues(form, ['revision', ...fields])
  const values = { ...typed, standardId: standard.id, number: String(point.number) }
  const permit = () => {}
  const answer =
    step === 'action'
      ? await receiveForm(values, PlannedAction, { permit, save: (input) => planAction(useCase, input), fieldOf })
      : await receiveForm(values, DecidedPoint, { permit, save: (input) => decidePoint(useCase, input), fieldOf })
  if (!answer.done) return data({ ...answer.answer, step }, answer.status)
  return redirect(`/terms-of-reference/consultations/${standard.id}/points/${point.number}#${step}`)
})

export const shouldRevalidate = alsoAfterRefusal

export default function PointPage() {
  const { standard, point, inputs, owners, proposed, chapters, courses, may } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const text = useText(consultationTexts).point
  const input = useText(consultationTexts).input
  const language = useLanguage()
  const base = `/terms-of-reference/consultations/${standard.id}`
  const decided = point.outcomes.length > 0
  return (
    <>
      <PageHead
        crumbs={useCrumbs(standard)}
        title={text.title(point.number)}
        lead={text.made(point.madeBy, formatMoment(point.madeAt, language))}
        actions={may.distil && !decided && <ButtonLink to={`${base}/points/${point.number}/change`}>{text.change}</ButtonLink>}
      />
      <p className="said point-body">{point.body}</p>
      {point.themes.length > 0 && (
        <ul className="tags">
          {point.themes.map((theme) => (
            <li key={theme} className="tag">
              {words[language].theme[theme]}
            </li>
          ))}
        </ul>
      )}
      <div className="columns" data-side="end">
        <div>
          <ActionForm
            {...{ point, owners, proposed }}
            may={may.distil && !decided}
            answer={answer?.step === 'action' ? answer : undefined}
          />
          <OutcomeForm
            {...{ point, chapters, courses }}
            may={may.distil}
            answer={answer?.step === 'outcome' ? answer : undefined}
          />
        </div>
        <section aria-labelledby="inputs">
          <h2 id="inputs">{text.inputs}</h2>
          {inputs.map((it) => (
            <div key={it.number} className="quiet-question given">
              <h3>{input.number(it.number)}</h3>
              <InputView input={it} />
            </div>
          ))}
        </section>
      </div>
    </>
  )
}
