import '#app/styles/consultation.css'
import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { GiverPageView } from '#app/components/consultation/giver-page.tsx'
import { PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { useText } from '#app/components/use-text.ts'
import { consultationTexts } from '#app/i18n/consultations.ts'
import { homeTexts } from '#app/i18n/home.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { allows } from '#app/policies/policies.ts'
import { changeInput } from '#app/services/consultations/change-input.server.ts'
import { changedInput, giverView } from '#app/services/consultations/giver-address.ts'
import { giveInput } from '#app/services/consultations/give-input.server.ts'
import { giverOfAccount } from '#app/services/consultations/giver.ts'
import { readConsultation } from '#app/services/consultations/read-consultation.server.ts'
import { readGiverPage } from '#app/services/consultations/read-giver-page.server.ts'
import { receiveInput } from '#app/services/consultations/receive-input.server.ts'

export const meta = pageTitle<{ page: { standard: { version: string } } }>(
  (language, data) => data && consultationTexts[language].give.title(data.page.standard.version),
)

export const loader = guardedLoader('consultation.follow', async ({ useCase, actor, params, request }) => {
  const page = await readGiverPage(useCase, params.standardId, giverOfAccount(actor))
  return { page, view: giverView(new URL(request.url)), may: { give: allows(actor, 'consultation.give', page) } }
})

export const action = guardedAction('consultation.give', async ({ useCase, actor, params, request, permit }) => {
  const { standard, phase } = await readConsultation(useCase, params.standardId)
  const form = await request.formData()
  const changed = changedInput(form)
  const giver = giverOfAccount(actor)
  const answer = await receiveInput(
    form,
    (input) =>
      changed
        ? changeInput(useCase, { standardId: standard.id, ...changed }, giver, input)
        : giveInput(useCase, standard.id, giver, input),
    () => permit({ phase }),
  )
  if (!answer.saved) return data(answer, answer.status)
  return redirect(`/terms-of-reference/consultations/${standard.id}/give?done=${changed ? 'saved' : 'given'}`)
})

export const shouldRevalidate = alsoAfterRefusal

export default function GivePage() {
  const { page, view, may } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const text = useText(consultationTexts).give
  const home = useText(homeTexts)
  const base = `/terms-of-reference/consultations/${page.standard.id}/give`
  return (
    <>
      <PageHead crumbs={[{ to: '/', text: home.title }]} title={text.title(page.standard.version)} />
      <GiverPageView page={page} view={view} answer={answer} base={base} open={may.give} />
    </>
  )
}
