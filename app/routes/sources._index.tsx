import { Form, Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { Button, ButtonLink } from '#app/components/button.tsx'
import { SelectField, TextField } from '#app/components/field.tsx'
import { Empty, PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { formatDay, formatNumber } from '#app/i18n/format.ts'
import { sourceTexts } from '#app/i18n/sources.ts'
import { words } from '#app/i18n/vocabulary.ts'
import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { allows } from '#app/policies/policies.ts'
import { listSourceItems, pageSize } from '#app/services/sources/list-sources.server.ts'
import { keeperIds } from '#app/services/vault/vault-rows.server.ts'
import { SourceKind, sourceKinds } from '#schemas/vocabulary.ts'
import '../styles/sources.css'

export const meta = pageTitle((language) => sourceTexts[language].title)

const Filter = z.object({
  text: z.string().max(200).catch('').default(''),
  kind: SourceKind.optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
})

export const loader = guardedLoader('source.view', async ({ useCase, request, actor }) => {
  const filter = Filter.parse(Object.fromEntries(new URL(request.url).searchParams))
  const found = await listSourceItems(useCase, filter)
  return {
    ...found,
    ...filter,
    pages: Math.max(1, Math.ceil(found.total / pageSize)),
    mayAdd: allows(actor, 'source.create'),
    mayVault: allows(actor, 'vault.view', { keeperIds: await keeperIds(useCase), recorded: true }),
  }
})

export default function Sources() {
  const { items, total, text: typed, kind, page, pages, mayAdd, mayVault } = useLoaderData<typeof loader>()
  const text = useText(sourceTexts)
  const language = useLanguage()
  const pageLink = (to: number) =>
    `?${new URLSearchParams({ ...(typed && { text: typed }), ...(kind && { kind }), page: String(to) })}`
  return (
    <>
      <PageHead
        title={text.title}
        lead={text.lead}
        actions={
          <>
            {mayVault && <ButtonLink to="/vault">{text.vaultLink}</ButtonLink>}
            {mayAdd && (
              <>
                <ButtonLink to="/sources/import">{text.importLink}</ButtonLink>
                <ButtonLink look="primary" to="/sources/new">
                  {text.add}
                </ButtonLink>
              </>
            )}
          </>
        }
      />
      <Form method="get" role="search" className="source-filter">
        <TextField label={text.filter} name="text" type="search" defaultValue={typed} key={typed} maxLength={200} />
        <SelectField label={text.kind} name="kind" defaultValue={kind ?? ''} key={`kind ${kind}`}>
          <option value="">{text.kindAll}</option>
          {sourceKinds.map((it) => (
            <option key={it} value={it}>
              {words[language].sourceKind[it]}
            </option>
          ))}
        </SelectField>
        <Button>{text.apply}</Button>
      </Form>
      {items.length === 0 ? (
        <Empty>
          <p>{typed || kind ? text.nothingFound : text.none}</p>
        </Empty>
      ) : (
        // A wide table scrolls by itself, with the keyboard too.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className="table-scroll" role="region" aria-labelledby="sources-caption" tabIndex={0}>
          <table className="utrecht-table">
            <caption id="sources-caption" className="soft small">
              {text.found(formatNumber(total, language))}
            </caption>
            <thead className="utrecht-table__header">
              <tr>
                {[text.itemTitle, text.publisher, text.kind, text.reliability, text.published, text.checked, text.archived].map(
                  (name) => (
                    <th key={name} scope="col" className="utrecht-table__header-cell">
                      {name}
                    </th>
                  ),
                )}
                <th scope="col" className="utrecht-table__header-cell number">
                  {text.usedIn}
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <tr key={item.id} className="utrecht-table__row">
                  <th scope="row" className="utrecht-table__cell source-title">
                    <Link to={`/sources/items/${item.id}`}>{item.title}</Link>
                  </th>
                  <td className="utrecht-table__cell">
                    {item.confidential ? '–' : <Link to={`/sources/${item.sourceId}`}>{item.publisher}</Link>}
                  </td>
                  <td className="utrecht-table__cell">{words[language].sourceKind[item.kind]}</td>
                  <td className="utrecht-table__cell source-note">{shortened(item.note)}</td>
                  <td className="utrecht-table__cell">{item.published ? formatDay(item.published, language) : text.unknown}</td>
                  <td className="utrecht-table__cell">{item.checkedOn ? formatDay(item.checkedOn, language) : text.never}</td>
                  <td className="utrecht-table__cell">{item.copies > 0 ? text.archivedYes : text.archivedNo}</td>
                  <td className="utrecht-table__cell number">{formatNumber(item.usedIn, language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {pages > 1 && (
        <nav aria-label={text.pages} className="page-actions">
          {page > 1 && <Link to={pageLink(page - 1)}>{text.newer}</Link>}
          <span>
            {formatNumber(page, language)} / {formatNumber(pages, language)}
          </span>
          {page < pages && <Link to={pageLink(page + 1)}>{text.older}</Link>}
        </nav>
      )}
    </>
  )
}

/** The first words of a note; the whole stands on the source's page. */
const shortened = (note: string): string => (note.length <= 90 ? note : `${note.slice(0, 90).replace(/\s+\S*$/, '')} …`)
