import '#app/styles/terms.css'
import '#app/styles/rounds.css'
import { Link, redirect, useLoaderData } from '@remix-run/react'
import { PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { QuestionChoice } from '#app/components/rounds/question-choice.tsx'
import { useSubjectName } from '#app/components/rounds/round-facts.tsx'
import { useText } from '#app/components/use-text.ts'
import { roundTexts } from '#app/i18n/rounds.ts'
import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { allows } from '#app/policies/policies.ts'
import { chapterOf, readSubjectTree } from '#app/services/rounds/read-subject.server.ts'
import { readRound } from '#app/services/rounds/read-round.server.ts'

export const meta = pageTitle((language) => roundTexts[language].questions.title)

export const loader = guardedLoader('round.view', async ({ useCase, actor, params, request, permit }) => {
  const round = await readRound(useCase, params.roundId)
  permit(round)
  if (!allows(actor, 'proposal.give', round)) throw redirect(`/terms-of-reference/rounds/${round.id}`)
  const chapters = await readSubjectTree(useCase.sql, round)
  return { round, chapters, current: chapterOf(chapters, new URL(request.url).searchParams.get('chapter')) }
})

export default function QuestionsPage() {
  const { round, chapters, current } = useLoaderData<typeof loader>()
  const texts = useText(roundTexts)
  const base = `/terms-of-reference/rounds/${round.id}`
  return (
    <>
      <PageHead
        crumbs={[
          { to: '/terms-of-reference/rounds', text: texts.title },
          { to: base, text: texts.about(useSubjectName()(round)) },
        ]}
        title={texts.questions.title}
        lead={texts.questions.lead}
      />
      <p>
        <Link to={`${base}/propose?kind=remark`}>{texts.questions.general}</Link>
      </p>
      <QuestionChoice chapters={chapters} current={current} page={`${base}/questions`} form={`${base}/propose`} />
    </>
  )
}
