import { Link, useLoaderData, useSearchParams } from '@remix-run/react'
import { z } from 'zod'
import { ButtonLink } from '#app/components/button.tsx'
import { HistoryHead } from '#app/components/history/history-head.tsx'
import { MomentsList } from '#app/components/history/moments-list.tsx'
import { useHistoryWords } from '#app/components/history/use-words.ts'
import { Empty, Notice } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { useText } from '#app/components/use-text.ts'
import { historyTexts } from '#app/i18n/history.ts'
import { sentenceFor } from '#app/i18n/pick.ts'
import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { allows } from '#app/policies/policies.ts'
import { readMoments } from '#app/services/history/read-moments.server.ts'

export const meta = pageTitle<{ place: { number: string } }>(
  (language, found) => found && historyTexts[language].of(found.place.number),
)

const Page = z.coerce.number().int().min(1).max(10_000).catch(1)

export const loader = guardedLoader('section.view', async ({ useCase, params, request, actor }) => {
  const page = Page.parse(new URL(request.url).searchParams.get('page') ?? 1)
  const { moments, ...reading } = await readMoments(useCase, params.sectionId, page)
  return {
    ...reading,
    moments: moments.map((moment) => ({
      ...moment,
      mayDrop: moment.kind === 'named' && allows(actor, 'section.drop-version-name', { authorId: moment.personId }),
    })),
  }
})

export default function SectionHistory() {
  const { place, moments, lastRead, page, pages } = useLoaderData<typeof loader>()
  const text = useText(historyTexts)
  const words = useHistoryWords()
  const [search] = useSearchParams()
  const done = sentenceFor(text.done, search.get('done'))
  const base = `/sections/${place.id}/history`
  return (
    <>
      <HistoryHead
        place={place}
        lead={text.lead}
        actions={<ButtonLink to={`/sections/${place.id}`}>{text.toSection}</ButtonLink>}
      />
      {done && (
        <Notice tone="ok">
          <p>{done}</p>
        </Notice>
      )}
      {moments.length === 0 && page === 1 ? (
        <Empty>
          <p>{text.nothingYet}</p>
        </Empty>
      ) : (
        <>
          <nav aria-label={text.quick} className="history-quick">
            <Link to={`${base}/text`}>{text.whoWrote}</Link>
            {place.approved !== null && <Link to={`${base}/compare?from=${place.approved}`}>{text.sinceApproval}</Link>}
            {lastRead && <Link to={`${base}/compare?from=${lastRead.version}`}>{text.sinceRead(words.moment(lastRead.at))}</Link>}
            <Link to={`${base}/compare?from=${place.first}`}>{text.sinceBegin}</Link>
          </nav>
          <MomentsList sectionId={place.id} moments={moments} first={place.first} head={place.head} last={page === pages} />
          {pages > 1 && (
            <nav aria-label={text.pages} className="history-pages">
              {page > 1 && <Link to={`${base}?page=${page - 1}`}>← {text.newer}</Link>}
              {page < pages && <Link to={`${base}?page=${page + 1}`}>{text.older} →</Link>}
            </nav>
          )}
        </>
      )}
    </>
  )
}
