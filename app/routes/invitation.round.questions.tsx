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
import { guestInvitation } from '#app/services/invitations/guest.server.ts'
import { readGuestRound } from '#app/services/rounds/guest-round.server.ts'
import { chapterOf, readSubjectTree } from '#app/services/rounds/read-subject.server.ts'

export const meta = pageTitle((language) => roundTexts[language].questions.title)

export const loader = guardedLoader('invitation.answer', async ({ useCase, request, installation }) => {
  const invitation = await guestInvitation(useCase, request.headers.get('cookie'), installation.config.sessionSecret)
  const { round, mayGive } = await readGuestRound(useCase, invitation)
  if (!mayGive) throw redirect('/invitation/round')
  const chapters = await readSubjectTree(useCase.sql, round)
  return { round, chapters, current: chapterOf(chapters, new URL(request.url).searchParams.get('chapter')) }
})

export default function GuestQuestionsPage() {
  const { round, chapters, current } = useLoaderData<typeof loader>()
  const texts = useText(roundTexts)
  return (
    <>
      <PageHead
        crumbs={[{ to: '/invitation/round', text: texts.about(useSubjectName()(round)) }]}
        title={texts.questions.title}
        lead={texts.questions.lead}
      />
      <p>
        <Link to="/invitation/round/propose?kind=remark">{texts.questions.general}</Link>
      </p>
      <QuestionChoice chapters={chapters} current={current} page="/invitation/round/questions" form="/invitation/round/propose" />
    </>
  )
}
