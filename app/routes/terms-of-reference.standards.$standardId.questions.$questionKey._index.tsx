import { data, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { Button } from '#app/components/button.tsx'
import { Notice } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { QuestionView } from '#app/components/question-list.tsx'
import { FormProblems, useSentences } from '#app/components/standard/form-problems.tsx'
import { mayStandard, standardState } from '#app/components/standard/may-standard.ts'
import { OtherValues } from '#app/components/standard/other-values.tsx'
import { OpenFrame } from '#app/components/standard/open-frame.tsx'
import { QuestionAside } from '#app/components/standard/question-aside.tsx'
import { QuestionFieldsOf } from '#app/components/standard/question-fields.tsx'
import { questionValues, valuesOf } from '#app/components/standard/question-values.ts'
import { RemovedQuestion } from '#app/components/standard/removed-question.tsx'
import { StandardBoard } from '#app/components/standard/standard-board.tsx'
import { useTitles } from '#app/components/standard/use-titles.ts'
import { useText } from '#app/components/use-text.ts'
import { standardTexts } from '#app/i18n/standard.ts'
import { DomainError } from '#app/platform/errors.ts'
import { fieldErrors } from '#app/platform/field-errors.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { isMoved } from '#app/platform/http/moved.server.ts'
import { listOrganisations } from '#app/services/accounts/list-organisations.server.ts'
import { changeStandardQuestion, ChangedStandardQuestion } from '#app/services/standard-terms/change-standard-question.server.ts'
import { readStandardQuestion } from '#app/services/standard-terms/read-standard-question.server.ts'
import { readStandard } from '#app/services/standard-terms/read-standard.server.ts'

export const meta = pageTitle((language) => standardTexts[language].question.change)

export const loader = guardedLoader('standard.view', async ({ useCase, actor, params }) => {
  const page = await readStandardQuestion(useCase, params.standardId, params.questionKey)
  return { ...page, organisations: await listOrganisations(useCase), may: mayStandard(actor, page.standard) }
})

export const action = guardedAction('standard.change', async ({ useCase, params, request, permit }) => {
  const { standard, questions, nodes } = await readStandard(useCase, params.standardId)
  const form = await request.formData()
  const values = questionValues(form)
  const revision = Number(form.get('revision'))
  const current = questions.find((it) => it.key === params.questionKey)
  const input = ChangedStandardQuestion.safeParse({
    ...values,
    // Left as it stood, so that a new wording brings the one before beside it.
    formerWordingNl: values.formerWordingNl.trim() === (current?.formerWordingNl ?? '') ? undefined : values.formerWordingNl,
    standardId: standard.id,
    questionKey: params.questionKey,
    revision,
  })
  try {
    permit(standardState(standard))
    if (!input.success) return data({ values, errors: fieldErrors(input.error), moved: null }, 422)
    const saved = await changeStandardQuestion(useCase, input.data)
    const section = nodes.find((it) => it.key === values.nodeKey)
    const done = saved.revision === revision ? 'same' : 'saved'
    return redirect(
      `/terms-of-reference/standards/${standard.id}?chapter=${section?.parentKey ?? ''}&done=${done}#${params.questionKey}`,
    )
  } catch (error) {
    if (error instanceof DomainError && error.code === 'invalid-input')
      return data({ values, errors: { nodeKey: error.detail ?? 'other' }, moved: null }, 422)
    if (!isMoved(error)) throw error
    const moved = error.detail === 'question-changed' || error.detail === 'question-removed' ? error.detail : 'closed'
    return data({ values, errors: {}, moved } as const, 409)
  }
})

export const shouldRevalidate = alsoAfterRefusal

export default function QuestionPage() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { question } = page
  if (question === null) return <RemovedQuestion {...page} {...(answer && { typed: answer.values })} />
  return <OpenQuestion {...page} question={question} answer={answer} />
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>
type Answer = ReturnType<typeof useActionData<typeof action>>

function OpenQuestion({
  question,
  base,
  history,
  organisations,
  nodes,
  may,
  answer,
  ...board
}: Page & { question: NonNullable<Page['question']>; answer: Answer }) {
  const text = useText(standardTexts)
  const titleOf = useTitles(nodes)
  const sentence = useSentences(answer?.errors)
  const version = `/terms-of-reference/standards/${board.standard.id}`
  const back = `${version}?chapter=${board.chapter.key}#${question.key}`
  const instead = (number: string) => (
    <OpenFrame number={number} questionKey={question.key} back={back}>
      {may.change || answer ? (
        <Form method="post" noValidate preventScrollReset>
          <FormProblems errors={answer?.errors} />
          {answer?.moved === 'closed' && (
            <Notice tone="error">
              <p>{text.conflict.closed}</p>
            </Notice>
          )}
          {answer?.moved === 'question-changed' && (
            <Notice tone="error" title={text.conflict.changed}>
              <p>{text.conflict.lead}</p>
              <OtherValues current={valuesOf(question)} typed={answer.values} titleOf={titleOf} />
            </Notice>
          )}
          <input type="hidden" name="revision" value={question.revision} />
          <QuestionFieldsOf
            values={answer?.values ?? valuesOf(question)}
            chapters={board.chapters}
            organisations={organisations}
            sentence={sentence}
          />
          {may.change && (
            <div className="form-actions">
              <Button look="primary">{text.question.save}</Button>
              <Link to={back} preventScrollReset>
                {text.cancel}
              </Link>
              <Link to={`${version}/questions/${question.key}/remove`} className="form-actions-end">
                {text.question.remove} <span className="hidden-visually">{number}</span>
              </Link>
            </div>
          )}
        </Form>
      ) : (
        <div>
          <QuestionView question={question} number={number} open />
        </div>
      )}
      <QuestionAside question={question} base={base} history={history} titleOf={titleOf} />
    </OpenFrame>
  )
  return <StandardBoard {...board} may={may} open={{ key: question.key, instead: (_question, number) => instead(number) }} />
}
