import '#app/styles/terms.css'
import { useLoaderData } from '@remix-run/react'
import { PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { useTermsTitle } from '#app/components/terms-facts.tsx'
import { TermsNavigation } from '#app/components/terms-navigation.tsx'
import { useText } from '#app/components/use-text.ts'
import { WordingList } from '#app/components/wording-list.tsx'
import { termsTexts } from '#app/i18n/terms.ts'
import { wordingTexts } from '#app/i18n/wording.ts'
import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { allows } from '#app/policies/policies.ts'
import { readTerms } from '#app/services/terms-of-reference/read-terms.server.ts'
import { judgeWordings, WordingFilter } from '#app/services/wording/judge-wordings.server.ts'
import { readTermsWordings } from '#app/services/wording/read-wordings.server.ts'

export const meta = pageTitle((language) => wordingTexts[language].list.title)

/** The wording of the questions that a country is asked; `?in=` the language, `?kind=` one kind of hint, `?page=`. */
export const loader = guardedLoader('wording.view', async ({ useCase, actor, params, request, language }) => {
  const filter = WordingFilter.parse(Object.fromEntries(new URL(request.url).searchParams))
  const terms = await readTerms(useCase, params.termsId)
  const wordings = await readTermsWordings(useCase, terms.id)
  return {
    terms,
    judged: await judgeWordings(useCase, wordings, filter, language),
    may: allows(actor, 'wording.dismiss'),
  }
})

export default function CountryWording() {
  const { terms, ...list } = useLoaderData<typeof loader>()
  const text = useText(termsTexts)
  const to = `/terms-of-reference/${terms.id}`
  const title = useTermsTitle(terms)
  return (
    <>
      <PageHead
        crumbs={[
          { to: '/terms-of-reference', text: text.title },
          { to, text: title },
        ]}
        title={useText(wordingTexts).list.title}
        lead={title}
      />
      <TermsNavigation />
      <WordingList {...list} to={to} />
    </>
  )
}
