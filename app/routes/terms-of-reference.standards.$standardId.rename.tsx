import { data, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { Button } from '#app/components/button.tsx'
import { TextField } from '#app/components/field.tsx'
import { Notice } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { FormProblems, useSentences } from '#app/components/standard/form-problems.tsx'
import { mayStandard, standardState } from '#app/components/standard/may-standard.ts'
import { Reason } from '#app/components/standard/question-fields.tsx'
import { SubPageHead } from '#app/components/standard/sub-page-head.tsx'
import { useText } from '#app/components/use-text.ts'
import { standardTexts } from '#app/i18n/standard.ts'
import { fieldErrors } from '#app/platform/field-errors.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { isMoved } from '#app/platform/http/moved.server.ts'
import { readStandardSummary } from '#app/services/standard-terms/read-standard.server.ts'
import { RenamedStandard, renameStandard } from '#app/services/standard-terms/rename-standard.server.ts'

export const meta = pageTitle((language) => standardTexts[language].rename.title)

export const loader = guardedLoader('standard.create', async ({ useCase, actor, params }) => {
  const standard = await readStandardSummary(useCase, params.standardId)
  return { standard, may: mayStandard(actor, standard) }
})

const fields = ['version', 'titleNl', 'titleEn', 'reason'] as const

export const action = guardedAction('standard.change', async ({ useCase, params, request, permit }) => {
  const standard = await readStandardSummary(useCase, params.standardId)
  const form = await request.formData()
  const values: Partial<Record<string, string>> = Object.fromEntries(fields.map((name) => [name, String(form.get(name) ?? '')]))
  const input = RenamedStandard.safeParse({ ...values, standardId: standard.id })
  try {
    permit(standardState(standard))
    if (!input.success) return data({ values, errors: fieldErrors(input.error), closed: false }, 422)
    await renameStandard(useCase, input.data)
    return redirect(`/terms-of-reference/standards/${standard.id}?done=renamed`)
  } catch (error) {
    if (!isMoved(error)) throw error
    if (error.detail === 'version-exists') return data({ values, errors: { version: error.detail }, closed: false }, 422)
    return data({ values, errors: {}, closed: true }, 409)
  }
})

export const shouldRevalidate = alsoAfterRefusal

export default function RenamePage() {
  const { standard, may } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const text = useText(standardTexts)
  const sentence = useSentences(answer?.errors)
  const values: Partial<Record<string, string>> = answer?.values ?? {
    version: standard.version,
    titleNl: standard.titleNl,
    titleEn: standard.titleEn,
  }
  const field = (name: (typeof fields)[number]) => ({ name, defaultValue: values[name], errors: sentence(name) })
  return (
    <>
      <SubPageHead standard={standard} title={text.rename.title} />
      <FormProblems errors={answer?.errors} />
      {(answer?.closed || !may.change) && (
        <Notice tone={answer?.closed ? 'error' : 'info'}>
          <p>{answer?.closed ? text.conflict.closed : text.fixed[standard.status]}</p>
        </Notice>
      )}
      <Form method="post" noValidate>
        <TextField label={text.rename.version} aria-required maxLength={30} {...field('version')} />
        <TextField label={text.rename.titleNl} lang="nl" aria-required maxLength={200} {...field('titleNl')} />
        <TextField label={text.rename.titleEn} lang="en" aria-required maxLength={200} {...field('titleEn')} />
        <Reason defaultValue={answer?.values.reason} errors={sentence('reason')} />
        <div className="form-actions">
          {may.change && <Button look="primary">{text.rename.submit}</Button>}
          <Link to={`/terms-of-reference/standards/${standard.id}`}>{text.cancel}</Link>
        </div>
      </Form>
    </>
  )
}
