import { Link, useLoaderData } from '@remix-run/react'
import { ButtonLink } from '#app/components/button.tsx'
import { Facts, PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
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
  mayAdd: allows(actor, 'source.create'),
}))

export default function SourcePage() {
  const { source, items, group, uses, mayAdd } = useLoaderData<typeof loader>()
  const text = useText(sourceTexts)
  const language = useLanguage()
  return (
    <>
      <PageHead
        crumbs={[{ to: '/sources', text: text.title }]}
        title={source.name}
        actions={mayAdd && <ButtonLink to={`/sources/new?source=${source.id}`}>{text.addItem}</ButtonLink>}
      />
      <Facts
        facts={[
          [text.kind, words[language].sourceKind[source.kind]],
          source.independenceGroup !== null && [text.group, source.independenceGroup],
        ]}
      />
      {source.description && (
        <>
          <h2>{text.description}</h2>
          <p>{source.description}</p>
        </>
      )}
      {source.reliabilityNote && (
        <>
          <h2>{text.reliability}</h2>
          <p>{source.reliabilityNote}</p>
        </>
      )}
      {group.length > 0 && (
        <p>
          {text.groupWith}{' '}
          {group.map((other, index) => (
            <span key={other.id}>
              {index > 0 && ', '}
              <Link to={`/sources/${other.id}`}>{other.name}</Link>
            </span>
          ))}
        </p>
      )}
      <h2>{text.items}</h2>
      {items.length === 0 && <p className="soft">{text.noItems}</p>}
      <ul className="plain-list rows">
        {items.map((item) => (
          <li key={item.id} id={item.id}>
            {item.url ? (
              <a href={item.url} rel="noreferrer" aria-label={`${item.title} ${text.opensElsewhere}`}>
                {item.title}
              </a>
            ) : (
              item.title
            )}
            <div className="soft small">
              {text.published}: {item.published ? formatDay(item.published, language) : text.unknown} · {text.accessed}:{' '}
              {item.accessedOn ? formatDay(item.accessedOn, language) : text.unknown}
            </div>
          </li>
        ))}
      </ul>
      <h2>{text.whereUsed}</h2>
      {uses.length === 0 && <p className="soft">{text.notUsed}</p>}
      <ul className="plain-list rows">
        {uses.map((use) => (
          <li key={`${use.sectionId} ${use.itemId}`}>
            <Link to={`/sections/${use.sectionId}`}>
              {use.number} {use.title}
            </Link>
            <div className="soft small">
              {use.report} · {items.find((item) => item.id === use.itemId)?.title}
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
