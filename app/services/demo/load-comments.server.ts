import { replyToThread } from '../comments/reply-to-thread.server.ts'
import { resolveThread } from '../comments/settle-thread.server.ts'
import { startThread } from '../comments/start-thread.server.ts'
import type { Cast } from './cast.ts'

/**
 * Threads of comments in the half-written report: a question to the author that waits on their home page, one that was answered, and one that was
 * dealt with, on the section that was returned.
 */
export async function loadComments({ author, reviewer }: Cast): Promise<void> {
  const [section] = await author.sql<{ id: string; questionKey: string }[]>`
    select section.id, question.key as "questionKey" from section
    join section_question on section_question.section_id = section.id
    join terms_question question on question.id = section_question.question_id
    where section.status = 'returned' order by section.number, question.position limit 1`
  if (!section) throw new Error('the demonstration has no returned section with a question')
  const sectionId = section.id
  await startThread(reviewer, {
    sectionId,
    questionKey: section.questionKey,
    nature: 'fact',
    body: 'De vraag noemt ook de praktijk. Is daar een bron voor, of is het een kennislacune?',
    mentions: [author.actor.id],
  })
  const tone = await startThread(reviewer, {
    sectionId,
    nature: 'opinion',
    body: 'De toon van de eerste alinea is stelliger dan de bron.',
  })
  await replyToThread(author, { threadId: tone, body: 'Ik zwak haar af in de volgende versie.' })
  const date = await startThread(reviewer, { sectionId, nature: 'fact', body: 'De peildatum ontbrak in de eerste versie.' })
  await resolveThread(author, date)
}
