import '#app/styles/terms.css'
import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { ReasonPage } from '#app/components/country/reason-page.tsx'
import { Notice } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { DropWarning } from '#app/components/question-actions.tsx'
import { useText } from '#app/components/use-text.ts'
import { countryTexts } from '#app/i18n/country.ts'
import { termsTexts } from '#app/i18n/terms.ts'
import { fieldErrors } from '#app/platform/field-errors.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { isMoved } from '#app/platform/http/moved.server.ts'
import { allows } from '#app/policies/policies.ts'
import { dropQuestion, DroppedQuestion } from '#app/services/terms-of-reference/drop-question.server.ts'
import { findQuestion, readQuestion, readTerms } from '#app/services/terms-of-reference/read-terms.server.ts'

export const meta = pageTitle((language) => termsTexts[language].drop.title)

export const loader = guardedLoader('terms.view', async ({ useCase, actor, params }) => {
  const terms = await readTerms(useCase, params.termsId)
  return {
    terms,
    ...(await readQuestion(useCase, terms.id, params.questionKey)),
    may: { change: allows(actor, 'terms.change', terms) },
  }
})

/** What happened meanwhile, by the failure's detail; anything else is that Foreign Affairs has the terms. */
const movedBy: Record<string, 'changed' | 'dropped'> = { 'question-changed': 'changed', 'question-dropped': 'dropped' }

export const action = guardedAction('terms.change', async ({ useCase, params, request, permit }) => {
  const terms = await readTerms(useCase, params.termsId)
  const found = await findQuestion(useCase, terms.id, params.questionKey)
  if (!found) throw redirect(`/terms-of-reference/${terms.id}?moved=1`)
  const { question, section } = found
  const form = await request.formData()
  const reason = String(form.get('reason') ?? '')
  const revision = Number(form.get('revision') ?? question.revision)
  const input = DroppedQuestion.safeParse({ termsId: terms.id, questionKey: question.key, reason, revision })
  try {
    permit(terms)
    if (!input.success) return data({ reason, error: fieldErrors(input.error).reason ?? 'other', moved: null }, 422)
    await dropQuestion(useCase, input.data)
  } catch (error) {
    if (!isMoved(error)) throw error
    return data({ reason, error: null, moved: movedBy[error.detail ?? ''] ?? ('closed' as const) }, 409)
  }
  return redirect(
    `/terms-of-reference/${terms.id}?chapter=${section.chapterKey}#${question.state === 'added' ? section.key : question.key}`,
  )
})

export const shouldRevalidate = alsoAfterRefusal

export default function DropPage() {
  const { terms, question, section, may } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const text = useText(termsTexts)
  const conflict = useText(countryTexts).conflict
  const added = question.state === 'added'
  const sentences: Record<string, string> = text.errors
  const moved = { changed: conflict.changedDrop, dropped: text.alreadyDropped, closed: text.closed }
  return (
    <ReasonPage
      terms={terms}
      question={question}
      section={section}
      title={added ? text.drop.removeTitle : text.drop.title}
      label={text.drop.reason}
      hint={text.drop.hint}
      submit={added ? text.drop.removeSubmit : text.drop.submit}
      reason={answer?.reason}
      error={answer?.error ? (sentences[answer.error] ?? text.errors.other) : undefined}
      moved={answer?.moved ? moved[answer.moved] : undefined}
      open={may.change && question.state !== 'dropped'}
    >
      {!may.change && !answer?.moved && (
        <Notice>
          <p>{text.stands}</p>
        </Notice>
      )}
      {question.state !== 'dropped' && <DropWarning question={question} />}
    </ReasonPage>
  )
}
