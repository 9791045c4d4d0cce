import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { IdentityForm } from '#app/components/identity-form.tsx'
import { Facts, Notice, PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { formatDay } from '#app/i18n/format.ts'
import { sentenceFor } from '#app/i18n/pick.ts'
import { sourceTexts } from '#app/i18n/sources.ts'
import { vaultTexts } from '#app/i18n/vault.ts'
import { words } from '#app/i18n/vocabulary.ts'
import { vaultKeys } from '#app/platform/crypto/vault-keys.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { formValues } from '#app/platform/http/form-values.server.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { unstored, unstoredHeaders } from '#app/platform/http/unstored.server.ts'
import { readVaultState } from '#app/services/vault/read-vault.server.ts'
import { IdentityRecord, recordIdentity } from '#app/services/vault/record-identity.server.ts'
import { keeperIds, readVaultItem } from '#app/services/vault/vault-rows.server.ts'

export const meta = pageTitle((language) => vaultTexts[language].recordTitle)
export const headers = unstoredHeaders

export const loader = guardedLoader('vault.record', async ({ useCase, params, permit, installation }) => {
  const item = await readVaultItem(useCase, params.itemId)
  permit({ keeperIds: await keeperIds(useCase), recorded: item.revision > 0 })
  // What stands there is shown on the page that asks why; here one only writes what is not there yet.
  if (item.revision > 0) throw redirect(`/vault/${item.id}/read`)
  return { item, ...(await readVaultState(useCase, vaultKeys(installation.config))) }
})

export const action = guardedAction('vault.record', async ({ useCase, params, permit, request, installation }) => {
  const item = await readVaultItem(useCase, params.itemId)
  permit({ keeperIds: await keeperIds(useCase), recorded: item.revision > 0 })
  const values = await formValues(request)
  const refuse = (status: number, errors: Record<string, string>, problem: string | null = null) =>
    data({ values, errors, problem }, { status, ...unstored })
  const input = IdentityRecord.safeParse({ ...values, itemId: item.id })
  if (!input.success) {
    const errors = input.error.issues.map(({ path, code }) => [
      String(path[0]),
      code === 'too_big' ? 'too-long' : path[0] === 'name' ? 'name' : 'other',
    ])
    return refuse(422, Object.fromEntries(errors))
  }
  try {
    await recordIdentity(useCase, vaultKeys(installation.config), input.data)
  } catch (error) {
    if (error instanceof DomainError && (error.detail === 'revision' || error.code === 'wrong-state'))
      return refuse(409, {}, error.detail ?? 'other')
    throw error
  }
  return redirect(`/sources/items/${item.id}?done=saved`)
})

export const shouldRevalidate = alsoAfterRefusal

export default function RecordIdentity() {
  const { item, state } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const text = useText(vaultTexts)
  const sources = useText(sourceTexts)
  const language = useLanguage()
  const date = item.published ?? item.accessedOn
  const locked = state === 'closed' || state === 'other-key'
  return (
    <>
      <PageHead
        crumbs={[
          { to: '/sources', text: sources.title },
          { to: `/sources/items/${item.id}`, text: text.label },
        ]}
        title={text.recordTitle}
        lead={text.recordLead}
      />
      <Facts
        facts={[
          [text.kind, words[language].sourceKind[item.kind]],
          [text.date, date ? formatDay(date, language) : sources.unknown],
        ]}
      />
      {locked && !answer && <Notice tone="warning">{text.state[state]}</Notice>}
      {answer?.problem && <Notice tone="error">{sentenceFor(text.problem, answer.problem) ?? text.problem.other}</Notice>}
      {answer && Object.keys(answer.errors).length > 0 && <Notice tone="error">{text.summary}</Notice>}
      {(!locked || answer) && (
        <IdentityForm
          key={JSON.stringify(answer?.values)}
          itemId={item.id}
          revision={item.revision}
          values={answer?.values ?? {}}
          errors={answer?.errors ?? {}}
        />
      )}
    </>
  )
}
