import '#app/styles/terms.css'
import '#app/styles/standard.css'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { SelectField } from '#app/components/field.tsx'
import { Empty, PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { ComparisonList } from '#app/components/standard/comparison-list.tsx'
import { useVersionOption } from '#app/components/standard/version-name.tsx'
import { useText } from '#app/components/use-text.ts'
import { comparisonTexts } from '#app/i18n/comparison.ts'
import { standardTexts } from '#app/i18n/standard.ts'
import { termsTexts } from '#app/i18n/terms.ts'
import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { differenceKinds, type Comparison, type DifferenceKind } from '#app/services/standard-terms/compare-standards.ts'
import { readComparison } from '#app/services/standard-terms/read-comparison.server.ts'
import { listStandards } from '#app/services/standard-terms/read-standard.server.ts'

export const meta = pageTitle((language) => comparisonTexts[language].title)

export const loader = guardedLoader('standard.view', async ({ useCase, request }) => {
  const query = new URL(request.url).searchParams
  const standards = await listStandards(useCase)
  const after = query.get('after') ?? standards[0]?.id ?? null
  const chosen = standards.find((it) => it.id === after)
  const before =
    query.get('before') ?? chosen?.basedOn?.id ?? standards.find((it) => it.id !== after && it.kind === chosen?.kind)?.id ?? null
  const kind = differenceKinds.find((it) => it === query.get('show')) ?? null
  const comparison = before && after ? await readComparison(useCase, { before, after }) : null
  return { standards, before, after, kind, comparison: comparison && onlyKind(comparison, kind) }
})

/** The same comparison with only the questions that differ in one way. */
function onlyKind(comparison: Comparison, kind: DifferenceKind | null): Comparison {
  if (kind === null) return comparison
  const sections = comparison.sections
    .map((it) => ({ ...it, questions: it.questions.filter((question) => question.kinds.includes(kind)) }))
    .filter((it) => it.questions.length > 0)
  return { ...comparison, sections }
}

export default function ComparePage() {
  const { standards, before, after, kind, comparison } = useLoaderData<typeof loader>()
  const text = useText(comparisonTexts)
  const standard = useText(standardTexts)
  const option = useVersionOption()
  const options = standards.map((it) => (
    <option key={it.id} value={it.id}>
      {option(it)}
    </option>
  ))
  const to = (show: string | null) =>
    `?${new URLSearchParams({ before: before ?? '', after: after ?? '', ...(show && { show }) })}`
  return (
    <>
      <PageHead
        crumbs={[
          { to: '/terms-of-reference', text: useText(termsTexts).title },
          { to: '/terms-of-reference/standards', text: standard.title },
        ]}
        title={text.title}
        lead={text.lead}
      />
      <Form method="get" className="compare-choice">
        <SelectField key={`before ${before}`} label={text.before} name="before" defaultValue={before ?? ''}>
          {options}
        </SelectField>
        <SelectField key={`after ${after}`} label={text.after} name="after" defaultValue={after ?? ''}>
          {options}
        </SelectField>
        <Button look="primary">{text.compare}</Button>
        {before && after && (
          <Link to={`?${new URLSearchParams({ before: after, after: before })}`} className="compare-swap">
            {text.swap}
          </Link>
        )}
      </Form>
      {comparison === null ? (
        <Empty>
          <p>{standards.length < 2 ? text.one : text.choose}</p>
        </Empty>
      ) : (
        <>
          <nav aria-label={text.counts}>
            <ul className="plain-list difference-counts">
              <li>
                <Link to={to(null)} aria-current={kind === null ? 'page' : undefined}>
                  {text.all}
                </Link>
              </li>
              {differenceKinds.map((it) => (
                <li key={it}>
                  <Link to={to(it)} aria-current={kind === it ? 'page' : undefined}>
                    <b>{comparison.counts[it]}</b> {text.kinds[it]}
                  </Link>
                </li>
              ))}
              <li>
                <b>{comparison.counts.same}</b> {text.kinds.same}
              </li>
            </ul>
          </nav>
          {comparison.sections.length === 0 ? (
            <Empty>
              <p>{kind === null ? text.none : text.noneOfKind}</p>
            </Empty>
          ) : (
            <ComparisonList sections={comparison.sections} />
          )}
        </>
      )}
    </>
  )
}
