import '#app/styles/terms.css'
import '#app/styles/country.css'
import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { Exchange } from '#app/components/country/exchange.tsx'
import { ReasonPage } from '#app/components/country/reason-page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { useText } from '#app/components/use-text.ts'
import { countryTexts } from '#app/i18n/country.ts'
import { termsTexts } from '#app/i18n/terms.ts'
import { fieldErrors } from '#app/platform/field-errors.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { isMoved } from '#app/platform/http/moved.server.ts'
import { allows } from '#app/policies/policies.ts'
import { keepQuestion, KeptQuestion } from '#app/services/terms-of-reference/keep-question.server.ts'
import { readReturned } from '#app/services/terms-of-reference/read-returned.server.ts'
import { findQuestion, readQuestion, readTerms } from '#app/services/terms-of-reference/read-terms.server.ts'

export const meta = pageTitle((language) => countryTexts[language].returned.keepTitle)

export const loader = guardedLoader('terms.view', async ({ useCase, actor, params }) => {
  const terms = await readTerms(useCase, params.termsId)
  const { question, section } = await readQuestion(useCase, terms.id, params.questionKey)
  const returned = (await readReturned(useCase, terms.id, false)).filter((it) => it.questionKey === question.key)
  const open = returned.some((it) => it.turn === terms.turn) && question.state !== 'dropped'
  return { terms, question, section, returned, open: open && allows(actor, 'terms.change', terms) }
})

export const action = guardedAction('terms.change', async ({ useCase, params, request, permit }) => {
  const terms = await readTerms(useCase, params.termsId)
  const found = await findQuestion(useCase, terms.id, params.questionKey)
  if (!found) throw redirect(`/terms-of-reference/${terms.id}?moved=1`)
  const { question } = found
  const reason = String((await request.formData()).get('reason') ?? '')
  const input = KeptQuestion.safeParse({ termsId: terms.id, questionKey: question.key, reason })
  try {
    permit(terms)
    if (!input.success) return data({ reason, error: fieldErrors(input.error).reason ?? 'other', moved: null }, 422)
    await keepQuestion(useCase, input.data)
  } catch (error) {
    if (!isMoved(error)) throw error
    return data({ reason, error: null, moved: error.code === 'conflict' ? ('dropped' as const) : ('closed' as const) }, 409)
  }
  return redirect(`/terms-of-reference/${terms.id}?question=${question.key}#${question.key}`)
})

export const shouldRevalidate = alsoAfterRefusal

export default function KeepPage() {
  const { returned, ...page } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const terms = useText(termsTexts)
  const text = useText(countryTexts)
  const sentences: Record<string, string> = terms.errors
  const moved = { dropped: text.conflict.dropped, closed: terms.closed }
  return (
    <ReasonPage
      {...page}
      title={text.returned.keepTitle}
      label={text.returned.keepReason}
      hint={text.returned.keepHint}
      submit={text.returned.keepSubmit}
      reason={answer?.reason}
      error={answer?.error ? (sentences[answer.error] ?? terms.errors.other) : undefined}
      moved={answer?.moved ? moved[answer.moved] : undefined}
    >
      <Exchange returned={returned} asked />
    </ReasonPage>
  )
}
