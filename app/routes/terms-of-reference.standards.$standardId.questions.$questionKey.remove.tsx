import { data, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { Button } from '#app/components/button.tsx'
import { Notice } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { QuestionView } from '#app/components/question-list.tsx'
import { FormProblems, useSentences } from '#app/components/standard/form-problems.tsx'
import { mayStandard, standardState } from '#app/components/standard/may-standard.ts'
import { Reason } from '#app/components/standard/question-fields.tsx'
import { SubPageHead } from '#app/components/standard/sub-page-head.tsx'
import { useText } from '#app/components/use-text.ts'
import { standardTexts } from '#app/i18n/standard.ts'
import { fieldErrors } from '#app/platform/field-errors.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { isMoved } from '#app/platform/http/moved.server.ts'
import { inGenderBlock } from '#app/policies/policies.ts'
import { readStandardQuestion } from '#app/services/standard-terms/read-standard-question.server.ts'
import { removeStandardQuestion, RemovedStandardQuestion } from '#app/services/standard-terms/remove-standard-question.server.ts'
import { readStandardSummary } from '#app/services/standard-terms/read-standard.server.ts'

export const meta = pageTitle((language) => standardTexts[language].question.removeTitle)

export const loader = guardedLoader('standard.create', async ({ useCase, actor, params }) => {
  const { standard, question, chapter } = await readStandardQuestion(useCase, params.standardId, params.questionKey)
  if (!question) throw redirect(`/terms-of-reference/standards/${standard.id}/questions/${params.questionKey}`)
  return { standard, question, chapter, may: mayStandard(actor, standard) }
})

export const action = guardedAction('standard.change', async ({ useCase, params, request, permit }) => {
  const standard = await readStandardSummary(useCase, params.standardId)
  const form = await request.formData()
  const reason = String(form.get('reason') ?? '')
  const input = RemovedStandardQuestion.safeParse({
    standardId: standard.id,
    questionKey: params.questionKey,
    revision: Number(form.get('revision')),
    reason,
  })
  try {
    permit(standardState(standard))
    if (!input.success) return data({ reason, errors: fieldErrors(input.error), moved: null }, 422)
    await removeStandardQuestion(useCase, input.data)
    return redirect(`/terms-of-reference/standards/${standard.id}?chapter=${String(form.get('chapter') ?? '')}&done=removed`)
  } catch (error) {
    if (!isMoved(error)) throw error
    return data({ reason, errors: {}, moved: error.detail === 'question-changed' ? 'changed' : 'closed' } as const, 409)
  }
})

export const shouldRevalidate = alsoAfterRefusal

export default function RemoveQuestionPage() {
  const { standard, question, chapter, may } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const text = useText(standardTexts)
  const sentence = useSentences(answer?.errors)
  const back = `/terms-of-reference/standards/${standard.id}/questions/${question.key}#${question.key}`
  return (
    <>
      <SubPageHead standard={standard} title={text.question.removeTitle} />
      <FormProblems errors={answer?.errors} />
      {answer?.moved === 'changed' && (
        <Notice tone="error" title={text.conflict.changed}>
          <p>{text.conflict.lead}</p>
        </Notice>
      )}
      {(answer?.moved === 'closed' || !may.change) && (
        <Notice tone={answer ? 'error' : 'info'}>
          <p>{answer ? text.conflict.closed : text.fixed[standard.status]}</p>
        </Notice>
      )}
      <div className="quiet-question">
        <QuestionView question={question} open />
      </div>
      <Form method="post" noValidate>
        {(question.mandatory || inGenderBlock(question.themes)) && (
          <p className="drop-warning">{text.question.removeMandatory}</p>
        )}
        <input type="hidden" name="revision" value={question.revision} />
        <input type="hidden" name="chapter" value={chapter.key} />
        <Reason defaultValue={answer?.reason} errors={sentence('reason')} />
        <div className="form-actions">
          {may.change && <Button look="primary">{text.question.removeSubmit}</Button>}
          <Link to={back}>{text.cancel}</Link>
        </div>
      </Form>
    </>
  )
}
