import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { TextField } from '#app/components/field.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { ArrangePage, QuestionBoxes, useArrangeErrors } from '#app/components/section/arrange.tsx'
import { useText } from '#app/components/use-text.ts'
import { arrangeTexts } from '#app/i18n/arrange.ts'
import { DomainError } from '#app/platform/errors.ts'
import { fieldErrors } from '#app/platform/field-errors.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { addSubsection, NewSubsection } from '#app/services/reports/add-subsection.server.ts'
import { readArrangement, splittable } from '#app/services/reports/read-arrangement.server.ts'

export const meta = pageTitle<{ section: { number: string } }>(
  (language, found) => found && arrangeTexts[language].split.title(found.section.number),
)

export const loader = guardedLoader('section.arrange', async ({ useCase, params }) => {
  const { section, questions } = await readArrangement(useCase, params.sectionId)
  return { section, questions: section.depth === 2 ? splittable(questions) : [] }
})

export const action = guardedAction('section.arrange', async ({ useCase, params, request }) => {
  const { section } = await readArrangement(useCase, params.sectionId)
  const form = await request.formData()
  const values = { title: String(form.get('title') ?? ''), questionKeys: form.getAll('questionKeys').map(String) }
  const input = NewSubsection.safeParse({ parentId: section.id, ...values })
  if (!input.success) return data({ values, errors: fieldErrors(input.error) }, 422)
  try {
    await addSubsection(useCase, input.data)
  } catch (error) {
    if (!(error instanceof DomainError) || error.detail !== 'unknown-question') throw error
    return data({ values, errors: { questionKeys: error.detail } }, 422)
  }
  return redirect(`/reports/${section.reportId}?done=split#section-${section.number}`)
})

export const shouldRevalidate = alsoAfterRefusal

export default function SplitPage() {
  const { section, questions } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const text = useText(arrangeTexts).split
  const errors = useArrangeErrors(answer?.errors)
  return (
    <ArrangePage
      section={section}
      title={text.title(section.number)}
      lead={text.lead(section.number)}
      problems={[...(errors.title ?? []), ...(errors.questionKeys ?? [])]}
      impossible={questions.length === 0 && text.impossible}
      submit={text.submit}
    >
      <TextField
        label={text.field}
        hint={text.hint}
        name="title"
        aria-required
        maxLength={200}
        defaultValue={answer?.values.title}
        errors={errors.title}
      />
      <QuestionBoxes
        legend={text.questions}
        questions={questions}
        where={(question) => [...(question.own ? [section.number] : []), ...question.below]}
        chosen={answer?.values.questionKeys ?? []}
        errors={errors.questionKeys}
      />
    </ArrangePage>
  )
}
