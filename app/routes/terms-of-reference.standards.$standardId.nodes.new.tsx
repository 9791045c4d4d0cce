import { data, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { Button } from '#app/components/button.tsx'
import { SelectField, TextField } from '#app/components/field.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { FormProblems, useSentences } from '#app/components/standard/form-problems.tsx'
import { mayStandard, standardState } from '#app/components/standard/may-standard.ts'
import { Reason } from '#app/components/standard/question-fields.tsx'
import { SubPageHead } from '#app/components/standard/sub-page-head.tsx'
import { useTitles } from '#app/components/standard/use-titles.ts'
import { useText } from '#app/components/use-text.ts'
import { standardTexts } from '#app/i18n/standard.ts'
import { DomainError } from '#app/platform/errors.ts'
import { fieldErrors } from '#app/platform/field-errors.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { orShowMoved } from '#app/platform/http/moved.server.ts'
import { addNode, NewNode } from '#app/services/standard-terms/add-node.server.ts'
import { readStandard, readStandardSummary } from '#app/services/standard-terms/read-standard.server.ts'

export const meta = pageTitle((language) => standardTexts[language].structure.add)

export const loader = guardedLoader('standard.create', async ({ useCase, actor, params }) => {
  const { standard, nodes, chapters } = await readStandard(useCase, params.standardId)
  if (!mayStandard(actor, standard).change) throw redirect(`/terms-of-reference/standards/${standard.id}?moved=1`)
  return { standard, nodes, chapters }
})

const fields = ['parentKey', 'key', 'titleNl', 'titleEn', 'reason'] as const

export const action = guardedAction('standard.change', async ({ useCase, params, request, permit }) => {
  const standard = await readStandardSummary(useCase, params.standardId)
  const form = await request.formData()
  const values: Partial<Record<string, string>> = Object.fromEntries(fields.map((name) => [name, String(form.get(name) ?? '')]))
  const input = NewNode.safeParse({ ...values, parentKey: values.parentKey || null, standardId: standard.id })
  const page = `/terms-of-reference/standards/${standard.id}`
  return orShowMoved(page, async () => {
    permit(standardState(standard))
    if (!input.success) return data({ values, errors: fieldErrors(input.error) }, 422)
    try {
      await addNode(useCase, input.data)
    } catch (error) {
      if (!(error instanceof DomainError && error.code === 'invalid-input')) throw error
      const code = error.detail ?? 'other'
      return data({ values, errors: { [code === 'duplicate-key' ? 'key' : 'parentKey']: code } }, 422)
    }
    return redirect(`${page}/structure?done=node-added`)
  })
})

export const shouldRevalidate = alsoAfterRefusal

export default function NewNodePage() {
  const { standard, nodes, chapters } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const text = useText(standardTexts)
  const sentence = useSentences(answer?.errors)
  const titleOf = useTitles(nodes)
  const field = (name: (typeof fields)[number]) => ({ name, defaultValue: answer?.values[name], errors: sentence(name) })
  return (
    <>
      <SubPageHead standard={standard} title={text.structure.add} />
      <FormProblems errors={answer?.errors} />
      <Form method="post" noValidate>
        <SelectField label={text.structure.parent} {...field('parentKey')}>
          {chapters.map(({ key }) => (
            <option key={key} value={key}>
              {titleOf(key)}
            </option>
          ))}
          <option value="">{text.structure.ownChapter}</option>
        </SelectField>
        <TextField label={text.structure.titleNl} lang="nl" aria-required maxLength={200} {...field('titleNl')} />
        <TextField label={text.structure.titleEn} lang="en" aria-required maxLength={200} {...field('titleEn')} />
        <TextField label={text.structure.key} hint={text.structure.keyHint} aria-required maxLength={120} {...field('key')} />
        <Reason defaultValue={answer?.values.reason} errors={sentence('reason')} />
        <div className="form-actions">
          <Button look="primary">{text.structure.addSubmit}</Button>
          <Link to={`/terms-of-reference/standards/${standard.id}/structure`}>{text.cancel}</Link>
        </div>
      </Form>
    </>
  )
}
