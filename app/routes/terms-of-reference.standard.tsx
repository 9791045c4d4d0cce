import '#app/styles/terms.css'
import { useLoaderData } from '@remix-run/react'
import { ChapterTree, NodeTitle } from '#app/components/chapter-tree.tsx'
import { CoverageStrip } from '#app/components/coverage-strip.tsx'
import { Facts, Notice, PageHead, Status } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { QuestionList } from '#app/components/question-list.tsx'
import { TermsNavigation } from '#app/components/terms-navigation.tsx'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { formatDay } from '#app/i18n/format.ts'
import { pick } from '#app/i18n/pick.ts'
import { termsTexts } from '#app/i18n/terms.ts'
import { words } from '#app/i18n/vocabulary.ts'
import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { readStandard, readStandardInForce } from '#app/services/standard-terms/read-standard.server.ts'
import { coverageOf } from '#app/services/terms-of-reference/coverage.ts'
import { oneChapter } from '#app/services/terms-of-reference/question-tree.ts'

export const meta = pageTitle((language) => termsTexts[language].standard.title)

export const loader = guardedLoader('terms.view', async ({ useCase, request }) => {
  const inForce = await readStandardInForce(useCase)
  if (!inForce) throw new DomainError('not-found')
  const { standard, chapters, questions } = await readStandard(useCase, inForce.id)
  return {
    standard,
    chapters,
    coverage: coverageOf(questions),
    ...oneChapter(chapters, questions, new URL(request.url).searchParams.get('chapter')),
  }
})

export default function Standard() {
  const { standard, chapters, chapter, questions, coverage } = useLoaderData<typeof loader>()
  const text = useText(termsTexts)
  const language = useLanguage()
  const title = pick(standard.titleNl, standard.titleEn, language)
  return (
    <>
      <PageHead crumbs={[{ to: '/terms-of-reference', text: text.title }]} title={text.standard.title} lead={title.text} />
      <TermsNavigation />
      <Facts
        facts={[
          [text.standard.version, standard.version],
          [text.standard.status, <Status key="status" tone="good" children={words[language].standardStatus[standard.status]} />],
          standard.inForceFrom !== null && [text.standard.since, formatDay(standard.inForceFrom, language)],
          [text.standard.questions, `${standard.questions}, ${text.standard.mandatory(standard.mandatory)}`],
        ]}
      />
      <Notice>
        <p>
          {text.standard.notice} {text.standard.fixed}
        </p>
      </Notice>
      <CoverageStrip
        coverage={coverage}
        to="/terms-of-reference/standard"
        wording={`/terms-of-reference/wording/standard/${standard.id}`}
        of="standard"
      />
      <div className="columns">
        <ChapterTree chapters={chapters} current={chapter.key} />
        <div>
          <h2 className="first-heading">
            <NodeTitle node={chapter} />
          </h2>
          <QuestionList chapter={chapter} questions={questions} open />
        </div>
      </div>
    </>
  )
}
