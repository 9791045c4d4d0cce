import { data, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { Button } from '#app/components/button.tsx'
import { Notice } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { FormProblems, useSentences } from '#app/components/standard/form-problems.tsx'
import { mayStandard, standardState } from '#app/components/standard/may-standard.ts'
import { QuestionFieldsOf } from '#app/components/standard/question-fields.tsx'
import { emptyQuestion, questionValues } from '#app/components/standard/question-values.ts'
import { SubPageHead } from '#app/components/standard/sub-page-head.tsx'
import { useText } from '#app/components/use-text.ts'
import { standardTexts } from '#app/i18n/standard.ts'
import { DomainError } from '#app/platform/errors.ts'
import { fieldErrors } from '#app/platform/field-errors.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { isMoved } from '#app/platform/http/moved.server.ts'
import { listOrganisations } from '#app/services/accounts/list-organisations.server.ts'
import { addStandardQuestion, NewStandardQuestion } from '#app/services/standard-terms/add-standard-question.server.ts'
import { readStandard } from '#app/services/standard-terms/read-standard.server.ts'

export const meta = pageTitle((language) => standardTexts[language].question.addTitle)

export const loader = guardedLoader('standard.create', async ({ useCase, actor, params, request }) => {
  const { standard, chapters } = await readStandard(useCase, params.standardId)
  return {
    standard,
    chapters,
    section: new URL(request.url).searchParams.get('section') ?? '',
    organisations: await listOrganisations(useCase),
    may: mayStandard(actor, standard),
  }
})

/** The field that a refusal of the service is about. */
const fieldOf: Record<string, string> = { 'duplicate-key': 'key', 'unknown-organisation': 'askedBy' }

export const action = guardedAction('standard.change', async ({ useCase, params, request, permit }) => {
  const { standard, nodes } = await readStandard(useCase, params.standardId)
  const values = questionValues(await request.formData())
  const { key, ...rest } = values
  const input = NewStandardQuestion.safeParse({ ...rest, ...(key !== '' && { key }), standardId: standard.id })
  try {
    permit(standardState(standard))
    if (!input.success) return data({ values, errors: fieldErrors(input.error), closed: false }, 422)
    const added = await addStandardQuestion(useCase, input.data)
    const section = nodes.find((it) => it.key === values.nodeKey)
    return redirect(`/terms-of-reference/standards/${standard.id}?chapter=${section?.parentKey ?? ''}&done=added#${added.key}`)
  } catch (error) {
    if (error instanceof DomainError && error.code === 'invalid-input') {
      const code = error.detail ?? 'other'
      return data({ values, errors: { [fieldOf[code] ?? 'nodeKey']: code }, closed: false }, 422)
    }
    if (!isMoved(error)) throw error
    return data({ values, errors: {}, closed: true }, 409)
  }
})

export const shouldRevalidate = alsoAfterRefusal

export default function AddQuestionPage() {
  const { standard, chapters, section, organisations, may } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const text = useText(standardTexts)
  const sentence = useSentences(answer?.errors)
  return (
    <>
      <SubPageHead standard={standard} title={text.question.addTitle} />
      <FormProblems errors={answer?.errors} />
      {(answer?.closed || !may.change) && (
        <Notice tone={answer?.closed ? 'error' : 'info'}>
          <p>{answer?.closed ? text.conflict.closed : text.fixed[standard.status]}</p>
        </Notice>
      )}
      <Form method="post" noValidate>
        <QuestionFieldsOf
          values={answer?.values ?? emptyQuestion(section)}
          chapters={chapters}
          organisations={organisations}
          sentence={sentence}
          isNew
        />
        <div className="form-actions">
          {may.change && <Button look="primary">{text.question.add}</Button>}
          <Link to={`/terms-of-reference/standards/${standard.id}`}>{text.cancel}</Link>
        </div>
      </Form>
    </>
  )
}
