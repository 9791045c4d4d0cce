import { data, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useSubmit } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { Button } from '#app/components/button.tsx'
import { SelectField } from '#app/components/field.tsx'
import { Notice } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { ArrangeForm } from '#app/components/standard/arrange-form.tsx'
import { FormProblems, useSentences } from '#app/components/standard/form-problems.tsx'
import { mayStandard, standardState } from '#app/components/standard/may-standard.ts'
import { orderForm } from '#app/components/standard/order-form.ts'
import { Reason } from '#app/components/standard/question-fields.tsx'
import { SubPageHead } from '#app/components/standard/sub-page-head.tsx'
import { useTitles } from '#app/components/standard/use-titles.ts'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { pick } from '#app/i18n/pick.ts'
import { standardTexts } from '#app/i18n/standard.ts'
import { DomainError } from '#app/platform/errors.ts'
import { fieldErrors } from '#app/platform/field-errors.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { isMoved } from '#app/platform/http/moved.server.ts'
import { arrangeQuestions, NewArrangement } from '#app/services/standard-terms/arrange-questions.server.ts'
import { reconciled } from '#app/services/standard-terms/arrangement.ts'
import { readStandard, readStandardSummary } from '#app/services/standard-terms/read-standard.server.ts'
import { oneChapter } from '#app/services/terms-of-reference/question-tree.ts'

export const meta = pageTitle((language) => standardTexts[language].order.title)

export const loader = guardedLoader('standard.create', async ({ useCase, actor, params, request }) => {
  const { standard, nodes, chapters, questions } = await readStandard(useCase, params.standardId)
  const page = oneChapter(chapters, questions, new URL(request.url).searchParams.get('chapter'))
  const may = mayStandard(actor, standard)
  if (!may.change) throw redirect(`/terms-of-reference/standards/${standard.id}?chapter=${page.chapter.key}&moved=1`)
  return { standard, nodes, chapters, ...page }
})

export const action = guardedAction('standard.change', async ({ useCase, params, request, permit }) => {
  const standard = await readStandardSummary(useCase, params.standardId)
  const { moved, ...sent } = orderForm(await request.formData())
  const input = NewArrangement.safeParse({ ...sent, standardId: standard.id })
  const chapter = new URL(request.url).searchParams.get('chapter') ?? ''
  const page = `/terms-of-reference/standards/${standard.id}?chapter=${chapter}`
  try {
    permit(standardState(standard))
    if (moved) return data({ ...sent, errors: {}, arranged: false })
    if (!input.success) return data({ ...sent, errors: fieldErrors(input.error), arranged: false }, 422)
    await arrangeQuestions(useCase, input.data)
    return redirect(`${page}&done=arranged`)
  } catch (error) {
    if (error instanceof DomainError && error.detail === 'order-incomplete')
      return data({ ...sent, errors: { order: error.detail }, arranged: false }, 422)
    if (!isMoved(error)) throw error
    if (error.detail !== 'arranged') return redirect(`${page}&moved=1`)
    return data({ ...sent, errors: {}, arranged: true }, 409)
  }
})

export const shouldRevalidate = alsoAfterRefusal

export default function OrderPage() {
  const { standard, nodes, chapters, chapter, questions } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const text = useText(standardTexts)
  const language = useLanguage()
  const titleOf = useTitles(nodes)
  const sentence = useSentences(answer?.errors)
  const submit = useSubmit()
  const saved = chapter.sections.map(({ key }) => ({
    group: key,
    items: questions.filter((it) => it.nodeKey === key).map((it) => it.key),
  }))
  const initial = answer ? reconciled(answer.order, saved) : saved
  const items = Object.fromEntries(
    questions.map((question) => {
      const wording = pick(question.wordingNl, question.wordingEn, language)
      return [question.key, { name: wording.text, text: <span lang={wording.lang}>{wording.text}</span> }]
    }),
  )
  return (
    <>
      <SubPageHead standard={standard} title={text.order.title} lead={text.order.lead} />
      <Form method="get" className="chapter-choice" onChange={(event) => submit(event.currentTarget)}>
        <SelectField key={chapter.key} label={text.order.chapter} name="chapter" defaultValue={chapter.key}>
          {chapters.map((it) => (
            <option key={it.key} value={it.key}>
              {titleOf(it.key)}
            </option>
          ))}
        </SelectField>
        <noscript>
          <Button>{text.order.show}</Button>
        </noscript>
      </Form>
      <p className="soft small">{text.order.otherChapter}</p>
      <FormProblems errors={answer?.errors} />
      {answer?.arranged && (
        <Notice tone="error">
          <p>{text.conflict.arranged}</p>
        </Notice>
      )}
      <ArrangeForm
        key={`${chapter.key} ${standard.arrangement} ${JSON.stringify(initial)}`}
        saved={saved}
        initial={initial}
        arrangement={standard.arrangement}
        items={items}
        groups={Object.fromEntries(chapter.sections.map(({ key }) => [key, titleOf(key)]))}
        empty={text.order.empty}
        save={text.order.save}
      >
        <Reason defaultValue={answer?.reason} errors={sentence('reason')} />
      </ArrangeForm>
    </>
  )
}
