import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { pageTitle } from '#app/components/page-title.ts'
import { ArrangePage, QuestionBoxes, sectionPlace, useArrangeErrors } from '#app/components/section/arrange.tsx'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { arrangeTexts } from '#app/i18n/arrange.ts'
import { pick } from '#app/i18n/pick.ts'
import { DomainError } from '#app/platform/errors.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { bindQuestions, QuestionKeys } from '#app/services/reports/bind-questions.server.ts'
import { readArrangement } from '#app/services/reports/read-arrangement.server.ts'

export const meta = pageTitle<{ section: { number: string } }>(
  (language, found) => found && arrangeTexts[language].bind.title(found.section.number),
)

export const loader = guardedLoader('section.arrange', ({ useCase, params }) => readArrangement(useCase, params.sectionId))

export const action = guardedAction('section.arrange', async ({ useCase, params, request }) => {
  const { section } = await readArrangement(useCase, params.sectionId)
  const chosen = (await request.formData()).getAll('questionKeys').map(String)
  const input = QuestionKeys.min(1, 'needed').safeParse(chosen)
  if (!input.success) return data({ chosen, errors: { questionKeys: input.error.issues[0]!.message } }, 422)
  try {
    await bindQuestions(useCase, { sectionId: section.id, questionKeys: input.data })
  } catch (error) {
    if (!(error instanceof DomainError) || error.detail !== 'unknown-question') throw error
    return data({ chosen, errors: { questionKeys: error.detail } }, 422)
  }
  return redirect(sectionPlace(section, 'bound'))
})

export const shouldRevalidate = alsoAfterRefusal

export default function QuestionsPage() {
  const { section, questions } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const text = useText(arrangeTexts).bind
  const language = useLanguage()
  const errors = useArrangeErrors(answer?.errors)
  const own = questions.filter((question) => question.own)
  const others = questions.filter((question) => !question.own)
  return (
    <ArrangePage
      section={section}
      title={text.title(section.number)}
      lead={text.lead}
      problems={errors.questionKeys ?? []}
      impossible={section.hasText ? others.length === 0 && text.all : text.heading}
      submit={text.submit}
    >
      <h2>{text.own}</h2>
      {own.length === 0 && <p className="soft">{text.none}</p>}
      <ul>
        {own.map((question) => {
          const wording = pick(question.wordingNl, question.wordingEn, language)
          return (
            <li key={question.key} lang={wording.lang}>
              {wording.text}
            </li>
          )
        })}
      </ul>
      <QuestionBoxes
        legend={text.questions}
        questions={others}
        where={(question) => [...question.below, ...question.elsewhere]}
        chosen={answer?.chosen ?? []}
        errors={errors.questionKeys}
      />
    </ArrangePage>
  )
}
