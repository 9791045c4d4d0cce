import { data, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { Button } from '#app/components/button.tsx'
import { Notice, PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { SourceFields } from '#app/components/source-fields.tsx'
import { useText } from '#app/components/use-text.ts'
import { sourceTexts } from '#app/i18n/sources.ts'
import { formValues } from '#app/platform/http/form-values.server.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { listSourceNames } from '#app/services/sources/list-sources.server.ts'
import { readSourceRecord } from '#app/services/sources/read-source.server.ts'
import { registerItem } from '#app/services/sources/register-item.server.ts'

export const meta = pageTitle((language) => sourceTexts[language].newTitle)

export const loader = guardedLoader('source.create', async ({ useCase, request }) => {
  const id = new URL(request.url).searchParams.get('source')
  const source = id === null ? undefined : await readSourceRecord(useCase, id)
  return { source: source && { id: source.id, name: source.name }, names: await listSourceNames(useCase) }
})

export const action = guardedAction('source.create', async ({ useCase, request }) => {
  const values = await formValues(request)
  const outcome = await registerItem(useCase, values)
  if ('errors' in outcome) return data({ values, ...outcome }, 422)
  return redirect(`/sources/items/${outcome.itemId}?done=saved`)
})

export const shouldRevalidate = alsoAfterRefusal

export default function NewSource() {
  const { source, names } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const text = useText(sourceTexts)
  const duplicates = answer?.duplicates ?? []
  return (
    <>
      <PageHead
        crumbs={[{ to: '/sources', text: text.title }, ...(source ? [{ to: `/sources/${source.id}`, text: source.name }] : [])]}
        title={source ? text.addItem : text.newTitle}
        lead={source ? source.name : text.newLead}
      />
      {answer && Object.keys(answer.errors).length > 0 && <Notice tone="error">{text.summary}</Notice>}
      <Form method="post" noValidate key={JSON.stringify(answer?.values)}>
        {duplicates.length > 0 && (
          <Notice tone="warning" title={text.duplicates}>
            <p>{text.duplicatesExplain}</p>
            <ul className="plain-list">
              {duplicates.map((item) => (
                <li key={item.id}>
                  <Link to={`/sources/items/${item.id}`}>{item.title}</Link> ({item.publisher})
                </li>
              ))}
            </ul>
          </Notice>
        )}
        <SourceFields values={answer?.values} errors={answer?.errors} source={source} names={names} />
        {duplicates.length > 0 && <input type="hidden" name="sure" value="true" />}
        <Button look="primary">{duplicates.length > 0 ? text.sure : text.save}</Button>
      </Form>
    </>
  )
}
