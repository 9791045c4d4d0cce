import { Link, useLoaderData } from '@remix-run/react'
import { ButtonLink } from '#app/components/button.tsx'
import { Facts, PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { SourceDescription, SourceIndependence } from '#app/components/source-description.tsx'
import { SourceHistory } from '#app/components/source-history.tsx'
import { SourceResting } from '#app/components/source-resting.tsx'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { formatDay } from '#app/i18n/format.ts'
import { sourceTexts } from '#app/i18n/sources.ts'
import { words } from '#app/i18n/vocabulary.ts'
import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { allows } from '#app/policies/policies.ts'
import { readSource } from '#app/services/sources/read-source.server.ts'
import '../styles/sources.css'

export const meta = pageTitle<{ source: { name: string } }>((_language, data) => data?.source.name)

export const loader = guardedLoader('source.view', async ({ useCase, params, actor }) => ({
  ...(await readSource(useCase, params.sourceId)),
  may: { add: allows(actor, 'source.create'), change: allows(actor, 'source.change') },
}))

export default function SourcePage() {
  const { source, items, group, originals, repeaters, resting, history, may } = useLoaderData<typeof loader>()
  const text = useText(sourceTexts)
  const language = useLanguage()
  return (
    <>
      <PageHead
        crumbs={[{ to: '/sources', text: text.title }]}
        title={source.name}
        actions={
          <>
            {may.change && <ButtonLink to={`/sources/${source.id}/change`}>{text.change}</ButtonLink>}
            {may.change && <ButtonLink to={`/sources/${source.id}/repeats`}>{text.repeats.edit}</ButtonLink>}
            {may.add && (
              <ButtonLink look="primary" to={`/sources/new?source=${source.id}`}>
                {text.addItem}
              </ButtonLink>
            )}
          </>
        }
      />
      <Facts
        facts={[
          [text.kind, words[language].sourceKind[source.kind]],
          source.languages.length > 0 && [text.languages, source.languages.join(', ')],
          source.independenceGroup !== null && [text.group, source.independenceGroup],
        ]}
      />
      <SourceDescription source={source} />
      <SourceIndependence source={source} group={group} originals={originals} repeaters={repeaters} />
      <section aria-labelledby="items">
        <h2 id="items">{text.items}</h2>
        {items.length === 0 && <p className="soft">{text.noItems}</p>}
        <ul className="plain-list rows">
          {items.map((item) => (
            <li key={item.id} id={item.id}>
              <Link to={`/sources/items/${item.id}`} lang={item.language ?? undefined}>
                {item.title}
              </Link>
              <div className="soft small">
                {text.published}: {item.published ? formatDay(item.published, language) : text.unknown} · {text.accessed}:{' '}
                {item.accessedOn ? formatDay(item.accessedOn, language) : text.unknown} · {text.checked}:{' '}
                {item.checkedOn ? formatDay(item.checkedOn, language) : text.never} · {text.archived}:{' '}
                {item.copies > 0 ? text.archivedYes : text.archivedNo}
              </div>
            </li>
          ))}
        </ul>
      </section>
      <SourceResting resting={resting} titles={new Map(items.map((item) => [item.id, item.title]))} />
      <SourceHistory history={history} />
    </>
  )
}
