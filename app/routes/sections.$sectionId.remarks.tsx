import '#app/styles/evaluation.css'
import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { RemarkPageView } from '#app/components/evaluation/remark-page-view.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { useText } from '#app/components/use-text.ts'
import { remarkTexts } from '#app/i18n/remarks.ts'
import { reportTexts } from '#app/i18n/reports.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { readSectionRemarks } from '#app/services/evaluation/read-remark-page.server.ts'
import { receiveRemark } from '#app/services/evaluation/receive-remark.server.ts'

export const meta = pageTitle<{ reading: { place: { number: string } } }>((language, data) =>
  data ? remarkTexts[language].title(data.reading.place.number) : undefined,
)

export const loader = guardedLoader('remark.give-as-author', async ({ useCase, params, request }) => {
  const reading = await readSectionRemarks(useCase, params.sectionId)
  const done = new URL(request.url).searchParams.get('done')
  return {
    reading: { ...reading, own: reading.own.map((remark) => ({ ...remark, givenAt: remark.givenAt.toISOString() })) },
    done: done === 'given' || done === 'withdrawn' ? (done as 'given' | 'withdrawn') : null,
  }
})

export const action = guardedAction('remark.give-as-author', async ({ useCase, params, request }) => {
  const { place } = await readSectionRemarks(useCase, params.sectionId)
  const answer = await receiveRemark(useCase, { side: 'author', sectionId: place.sectionId }, await request.formData())
  if (answer) return data(answer, answer.closed ? 409 : 422)
  return redirect(`/sections/${place.sectionId}/remarks?done=given`)
})

export const shouldRevalidate = alsoAfterRefusal

export default function SectionRemarks() {
  const { reading, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { place } = reading
  const crumbs = [
    { to: '/reports', text: useText(reportTexts).title },
    { to: `/reports/${place.reportId}`, text: place.report },
    { to: `/sections/${place.sectionId}`, text: `${place.number} ${place.title}` },
  ]
  return <RemarkPageView side="author" reading={reading} crumbs={crumbs} done={done} answer={answer} />
}
