import { data, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { z } from 'zod'
import { Button } from '#app/components/button.tsx'
import { SelectField, TextField } from '#app/components/field.tsx'
import { Notice, PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { useText } from '#app/components/use-text.ts'
import { sentenceFor } from '#app/i18n/pick.ts'
import { sourceTexts } from '#app/i18n/sources.ts'
import { DomainError } from '#app/platform/errors.ts'
import { formValues } from '#app/platform/http/form-values.server.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { listSourceNames } from '#app/services/sources/list-sources.server.ts'
import { readRepeats } from '#app/services/sources/read-repeats.server.ts'
import { readSourceRecord } from '#app/services/sources/read-source.server.ts'
import { Repeat, repeatSource, stopRepeating } from '#app/services/sources/repeat-source.server.ts'
import '../styles/sources.css'

export const meta = pageTitle((language) => sourceTexts[language].repeats.title)

export const loader = guardedLoader('source.change', async ({ useCase, params }) => {
  const source = await readSourceRecord(useCase, params.sourceId)
  const { originals } = await readRepeats(useCase, source.id)
  const names = await listSourceNames(useCase)
  return { source, originals, names: names.filter(({ id }) => id !== source.id) }
})

export const action = guardedAction('source.change', async ({ useCase, params, request }) => {
  const { id } = await readSourceRecord(useCase, params.sourceId)
  const values = await formValues(request)
  const page = redirect(`/sources/${id}/repeats`)
  const input = Repeat.extend({ intent: z.enum(['add', 'remove']).catch('add') }).safeParse({ ...values, sourceId: id })
  if (!input.success) return data({ values, problem: 'needed' }, 422)
  try {
    if (input.data.intent === 'add') await repeatSource(useCase, input.data)
    // Taken away already is what was wanted.
    else await stopRepeating(useCase, input.data).catch((error) => ignoreNotFound(error))
    return page
  } catch (error) {
    if (error instanceof DomainError && error.detail?.startsWith('repeats-'))
      return data({ values, problem: error.detail }, error.status)
    throw error
  }
})

function ignoreNotFound(error: unknown): void {
  if (!(error instanceof DomainError && error.code === 'not-found')) throw error
}

export const shouldRevalidate = alsoAfterRefusal

export default function Repeats() {
  const { source, originals, names } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const all = useText(sourceTexts)
  const text = all.repeats
  return (
    <>
      <PageHead
        crumbs={[
          { to: '/sources', text: all.title },
          { to: `/sources/${source.id}`, text: source.name },
        ]}
        title={text.title}
        lead={text.lead}
      />
      {answer && <Notice tone="error">{all.summary}</Notice>}
      {originals.length > 0 && (
        <section aria-labelledby="originals">
          <h2 id="originals">
            {source.name}: {text.takesFrom}
          </h2>
          <ul className="plain-list rows">
            {originals.map((original) => (
              <li key={original.id} className="source-line">
                <span>
                  <Link to={`/sources/${original.id}`}>{original.name}</Link>
                  {original.note && <span className="soft"> – {original.note}</span>}
                </span>
                <Form method="post">
                  <input type="hidden" name="intent" value="remove" />
                  <input type="hidden" name="originalId" value={original.id} />
                  <Button look="subtle">
                    {text.remove}
                    <span className="hidden-visually">: {text.removeThis(original.name)}</span>
                  </Button>
                </Form>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Form method="post" noValidate key={`${originals.length} ${JSON.stringify(answer?.values)}`}>
        <SelectField
          label={text.original}
          name="originalId"
          defaultValue={answer?.values.originalId}
          errors={answer && [sentenceFor(text.problem, answer.problem) ?? all.problem.malformed]}
        >
          <option value="">{text.choose}</option>
          {names.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <TextField label={text.note} name="note" maxLength={500} defaultValue={answer?.values.note} />
        <div className="page-actions">
          <Button look="primary">{text.submit}</Button>
          <Link to={`/sources/${source.id}`}>{text.back}</Link>
        </div>
      </Form>
    </>
  )
}
