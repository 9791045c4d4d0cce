import '#app/styles/evaluation.css'
import { data, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { ButtonLink } from '#app/components/button.tsx'
import { AnswersTable } from '#app/components/evaluation/answers-table.tsx'
import { Definitions } from '#app/components/evaluation/definitions.tsx'
import { EvaluationForm } from '#app/components/evaluation/evaluation-form.tsx'
import { RecordHistory } from '#app/components/evaluation/record-history.tsx'
import { RemarkList, RequestList } from '#app/components/evaluation/remark-list.tsx'
import { Wordings } from '#app/components/evaluation/wordings.tsx'
import { Notice, PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { useText } from '#app/components/use-text.ts'
import { evaluationTexts } from '#app/i18n/evaluation.ts'
import { termsTexts } from '#app/i18n/terms.ts'
import { DomainError } from '#app/platform/errors.ts'
import { fieldErrors } from '#app/platform/field-errors.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { allows } from '#app/policies/policies.ts'
import type { EvaluationRecord } from '#app/services/evaluation/evaluation-records.server.ts'
import { filterFrom, queryOf } from '#app/services/evaluation/evaluation-filter.ts'
import { readQuestionEvaluation } from '#app/services/evaluation/read-question-evaluation.server.ts'
import { NewEvaluation, recordEvaluation } from '#app/services/evaluation/record-evaluation.server.ts'

export const meta = pageTitle<{ question: { number: string } }>((language, data) =>
  data ? `${evaluationTexts[language].title} ${data.question.number}` : undefined,
)

export const loader = guardedLoader('evaluation.view', async ({ useCase, actor, params, request }) => {
  const query = new URL(request.url).searchParams
  const filter = filterFrom(query)
  const {
    old,
    new: current,
    question,
    answers,
    remarks,
    requests,
    history,
  } = await readQuestionEvaluation(useCase, filter, params.questionKey)
  const done = query.get('done')
  return {
    query: queryOf({ ...filter, old: old?.id ?? null, new: current.id }),
    old: old && { id: old.id, version: old.version },
    current: { id: current.id, version: current.version },
    question: { ...question, number: (question.new ?? question.old)!.number },
    answers,
    remarks: remarks.map((remark) => ({ ...remark, givenAt: remark.givenAt.toISOString() })),
    requests,
    history: history.map((record) => ({ ...record, recordedAt: record.recordedAt.toISOString() })),
    done: done === 'recorded' || done === 'asked' ? (done as 'recorded' | 'asked') : null,
    may: { record: allows(actor, 'evaluation.record'), ask: allows(actor, 'remark.ask') },
  }
})

export const action = guardedAction('evaluation.record', async ({ useCase, params, request }) => {
  const form = await request.formData()
  const field = (name: string) => String(form.get(name) ?? '')
  const values = {
    ...{ change: field('change'), proposal: field('proposal'), decision: field('decision') },
    ...{ decisionReason: field('decisionReason'), revision: field('revision') },
  }
  const input = NewEvaluation.safeParse({
    ...values,
    standardId: field('standardId'),
    questionKey: params.questionKey,
    decision: values.decision || null,
  })
  if (!input.success) return data({ values, errors: fieldErrors(input.error), conflict: false, standing: null }, 422)
  try {
    await recordEvaluation(useCase, input.data)
  } catch (error) {
    if (!(error instanceof DomainError && error.code === 'conflict')) throw error
    const { standing } = error.data as { standing: EvaluationRecord | null }
    const shown = standing && { ...standing, recordedAt: standing.recordedAt.toISOString() }
    return data({ values, errors: {}, conflict: true, standing: shown }, 409)
  }
  const query = queryOf(filterFrom(new URL(request.url).searchParams))
  return redirect(`/terms-of-reference/evaluation/${params.questionKey}?${query}&done=recorded#proposal`)
})

export const shouldRevalidate = alsoAfterRefusal

export default function QuestionEvaluationPage() {
  const { query, old, current, question, answers, remarks, requests, history, done, may } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const text = useText(evaluationTexts)
  const terms = useText(termsTexts)
  const base = '/terms-of-reference/evaluation'
  return (
    <>
      <PageHead
        crumbs={[
          { to: '/terms-of-reference', text: terms.title },
          { to: `${base}?${query}`, text: text.title },
        ]}
        title={`${terms.question.number} ${question.number}`}
        actions={may.ask && <ButtonLink to={`${base}/${question.key}/ask?${query}`}>{text.question.ask}</ButtonLink>}
      />
      {done && (
        <Notice tone="ok">
          <p>{done === 'recorded' ? text.question.saved : text.ask.done}</p>
        </Notice>
      )}
      <section aria-labelledby="wordings">
        <h2 id="wordings">{text.question.wordings}</h2>
        <Wordings question={question} old={old} current={current} />
      </section>
      <section aria-labelledby="per-report">
        <h2 id="per-report">{text.question.perReport}</h2>
        <AnswersTable answers={answers} versions={[...(old ? [old] : []), current]} />
        <Definitions />
      </section>
      <section aria-labelledby="remarks">
        <h2 id="remarks">{text.question.remarks}</h2>
        <RequestList requests={requests} />
        <RemarkList remarks={remarks} />
      </section>
      <section aria-labelledby="proposal">
        <h2 id="proposal">{text.question.proposal}</h2>
        <p className="soft">{text.question.about(current.version)}</p>
        {may.record ? (
          <EvaluationForm
            key={history[0]?.revision ?? 0}
            standardId={current.id}
            standing={answer?.standing ?? history[0] ?? null}
            given={answer?.values ?? null}
            errors={answer?.errors ?? {}}
            conflict={answer?.conflict ?? false}
            takeBack={question.new === null}
          />
        ) : (
          history[0] === undefined && <p>{text.record.none}.</p>
        )}
        <RecordHistory history={may.record ? history.slice(1) : history} heading={may.record} />
        {history[0]?.decision && history[0].decision !== 'not-adopted' && may.record && (
          <p className="evaluation-next">
            <Link to="/terms-of-reference/standards">{text.question.next}</Link>
          </p>
        )}
      </section>
    </>
  )
}
