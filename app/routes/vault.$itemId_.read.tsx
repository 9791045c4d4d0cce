import '#app/styles/vault.css'
import { data } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { Button } from '#app/components/button.tsx'
import { SelectField, TextAreaField } from '#app/components/field.tsx'
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
import { IdentityReading, readIdentity } from '#app/services/vault/read-identity.server.ts'
import { keeperIds, readVaultItem } from '#app/services/vault/vault-rows.server.ts'
import { identityFields, vaultReasons, type SourceIdentity } from '#schemas/vault.ts'

export const meta = pageTitle((language) => vaultTexts[language].readTitle)
export const headers = unstoredHeaders

export const loader = guardedLoader('vault.read', async ({ useCase, params, permit }) => {
  const item = await readVaultItem(useCase, params.itemId)
  permit({ keeperIds: await keeperIds(useCase), recorded: item.revision > 0 })
  if (item.revision === 0) throw new DomainError('not-found')
  return { item }
})

type Refused = { values: Record<string, string>; errors: Record<string, string>; problem: string | null }

/** Shown as the answer to the form and nowhere else: no address leads to it. */
export const action = guardedAction('vault.read', async ({ useCase, params, permit, request, installation }) => {
  const item = await readVaultItem(useCase, params.itemId)
  permit({ keeperIds: await keeperIds(useCase), recorded: item.revision > 0 })
  const values = await formValues(request)
  const refuse = (status: number, errors: Refused['errors'], problem: Refused['problem'] = null) =>
    data({ told: null, refused: { values, errors, problem } as Refused }, { status, ...unstored })
  const input = IdentityReading.safeParse({ ...values, itemId: item.id })
  if (!input.success)
    return refuse(422, Object.fromEntries(input.error.issues.map(({ path }) => [String(path[0]), String(path[0])])))
  try {
    const told = await readIdentity(useCase, vaultKeys(installation.config), input.data)
    return data({ told, refused: null }, unstored)
  } catch (error) {
    if (error instanceof DomainError && error.code === 'wrong-state') return refuse(409, {}, error.detail ?? 'other')
    throw error
  }
})

export const shouldRevalidate = alsoAfterRefusal

export default function ReadIdentity() {
  const { item } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const text = useText(vaultTexts)
  const sources = useText(sourceTexts)
  const language = useLanguage()
  const date = item.published ?? item.accessedOn
  return (
    <>
      <PageHead
        crumbs={[
          { to: '/vault', text: text.title },
          { to: `/sources/items/${item.id}`, text: text.label },
        ]}
        title={answer?.told ? text.shown : text.readTitle}
        lead={answer?.told ? text.shownLead : text.readLead}
      />
      <Facts
        facts={[
          [text.kind, words[language].sourceKind[item.kind]],
          [text.date, date ? formatDay(date, language) : sources.unknown],
        ]}
      />
      {answer?.told ? (
        <Told itemId={item.id} identity={answer.told.identity} revision={answer.told.revision} />
      ) : (
        <Asking refused={answer?.refused ?? null} />
      )}
    </>
  )
}

function Asking({ refused }: { refused: Refused | null }) {
  const text = useText(vaultTexts)
  const said = (name: 'reason' | 'explanation') => (refused?.errors[name] ? [text.problem[name]] : undefined)
  return (
    <>
      {refused?.problem && <Notice tone="error">{sentenceFor(text.problem, refused.problem) ?? text.problem.other}</Notice>}
      {refused && Object.keys(refused.errors).length > 0 && <Notice tone="error">{text.summary}</Notice>}
      <Form method="post" noValidate autoComplete="off" key={JSON.stringify(refused?.values)}>
        <SelectField label={text.reason} name="reason" defaultValue={refused?.values.reason} errors={said('reason')}>
          <option value="">{text.choose}</option>
          {vaultReasons.map((reason) => (
            <option key={reason} value={reason}>
              {text.reasons[reason]}
            </option>
          ))}
        </SelectField>
        <TextAreaField
          label={text.explanation}
          hint={text.explanationHint}
          name="explanation"
          rows={3}
          maxLength={1000}
          autoComplete="off"
          defaultValue={refused?.values.explanation}
          errors={said('explanation')}
        />
        <div className="page-actions">
          <Button look="primary">{text.show}</Button>
          <Link to="/vault">{text.back}</Link>
        </div>
      </Form>
    </>
  )
}

function Told({ itemId, identity, revision }: { itemId: string; identity: SourceIdentity; revision: number }) {
  const text = useText(vaultTexts)
  return (
    <>
      <dl className="vault-identity">
        {identityFields.map((field) => (
          <div key={field}>
            <dt>{text.fields[field]}</dt>
            <dd className="vault-words">{identity[field] || <span className="soft">{text.empty}</span>}</dd>
          </div>
        ))}
      </dl>
      <p>
        <Link to="/vault">{text.back}</Link>
      </p>
      <details className="vault-more">
        <summary>{text.change}</summary>
        <IdentityForm itemId={itemId} revision={revision} values={identity} />
      </details>
      <details className="vault-more">
        <summary>{text.erase}</summary>
        <p>{text.eraseLead}</p>
        <Form method="post" action={`/vault/${itemId}/erase`}>
          <Button>{text.eraseConfirm}</Button>
        </Form>
      </details>
    </>
  )
}
