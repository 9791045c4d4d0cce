import '#app/styles/terms.css'
import { useLoaderData } from '@remix-run/react'
import { PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { TermsNavigation } from '#app/components/terms-navigation.tsx'
import { useText } from '#app/components/use-text.ts'
import { WordingList } from '#app/components/wording-list.tsx'
import { termsTexts } from '#app/i18n/terms.ts'
import { wordingTexts } from '#app/i18n/wording.ts'
import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { allows } from '#app/policies/policies.ts'
import { judgeWordings, WordingFilter } from '#app/services/wording/judge-wordings.server.ts'
import { readStandardWordings } from '#app/services/wording/read-wordings.server.ts'

export const meta = pageTitle((language) => wordingTexts[language].list.title)

/** The wording of the questions of a version of the standard; `?in=` the language, `?kind=` one kind of hint, `?page=`. */
export const loader = guardedLoader('wording.view', async ({ useCase, actor, params, request, language }) => {
  const filter = WordingFilter.parse(Object.fromEntries(new URL(request.url).searchParams))
  const { version, wordings } = await readStandardWordings(useCase, params.standardId)
  return {
    version,
    to: `/terms-of-reference/standards/${params.standardId}`,
    judged: await judgeWordings(useCase, wordings, filter, language),
    may: allows(actor, 'wording.dismiss'),
  }
})

export default function StandardWording() {
  const { version, ...list } = useLoaderData<typeof loader>()
  const text = useText(wordingTexts).list
  return (
    <>
      <PageHead
        crumbs={[
          { to: '/terms-of-reference', text: useText(termsTexts).title },
          { to: list.to, text: text.standard(version) },
        ]}
        title={text.title}
        lead={text.standard(version)}
      />
      <TermsNavigation />
      <WordingList {...list} />
    </>
  )
}
