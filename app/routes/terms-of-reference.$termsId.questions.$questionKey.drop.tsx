import '#app/styles/terms.css'
import { data, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { NodeTitle } from '#app/components/chapter-tree.tsx'
import { TextAreaField } from '#app/components/field.tsx'
import { Notice, PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { DropWarning } from '#app/components/question-actions.tsx'
import { QuestionView } from '#app/components/question-list.tsx'
import { useTermsTitle } from '#app/components/terms-facts.tsx'
import { useText } from '#app/components/use-text.ts'
import { errorTexts } from '#app/i18n/errors.ts'
import { termsTexts } from '#app/i18n/terms.ts'
import { fieldErrors } from '#app/platform/field-errors.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { isMoved } from '#app/platform/http/moved.server.ts'
import { allows } from '#app/policies/policies.ts'
import { dropQuestion, DroppedQuestion } from '#app/services/terms-of-reference/drop-question.server.ts'
import { readQuestion, readTerms } from '#app/services/terms-of-reference/read-terms.server.ts'

export const meta = pageTitle((language) => termsTexts[language].drop.title)

export const loader = guardedLoader('terms.view', async ({ useCase, actor, params }) => {
  const terms = await readTerms(useCase, params.termsId)
  return {
    terms,
    ...(await readQuestion(useCase, terms.id, params.questionKey)),
    may: { change: allows(actor, 'terms.change', terms) },
  }
})

export const action = guardedAction('terms.change', async ({ useCase, params, request, permit }) => {
  const terms = await readTerms(useCase, params.termsId)
  const { question, section } = await readQuestion(useCase, terms.id, params.questionKey)
  const reason = String((await request.formData()).get('reason') ?? '')
  const input = DroppedQuestion.safeParse({ termsId: terms.id, questionKey: params.questionKey, reason })
  try {
    permit(terms)
    if (!input.success) return data({ reason, error: fieldErrors(input.error).reason ?? 'other', moved: null }, 422)
    await dropQuestion(useCase, input.data)
  } catch (error) {
    if (!isMoved(error)) throw error
    return data({ reason, error: null, moved: error.code === 'conflict' ? ('dropped' as const) : ('closed' as const) }, 409)
  }
  return redirect(
    `/terms-of-reference/${terms.id}?chapter=${section.chapterKey}#${question.state === 'added' ? section.key : question.key}`,
  )
})

export default function DropPage() {
  const { terms, question, section, may } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const text = useText(termsTexts)
  const summary = useText(errorTexts).formSummary
  const added = question.state === 'added'
  const base = `/terms-of-reference/${terms.id}`
  const sentences: Record<string, string> = text.errors
  const error = answer?.error ? (sentences[answer.error] ?? text.errors.other) : undefined
  return (
    <>
      <PageHead
        crumbs={[
          { to: '/terms-of-reference', text: text.title },
          { to: base, text: useTermsTitle(terms) },
          { to: `${base}?chapter=${section.chapterKey}#${section.key}`, text: <NodeTitle node={section} /> },
        ]}
        title={added ? text.drop.removeTitle : text.drop.title}
      />
      {error && (
        <Notice tone="error" title={summary}>
          <p>{error}</p>
        </Notice>
      )}
      {answer?.moved ? (
        <Notice tone="error">
          <p>{answer.moved === 'closed' ? text.closed : text.alreadyDropped}</p>
        </Notice>
      ) : (
        !may.change && (
          <Notice>
            <p>{text.stands}</p>
          </Notice>
        )
      )}
      <div className="quiet-question">
        <QuestionView question={question} open />
      </div>
      <Form method="post">
        {question.state !== 'dropped' && <DropWarning question={question} />}
        <TextAreaField
          label={text.drop.reason}
          hint={text.drop.hint}
          name="reason"
          aria-required
          maxLength={2000}
          rows={3}
          defaultValue={answer?.reason}
          errors={error ? [error] : undefined}
        />
        <div className="form-actions">
          {may.change && question.state !== 'dropped' && (
            <Button look="primary">{added ? text.drop.removeSubmit : text.drop.submit}</Button>
          )}
          <Link to={`${base}?question=${question.key}#${question.key}`}>{text.drop.cancel}</Link>
        </div>
      </Form>
    </>
  )
}
