import '#app/styles/terms.css'
import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { ReasonPage } from '#app/components/country/reason-page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { useText } from '#app/components/use-text.ts'
import { countryTexts } from '#app/i18n/country.ts'
import { termsTexts } from '#app/i18n/terms.ts'
import { fieldErrors } from '#app/platform/field-errors.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { isMoved } from '#app/platform/http/moved.server.ts'
import { allows } from '#app/policies/policies.ts'
import { MarkedQuestion, markQuestion } from '#app/services/terms-of-reference/mark-question.server.ts'
import { readReturned } from '#app/services/terms-of-reference/read-returned.server.ts'
import { readQuestion, readTerms } from '#app/services/terms-of-reference/read-terms.server.ts'

export const meta = pageTitle((language) => countryTexts[language].returned.markTitle)

export const loader = guardedLoader('terms.view', async ({ useCase, actor, params }) => {
  const terms = await readTerms(useCase, params.termsId)
  const { question, section } = await readQuestion(useCase, terms.id, params.questionKey)
  const may = allows(actor, 'terms.return', terms)
  const marked = (await readReturned(useCase, terms.id, may)).some((it) => it.questionKey === question.key && !it.returnedAt)
  return { terms, question, section, open: may && !marked && question.state !== 'dropped' }
})

export const action = guardedAction('terms.return', async ({ useCase, params, request, permit }) => {
  const terms = await readTerms(useCase, params.termsId)
  const { question } = await readQuestion(useCase, terms.id, params.questionKey)
  const reason = String((await request.formData()).get('reason') ?? '')
  const input = MarkedQuestion.safeParse({ termsId: terms.id, questionKey: question.key, reason })
  try {
    permit(terms)
    if (!input.success) return data({ reason, error: fieldErrors(input.error).reason ?? 'other', moved: null }, 422)
    await markQuestion(useCase, input.data)
  } catch (error) {
    if (!isMoved(error)) throw error
    return data({ reason, error: null, moved: error.code === 'conflict' ? ('marked' as const) : ('gone' as const) }, 409)
  }
  return redirect(`/terms-of-reference/${terms.id}?question=${question.key}#${question.key}`)
})

export const shouldRevalidate = alsoAfterRefusal

export default function MarkPage() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const terms = useText(termsTexts)
  const text = useText(countryTexts)
  const sentences: Record<string, string> = terms.errors
  const moved = { marked: text.errors['question-marked'], gone: terms.moved }
  return (
    <ReasonPage
      {...page}
      title={text.returned.markTitle}
      label={text.returned.markReason}
      hint={text.returned.markHint}
      submit={text.returned.markSubmit}
      reason={answer?.reason}
      error={answer?.error ? (sentences[answer.error] ?? terms.errors.other) : undefined}
      moved={answer?.moved ? moved[answer.moved] : undefined}
    />
  )
}
