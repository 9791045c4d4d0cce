import { Form, Link, useLoaderData } from '@remix-run/react'
import { useState } from 'react'
import { Button } from '#app/components/button.tsx'
import { SelectField } from '#app/components/field.tsx'
import { ComparedBlock } from '#app/components/history/compared-block.tsx'
import { HistoryHead } from '#app/components/history/history-head.tsx'
import { useHistoryWords } from '#app/components/history/use-words.ts'
import { Empty, Facts, Notice } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Registry } from '#app/components/section/registry.ts'
import { useText } from '#app/components/use-text.ts'
import { historyTexts } from '#app/i18n/history.ts'
import { DomainError } from '#app/platform/errors.ts'
import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { ComparisonQuery, readComparison } from '#app/services/history/read-comparison.server.ts'

export const meta = pageTitle((language) => historyTexts[language].comparison.title)

export const loader = guardedLoader('section.view', async ({ useCase, params, request }) => {
  const search = new URL(request.url).searchParams
  const query = ComparisonQuery.safeParse(Object.fromEntries(search))
  if (!query.success) throw new DomainError('not-found')
  return {
    ...(await readComparison(useCase, params.sectionId, query.data)),
    done: search.get('done'),
    moved: search.has('moved'),
  }
})

export default function CompareMoments() {
  const comparison = useLoaderData<typeof loader>()
  const { place, from, to, by } = comparison
  return <Comparison key={[place.id, from.version, to.version, by].join()} {...comparison} />
}

function Comparison(props: ReturnType<typeof useLoaderData<typeof loader>>) {
  const { place, from, to, by, all, lines, counts, people, items, incidents, may, done, moved } = props
  const text = useText(historyTexts)
  const words = useHistoryWords()
  const [registry] = useState(() => new Registry(place.language, items, incidents))
  const base = `/sections/${place.id}/history`
  const isNow = to.version === place.head
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? text.comparison.someone
  const nothing = counts.added + counts.removed + counts.changed === 0
  return (
    <>
      <HistoryHead place={place} title={text.comparison.title} />
      {done === 'restored' && (
        <Notice tone="ok">
          <p>{text.done.restored}</p>
        </Notice>
      )}
      {done === 'same' && (
        <Notice>
          <p>{text.same}</p>
        </Notice>
      )}
      {moved && (
        <Notice tone="warning">
          <p>{text.moved}</p>
        </Notice>
      )}
      <Facts
        facts={[
          [text.comparison.before, <Link to={`${base}/text?version=${from.version}`}>{words.version(from)}</Link>],
          [text.comparison.after, <Link to={`${base}/text?version=${to.version}`}>{words.version(to, place.head)}</Link>],
          [text.comparison.countsTitle, text.comparison.counts(counts.changed, counts.added, counts.removed)],
        ]}
      />
      <Form method="get" className="history-choice">
        <input type="hidden" name="from" value={from.version} />
        <input type="hidden" name="to" value={to.version} />
        <SelectField label={text.comparison.whose} name="by" defaultValue={by ?? ''}>
          <option value="">{text.comparison.everyone}</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <label className="checkbox">
          <input type="checkbox" name="all" value="1" defaultChecked={all} />
          {text.comparison.all}
        </label>
        <Button>{text.comparison.show}</Button>
      </Form>
      {nothing && (
        <Empty>
          <p>{by ? text.comparison.noneOf : text.comparison.none}</p>
        </Empty>
      )}
      {!nothing && !isNow && place.status !== 'approved' && (
        <p className="soft small">
          {text.comparison.restoreHint} <Link to={`${base}/compare?from=${from.version}`}>{text.comparison.withNow}</Link>
        </p>
      )}
      {(!nothing || all) && (
        <>
          <h2 className="hidden-visually">{text.comparison.blocks}</h2>
          <ol className="plain-list compared-list">
            {lines.map((line, index) =>
              'same' in line ? (
                <li key={index} className="compared-same">
                  {text.comparison.same(line.same)}
                </li>
              ) : (
                <ComparedBlock
                  key={index}
                  block={line.block}
                  registry={registry}
                  language={place.language}
                  nameOf={nameOf}
                  restore={may.restore && isNow ? { action: `${base}/restore`, version: from.version, seen: place.head } : null}
                />
              ),
            )}
          </ol>
        </>
      )}
    </>
  )
}
