import '#app/styles/review.css'
import { Link, useLoaderData } from '@remix-run/react'
import { Empty, PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { ReviewTable } from '#app/components/review/review-table.tsx'
import { useText } from '#app/components/use-text.ts'
import { reviewTexts } from '#app/i18n/review.ts'
import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { listReviewSections, ReviewPageNumber, ReviewTab } from '#app/services/review/list-review-sections.server.ts'

export const meta = pageTitle((language) => reviewTexts[language].title)

export const loader = guardedLoader('review.list', async ({ useCase, request }) => {
  const query = new URL(request.url).searchParams
  const tab = ReviewTab.catch('in-review').parse(query.get('status'))
  const page = ReviewPageNumber.parse(query.get('page') ?? undefined)
  return { tab, page, ...(await listReviewSections(useCase, { tab, page })) }
})

const tabs = ['in-review', 'returned', 'approved'] as const

export default function ReviewList() {
  const { tab, page, lines, more, counts } = useLoaderData<typeof loader>()
  const text = useText(reviewTexts)
  return (
    <>
      <PageHead title={text.title} lead={text.lead} />
      <nav aria-label={text.tabs} className="review-tabs">
        <ul>
          {tabs.map((it) => (
            <li key={it}>
              <Link to={`/review?status=${it}`} aria-current={it === tab ? 'page' : undefined}>
                {text.tab[it]} <span className="review-count">{counts[it]}</span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {lines.length === 0 ? (
        <Empty>
          <p>
            {text.empty[tab]} <Link to="/reports">{text.toReports}</Link>.
          </p>
        </Empty>
      ) : (
        <ReviewTable tab={tab} lines={lines} />
      )}
      {(page > 1 || more) && (
        <nav aria-label={text.pages} className="review-pages">
          {page > 1 && <Link to={`/review?status=${tab}&page=${page - 1}`}>← {text.previous}</Link>}
          {more && <Link to={`/review?status=${tab}&page=${page + 1}`}>{text.next} →</Link>}
        </nav>
      )}
    </>
  )
}
