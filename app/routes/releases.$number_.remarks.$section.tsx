import '#app/styles/evaluation.css'
import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { sectionAnchor } from '#editor/render/outline.ts'
import { RemarkPageView } from '#app/components/evaluation/remark-page-view.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { useText } from '#app/components/use-text.ts'
import { releaseTexts } from '#app/i18n/releases.ts'
import { remarkTexts } from '#app/i18n/remarks.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { readReleaseRemarks } from '#app/services/evaluation/read-remark-page.server.ts'
import { receiveRemark } from '#app/services/evaluation/receive-remark.server.ts'

export const meta = pageTitle<{ reading: { place: { number: string } } }>((language, data) =>
  data ? remarkTexts[language].title(data.reading.place.number) : undefined,
)

export const loader = guardedLoader('remark.give-as-officer', async ({ useCase, params, request }) => {
  const release = params.number ?? ''
  const reading = await readReleaseRemarks(useCase, release, params.section ?? '')
  const done = new URL(request.url).searchParams.get('done')
  return {
    release,
    reading: { ...reading, own: reading.own.map((remark) => ({ ...remark, givenAt: remark.givenAt.toISOString() })) },
    done: done === 'given' || done === 'withdrawn' ? (done as 'given' | 'withdrawn') : null,
  }
})

export const action = guardedAction('remark.give-as-officer', async ({ useCase, params, request }) => {
  const [release, section] = [params.number ?? '', params.section ?? '']
  const answer = await receiveRemark(useCase, { side: 'officer', release, section }, await request.formData())
  if (answer) return data(answer, answer.closed ? 409 : 422)
  return redirect(`/releases/${release}/remarks/${section}?done=given`)
})

export const shouldRevalidate = alsoAfterRefusal

export default function ReleaseRemarks() {
  const { release, reading, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { place } = reading
  const crumbs = [
    { to: '/releases', text: useText(releaseTexts).title },
    { to: `/releases/${release}`, text: `${place.report} (${release})` },
    { to: `/releases/${release}#${sectionAnchor(place.number)}`, text: `${place.number} ${place.title}` },
  ]
  return <RemarkPageView side="officer" reading={reading} crumbs={crumbs} done={done} answer={answer} />
}
