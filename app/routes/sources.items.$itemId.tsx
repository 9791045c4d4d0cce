import { data, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { Button, ButtonLink } from '#app/components/button.tsx'
import { Facts, Notice, PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { SourceCopies } from '#app/components/source-copies.tsx'
import { SourceHistory } from '#app/components/source-history.tsx'
import { SourceResting } from '#app/components/source-resting.tsx'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { formatDay } from '#app/i18n/format.ts'
import { sentenceFor } from '#app/i18n/pick.ts'
import { sourceTexts } from '#app/i18n/sources.ts'
import { words } from '#app/i18n/vocabulary.ts'
import { DomainError } from '#app/platform/errors.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { allows } from '#app/policies/policies.ts'
import { archiveCopy } from '#app/services/sources/archive-copy.server.ts'
import { readSourceItem } from '#app/services/sources/read-source-item.server.ts'
import { keeperIds, readVaultItem } from '#app/services/vault/vault-rows.server.ts'
import '../styles/sources.css'

export const meta = pageTitle<{ item: { title: string } }>((_language, data) => data?.item.title)

export const loader = guardedLoader('source.view', async ({ useCase, params, actor }) => {
  const reading = await readSourceItem(useCase, params.itemId)
  const { id, confidential } = reading.item
  const vault = confidential ? await readVaultItem(useCase, id) : null
  const state = { keeperIds: vault ? await keeperIds(useCase) : [], recorded: vault !== null && vault.revision > 0 }
  return {
    ...reading,
    may: {
      change: allows(actor, 'source.change'),
      record: vault !== null && !state.recorded && allows(actor, 'vault.record', state),
      read: state.recorded && allows(actor, 'vault.read', state),
    },
  }
})

/** Keeps a copy of the publication. */
export const action = guardedAction('source.change', async ({ useCase, params, request }) => {
  const file = (await request.formData()).get('file')
  if (!(file instanceof File) || (file.size === 0 && file.name === '')) return data({ problem: 'copy-needed' }, 422)
  try {
    const content = new Uint8Array(await file.arrayBuffer())
    const { added } = await archiveCopy(useCase, { itemId: params.itemId, fileName: file.name, content })
    return redirect(`/sources/items/${params.itemId}?done=${added ? 'uploaded' : 'known'}#copies`)
  } catch (error) {
    if (error instanceof DomainError && error.code === 'invalid-input') return data({ problem: error.detail ?? '' }, 422)
    throw error
  }
})

export const shouldRevalidate = alsoAfterRefusal

export default function SourceItemPage() {
  const { item, copies, resting, history, may } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [search] = useSearchParams()
  const text = useText(sourceTexts)
  const language = useLanguage()
  const day = (value: string | null, without: string) => (value ? formatDay(value, language) : without)
  const { uploaded, known, checkedNow, saved } = text.item
  const done = sentenceFor({ uploaded, known, checked: checkedNow, saved }, search.get('done'))
  return (
    <>
      <PageHead
        crumbs={[
          { to: '/sources', text: text.title },
          ...(item.confidential ? [] : [{ to: `/sources/${item.sourceId}`, text: item.publisher }]),
        ]}
        title={<span lang={item.confidential ? 'nl' : (item.language ?? undefined)}>{item.title}</span>}
        actions={may.change && <ButtonLink to={`/sources/items/${item.id}/change`}>{text.change}</ButtonLink>}
      />
      {done && !answer && <Notice tone="ok">{done}</Notice>}
      <Facts
        facts={[
          [text.kind, words[language].sourceKind[item.kind]],
          [text.published, day(item.published, text.unknown)],
          [text.accessed, day(item.accessedOn, text.unknown)],
          [text.checked, day(item.checkedOn, text.never)],
          item.language !== null && [text.language, item.language],
          item.doi !== null && [text.item.doi, item.doi],
          item.licence !== null && [text.item.licence, item.licence],
        ]}
      />
      {item.url && (
        <p className="source-address">
          <a href={item.url} rel="noreferrer">
            {item.url}
            <span className="hidden-visually"> {text.opensElsewhere}</span>
          </a>
        </p>
      )}
      {item.confidential && (
        <Notice>
          <p>{text.item.confidential}</p>
          {may.record && <ButtonLink to={`/vault/${item.id}`}>{text.item.recordIdentity}</ButtonLink>}
          {may.read && <ButtonLink to={`/vault/${item.id}/read`}>{text.item.toVault}</ButtonLink>}
        </Notice>
      )}
      {may.change && !item.confidential && (
        <Form method="post" action={`/sources/items/${item.id}/check`} className="source-check">
          <Button>{text.item.check}</Button>
          <span className="soft small">{text.item.checkHint}</span>
        </Form>
      )}
      {item.reliabilityNote && (
        <section aria-labelledby="note">
          <h2 id="note">{text.note}</h2>
          <p className="source-words">{item.reliabilityNote}</p>
        </section>
      )}
      {!item.confidential && (
        <SourceCopies itemId={item.id} copies={copies} mayAdd={may.change} problem={answer?.problem ?? null} />
      )}
      <SourceResting resting={resting} />
      <SourceHistory history={history} />
      {!item.confidential && (
        <p>
          <Link to={`/sources/${item.sourceId}`}>{item.publisher}</Link>
        </p>
      )}
    </>
  )
}
