import '#app/styles/vault.css'
import { Form, Link, useLoaderData, useSearchParams } from '@remix-run/react'
import { Button, ButtonLink } from '#app/components/button.tsx'
import { SelectField } from '#app/components/field.tsx'
import { Empty, Notice, PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { VaultReadings } from '#app/components/vault-readings.tsx'
import { formatDay, formatMoment, formatNumber } from '#app/i18n/format.ts'
import { sentenceFor } from '#app/i18n/pick.ts'
import { sourceTexts } from '#app/i18n/sources.ts'
import { vaultTexts } from '#app/i18n/vault.ts'
import { words } from '#app/i18n/vocabulary.ts'
import { vaultKeys } from '#app/platform/crypto/vault-keys.server.ts'
import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { allows } from '#app/policies/policies.ts'
import { listEligible } from '#app/services/vault/keepers.server.ts'
import { readVault } from '#app/services/vault/read-vault.server.ts'
import { keeperIds } from '#app/services/vault/vault-rows.server.ts'

export const meta = pageTitle((language) => vaultTexts[language].title)

export const loader = guardedLoader('vault.view', async ({ useCase, actor, permit, installation }) => {
  const holders = await keeperIds(useCase)
  permit({ keeperIds: holders, recorded: true })
  const vault = await readVault(useCase, vaultKeys(installation.config))
  const may = (recorded: boolean) => ({
    read: recorded && allows(actor, 'vault.read', { keeperIds: holders, recorded }),
    record: !recorded && allows(actor, 'vault.record', { keeperIds: holders, recorded }),
  })
  const mayGrant = allows(actor, 'vault.grant', { userId: null })
  return {
    ...vault,
    entries: vault.entries.map((entry) => ({ ...entry, may: may(entry.recordedAt !== null) })),
    eligible: mayGrant ? await listEligible(useCase) : [],
    mayGrant,
  }
})

export default function Vault() {
  const { state, unopenable, entries, readings } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  const text = useText(vaultTexts)
  const sources = useText(sourceTexts)
  const language = useLanguage()
  const done = sentenceFor({ saved: text.saved, erased: text.erased }, search.get('done'))
  const problem = sentenceFor(text.problem, search.get('problem'))
  const locked = state === 'closed' || state === 'other-key'
  return (
    <>
      <PageHead crumbs={[{ to: '/sources', text: sources.title }]} title={text.title} lead={text.lead} />
      {done && <Notice tone="ok">{done}</Notice>}
      {problem && <Notice tone="error">{problem}</Notice>}
      {locked && <Notice tone="warning">{text.state[state]}</Notice>}
      {state === 'open' && unopenable > 0 && <Notice tone="warning">{text.unopenable(unopenable)}</Notice>}
      <section aria-labelledby="entries">
        <h2 id="entries">{text.entries}</h2>
        {entries.length === 0 ? (
          <Empty>
            <p>{text.noEntries}</p>
          </Empty>
        ) : (
          // A wide table scrolls by itself, with the keyboard too.
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          <div className="table-scroll" role="region" aria-labelledby="entries-caption" tabIndex={0}>
            <table className="utrecht-table">
              <caption id="entries-caption" className="soft small">
                {text.entriesCaption}
              </caption>
              <thead className="utrecht-table__header">
                <tr>
                  {[text.source, text.kind, text.date, text.recorded].map((name) => (
                    <th key={name} scope="col" className="utrecht-table__header-cell">
                      {name}
                    </th>
                  ))}
                  <th scope="col" className="utrecht-table__header-cell number">
                    {text.readings}
                  </th>
                  <td className="utrecht-table__header-cell" />
                </tr>
              </thead>
              <tbody>
                {entries.map((entry) => {
                  const date = entry.published ?? entry.accessedOn
                  return (
                    <tr key={entry.id} className="utrecht-table__row">
                      <th scope="row" className="utrecht-table__cell vault-source">
                        <Link to={`/sources/items/${entry.id}`}>
                          {text.label} <span className="soft small">{entry.id.slice(0, 8)}</span>
                        </Link>
                      </th>
                      <td className="utrecht-table__cell">{words[language].sourceKind[entry.kind]}</td>
                      <td className="utrecht-table__cell">{date ? formatDay(date, language) : sources.unknown}</td>
                      <td className="utrecht-table__cell">
                        {entry.recordedAt ? `${formatMoment(entry.recordedAt, language)}, ${entry.recordedBy}` : text.notRecorded}
                      </td>
                      <td className="utrecht-table__cell number">{formatNumber(entry.readings, language)}</td>
                      <td className="utrecht-table__cell">
                        {entry.may.read && (
                          <ButtonLink look="subtle" to={`/vault/${entry.id}/read`}>
                            {text.read}
                            <span className="hidden-visually"> {entry.id.slice(0, 8)}</span>
                          </ButtonLink>
                        )}
                        {entry.may.record && (
                          <ButtonLink look="subtle" to={`/vault/${entry.id}`}>
                            {text.record}
                            <span className="hidden-visually"> {entry.id.slice(0, 8)}</span>
                          </ButtonLink>
                        )}
                      </td>
                    </tr>
                  )
                })}
              </tbody>
            </table>
          </div>
        )}
      </section>
      <Keepers />
      <VaultReadings readings={readings} />
    </>
  )
}

function Keepers() {
  const { keepers, eligible, mayGrant } = useLoaderData<typeof loader>()
  const text = useText(vaultTexts)
  const language = useLanguage()
  const now = keepers.filter(({ withdrawnAt }) => withdrawnAt === null)
  return (
    <section aria-labelledby="keepers">
      <h2 id="keepers">{text.keepers}</h2>
      {now.length === 0 && <p>{text.noKeepers}</p>}
      <ul className="plain-list rows">
        {keepers.map((keeper) => (
          <li key={`${keeper.userId} ${keeper.grantedAt}`} className="vault-keeper">
            <span className={keeper.withdrawnAt ? 'soft' : undefined}>
              {keeper.name}{' '}
              <span className="soft small">
                {text.grantedBy(formatMoment(keeper.grantedAt, language), keeper.grantedBy)}
                {keeper.withdrawnAt && `; ${text.withdrawn(formatMoment(keeper.withdrawnAt, language))}`}
              </span>
            </span>
            {mayGrant && !keeper.withdrawnAt && (
              <Form method="post" action="/vault/keepers">
                <input type="hidden" name="intent" value="withdraw" />
                <input type="hidden" name="userId" value={keeper.userId} />
                <Button look="subtle">
                  {text.withdraw}
                  <span className="hidden-visually">: {text.withdrawFrom(keeper.name)}</span>
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {mayGrant && eligible.length > 0 && (
        <Form method="post" action="/vault/keepers" className="vault-grant">
          <input type="hidden" name="intent" value="grant" />
          <SelectField label={text.grantTo} name="userId" required key={eligible.length}>
            <option value="">{text.choosePerson}</option>
            {eligible.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
          <Button>{text.grant}</Button>
        </Form>
      )}
    </section>
  )
}
