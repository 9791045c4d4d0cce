import { data, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { Button } from '#app/components/button.tsx'
import { Notice, PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { SourceConflict } from '#app/components/source-conflict.tsx'
import type { SourceErrors } from '#app/components/source-fields.tsx'
import { SourceForm } from '#app/components/source-form.tsx'
import { useText } from '#app/components/use-text.ts'
import { sourceTexts } from '#app/i18n/sources.ts'
import { DomainError } from '#app/platform/errors.ts'
import { formValues } from '#app/platform/http/form-values.server.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { changeSource, SourceChange } from '#app/services/sources/change-source.server.ts'
import { listIndependenceGroups } from '#app/services/sources/list-sources.server.ts'
import { readSourceRecord } from '#app/services/sources/read-source.server.ts'
import type { Source } from '#app/services/sources/source-item.ts'
import '../styles/sources.css'

export const meta = pageTitle<{ source: { name: string } }>(
  (language, data) => data && sourceTexts[language].changeSource(data.source.name),
)

export const loader = guardedLoader('source.change', async ({ useCase, params }) => ({
  source: await readSourceRecord(useCase, params.sourceId),
  groups: await listIndependenceGroups(useCase),
}))

type Answer = { values: Record<string, string>; errors: SourceErrors; current: Source | null }

export const action = guardedAction('source.change', async ({ useCase, params, request }) => {
  const { id } = await readSourceRecord(useCase, params.sourceId)
  const values = await formValues(request)
  const refuse = (status: number, rest: Partial<Answer>) => data({ values, errors: {}, current: null, ...rest } as Answer, status)
  const input = SourceChange.safeParse({ ...values, sourceId: id })
  if (!input.success) {
    const errors = Object.fromEntries(input.error.issues.map(({ path }) => [String(path[0]), 'malformed' as const]))
    return refuse(422, { errors: { ...errors, ...(!values.name?.trim() && { name: 'needed' }) } })
  }
  try {
    await changeSource(useCase, input.data)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    if (error.detail === 'source-name-taken') return refuse(422, { errors: { name: 'name-taken' } })
    if (error.detail === 'revision') {
      const current = error.data?.current as Source
      // What is saved next is saved knowing what stands there now.
      return refuse(409, { values: { ...values, revision: String(current.revision) }, current })
    }
    throw error
  }
  return redirect(`/sources/${id}`)
})

export const shouldRevalidate = alsoAfterRefusal

export default function ChangeSource() {
  const { source, groups } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const text = useText(sourceTexts)
  const values = answer?.values ?? {
    ...source,
    languages: source.languages.join(', '),
    independenceGroup: source.independenceGroup ?? '',
    revision: String(source.revision),
  }
  return (
    <>
      <PageHead
        crumbs={[
          { to: '/sources', text: text.title },
          { to: `/sources/${source.id}`, text: source.name },
        ]}
        title={text.changeSource(source.name)}
      />
      {answer?.current && <SourceConflict current={answer.current} values={answer.values} />}
      {answer && Object.keys(answer.errors).length > 0 && <Notice tone="error">{text.summary}</Notice>}
      <Form method="post" noValidate key={JSON.stringify(answer?.values)}>
        <input type="hidden" name="revision" value={values.revision} />
        <SourceForm values={values} errors={answer?.errors} groups={groups} />
        <div className="page-actions">
          <Button look="primary">{text.saveChange}</Button>
          <Link to={`/sources/${source.id}`}>{text.cancel}</Link>
        </div>
      </Form>
    </>
  )
}
