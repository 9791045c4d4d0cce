import { data, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { Button } from '#app/components/button.tsx'
import { Notice, PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { SourceConflict } from '#app/components/source-conflict.tsx'
import { ItemFields, type SourceErrors } from '#app/components/source-fields.tsx'
import { useText } from '#app/components/use-text.ts'
import { sourceTexts } from '#app/i18n/sources.ts'
import { DomainError } from '#app/platform/errors.ts'
import { formValues } from '#app/platform/http/form-values.server.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { changeSourceItem, SourceItemChange } from '#app/services/sources/change-source-item.server.ts'
import { readSourceItemRecord } from '#app/services/sources/read-source-item.server.ts'
import type { SourceItemRecord } from '#app/services/sources/source-item.ts'
import '../styles/sources.css'

export const meta = pageTitle((language) => sourceTexts[language].changeItem)

export const loader = guardedLoader('source.change', async ({ useCase, params }) => ({
  item: await readSourceItemRecord(useCase, params.itemId),
}))

type Answer = { values: Record<string, string>; errors: SourceErrors; current: SourceItemRecord | null }

export const action = guardedAction('source.change', async ({ useCase, params, request }) => {
  const { id } = await readSourceItemRecord(useCase, params.itemId)
  const values = await formValues(request)
  const refuse = (status: number, rest: Partial<Answer>) => data({ values, errors: {}, current: null, ...rest } as Answer, status)
  const input = SourceItemChange.safeParse({ ...values, itemId: id })
  if (!input.success) {
    return refuse(422, { errors: Object.fromEntries(input.error.issues.map(({ path }) => [String(path[0]), 'malformed'])) })
  }
  try {
    await changeSourceItem(useCase, input.data)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    if (error.detail === 'title-needed') return refuse(422, { errors: { title: 'needed' } })
    if (error.detail === 'revision') {
      const current = error.data?.current as SourceItemRecord
      // What is saved next is saved knowing what stands there now.
      return refuse(409, { values: { ...values, revision: String(current.revision) }, current })
    }
    throw error
  }
  return redirect(`/sources/items/${id}?done=saved`)
})

export const shouldRevalidate = alsoAfterRefusal

export default function ChangeItem() {
  const { item } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const text = useText(sourceTexts)
  const values = answer?.values ?? {
    title: item.title,
    published: item.published ?? '',
    accessedOn: item.accessedOn ?? '',
    checkedOn: item.checkedOn ?? '',
    url: item.url ?? '',
    doi: item.doi ?? '',
    language: item.language ?? '',
    licence: item.licence ?? '',
    reliabilityNote: item.reliabilityNote,
    revision: String(item.revision),
  }
  return (
    <>
      <PageHead
        crumbs={[
          { to: '/sources', text: text.title },
          { to: `/sources/items/${item.id}`, text: item.title },
        ]}
        title={text.changeItem}
        lead={item.confidential && text.item.confidential}
      />
      {answer?.current && <SourceConflict current={answer.current} values={answer.values} />}
      {answer && Object.keys(answer.errors).length > 0 && <Notice tone="error">{text.summary}</Notice>}
      <Form method="post" noValidate key={JSON.stringify(answer?.values)}>
        <input type="hidden" name="revision" value={values.revision} />
        <ItemFields values={values} errors={answer?.errors} confidential={item.confidential} />
        <div className="page-actions">
          <Button look="primary">{text.saveChange}</Button>
          <Link to={`/sources/items/${item.id}`}>{text.cancel}</Link>
        </div>
      </Form>
    </>
  )
}
