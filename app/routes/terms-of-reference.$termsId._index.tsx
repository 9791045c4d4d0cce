import '#app/styles/terms.css'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { Button, ButtonLink } from '#app/components/button.tsx'
import { ChapterTree, NodeTitle } from '#app/components/chapter-tree.tsx'
import { CoverageStrip } from '#app/components/coverage-strip.tsx'
import { Notice, PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { QuestionActions } from '#app/components/question-actions.tsx'
import { QuestionList } from '#app/components/question-list.tsx'
import { TermsFacts, useTermsTitle } from '#app/components/terms-facts.tsx'
import { useText } from '#app/components/use-text.ts'
import { termsTexts } from '#app/i18n/terms.ts'
import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { allows } from '#app/policies/policies.ts'
import { readTerms, readTermsTree } from '#app/services/terms-of-reference/read-terms.server.ts'

export const meta = pageTitle<{ terms: { countryNl: string; countryEn: string } }>(
  (language, data) => data && `${termsTexts[language].title} ${language === 'nl' ? data.terms.countryNl : data.terms.countryEn}`,
)

export const loader = guardedLoader('terms.view', async ({ useCase, actor, params, request }) => {
  const terms = await readTerms(useCase, params.termsId)
  const query = new URL(request.url).searchParams
  const done = query.get('done')
  return {
    terms,
    tree: await readTermsTree(useCase, terms.id, query.get('chapter'), query.get('question')),
    done: done === 'created' || done === 'handed-over' ? (done as 'created' | 'handed-over') : null,
    moved: query.has('moved'),
    may: {
      change: allows(actor, 'terms.change', terms),
      handOver: allows(actor, 'terms.hand-over', terms),
      accept: allows(actor, 'terms.accept', terms),
    },
  }
})

export default function TermsPage() {
  const { terms, tree, done, moved, may } = useLoaderData<typeof loader>()
  const text = useText(termsTexts)
  const base = `/terms-of-reference/${terms.id}`
  return (
    <>
      <PageHead
        crumbs={[{ to: '/terms-of-reference', text: text.title }]}
        title={useTermsTitle(terms)}
        actions={
          <>
            {may.handOver && (
              <ButtonLink look="primary" to={`${base}/hand-over`}>
                {text.handOver.link}
              </ButtonLink>
            )}
            {terms.reportId && <ButtonLink to={`/reports/${terms.reportId}`}>{text.facts.openReport}</ButtonLink>}
          </>
        }
      />
      {moved && (
        <Notice tone="warning">
          <p>{text.moved}</p>
        </Notice>
      )}
      {done && (
        <Notice tone="ok">
          <p>{text.done[done]}</p>
        </Notice>
      )}
      {may.accept && (
        <Notice title={text.accept.title}>
          <p>{text.accept.lead}</p>
          <Form method="post" action={`${base}/accept`}>
            <Button look="primary">{text.accept.button}</Button>
          </Form>
        </Notice>
      )}
      <TermsFacts terms={terms} />
      <CoverageStrip
        coverage={tree.coverage}
        to={base}
        wording={`/terms-of-reference/wording/country/${terms.id}`}
        of="country"
      />
      <div className="columns">
        <ChapterTree chapters={tree.chapters} current={tree.chapter.key} />
        <div>
          <h2 className="first-heading">
            <NodeTitle node={tree.chapter} />
          </h2>
          <QuestionList
            chapter={tree.chapter}
            questions={tree.questions}
            actions={
              may.change ? (question, number) => <QuestionActions base={base} question={question} number={number} /> : undefined
            }
            sectionActions={
              may.change
                ? (section) => (
                    <Link to={`${base}/add?section=${section.key}`} className="no-print">
                      {text.question.add} <span className="hidden-visually">{section.number}</span>
                    </Link>
                  )
                : undefined
            }
          />
        </div>
      </div>
    </>
  )
}
