import '#app/styles/terms.css'
import '#app/styles/country.css'
import { Link, useLoaderData } from '@remix-run/react'
import { ChangeList } from '#app/components/country/change-list.tsx'
import { Empty, PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { useTermsTitle } from '#app/components/terms-facts.tsx'
import { useText } from '#app/components/use-text.ts'
import { countryTexts } from '#app/i18n/country.ts'
import { termsTexts } from '#app/i18n/terms.ts'
import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { roleAllows } from '#app/policies/policies.ts'
import { readTermsHistory } from '#app/services/terms-of-reference/read-terms-history.server.ts'
import { readTerms } from '#app/services/terms-of-reference/read-terms.server.ts'

export const meta = pageTitle((language) => countryTexts[language].history.title)

export const loader = guardedLoader('terms.view', async ({ useCase, actor, params, request }) => {
  const terms = await readTerms(useCase, params.termsId)
  const questionKey = new URL(request.url).searchParams.get('question')
  return {
    terms,
    questionKey,
    ...(await readTermsHistory(useCase, terms.id, { questionKey, marks: roleAllows(actor, 'terms.return') })),
  }
})

export default function HistoryPage() {
  const { terms, questionKey, changes, total } = useLoaderData<typeof loader>()
  const text = useText(countryTexts).history
  const base = `/terms-of-reference/${terms.id}`
  return (
    <>
      <PageHead
        crumbs={[
          { to: '/terms-of-reference', text: useText(termsTexts).title },
          { to: base, text: useTermsTitle(terms) },
        ]}
        title={questionKey ? text.ofQuestion : text.title}
        lead={text.lead}
      />
      {questionKey && (
        <p>
          <Link to={`${base}/history`}>{text.all}</Link>
        </p>
      )}
      {total > changes.length && <p>{text.shown(changes.length, total)}</p>}
      {changes.length === 0 ? (
        <Empty>
          <p>{text.empty}</p>
        </Empty>
      ) : (
        <ChangeList base={base} changes={changes} />
      )}
    </>
  )
}
