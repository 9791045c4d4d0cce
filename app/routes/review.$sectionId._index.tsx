import { useLoaderData } from '@remix-run/react'
import { pageTitle } from '#app/components/page-title.ts'
import { ReviewPage, reviewTitle } from '#app/components/review/review-page.tsx'
import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { noteReading } from '#app/services/history/note-reading.server.ts'
import { readReviewPage } from '#app/services/review/read-review-page.server.ts'

export const meta = pageTitle(reviewTitle)

export const loader = guardedLoader('section.view', async ({ useCase, params, request }) => {
  const query = new URL(request.url).searchParams
  const reading = await readReviewPage(useCase, { sectionId: params.sectionId, about: query.get('block') })
  await noteReading(useCase, reading.section.id, reading.section.version)
  return {
    ...reading,
    done: query.get('done'),
    problem: query.get('problem'),
    moved: query.has('moved'),
  }
})

export default function SectionReview() {
  return <ReviewPage {...useLoaderData<typeof loader>()} />
}
