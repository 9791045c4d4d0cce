import { today } from '#app/platform/today.ts'
import { milestones, type Milestone } from '#schemas/vocabulary.ts'
import { addDays } from '../planning/plan-dates.ts'
import { readPlanning } from '../planning/read-planning.server.ts'
import { replan } from '../planning/replan.server.ts'
import { listTerms } from '../terms-of-reference/list-terms.server.ts'
import { markQuestion } from '../terms-of-reference/mark-question.server.ts'
import { keepQuestion } from '../terms-of-reference/keep-question.server.ts'
import { handOver } from '../terms-of-reference/hand-over.server.ts'
import { returnTerms } from '../terms-of-reference/return-terms.server.ts'
import { rewordQuestion } from '../terms-of-reference/reword-question.server.ts'
import { readTermsTree } from '../terms-of-reference/read-terms.server.ts'
import type { Cast } from './cast.ts'

/** Days from the demo's first start at which the half-written report's milestones were planned: it is a little behind. */
const halfWay: Record<Milestone, number> = {
  'round-opened': -145,
  'round-closed': -124,
  'handed-over': -14,
  accepted: -12,
  'first-submitted': -9,
  'all-approved': -2,
  released: 25,
}

/**
 * A report behind its plan and one whose date moved, a reworded question, and what Foreign Affairs returned and policy answered: so that the board and the
 * history show something true on first start. All of it made up.
 */
export async function loadPlanning(cast: Cast): Promise<void> {
  await replanHalfWay(cast)
  await rewordInPreparation(cast)
  await returnAndAnswer(cast)
}

async function replanHalfWay({ policy }: Cast): Promise<void> {
  const line = (await readPlanning(policy)).find((it) => it.stage === 'drafting' && it.releasedSections === 0)
  if (!line) return
  const day = today(policy.clock)
  const dates = Object.fromEntries(milestones.map((it) => [it, addDays(day, halfWay[it])])) as Record<Milestone, string>
  if (dates.released < line.periodTo) return
  await replan(policy, {
    termsId: line.termsId,
    revision: line.revision,
    startsOn: addDays(day, -150),
    dates,
    reason: 'Gesprekken met bronnen in de regio konden pas later plaatsvinden; de uitgave verschuift mee.',
  })
}

async function rewordInPreparation({ policy }: Cast): Promise<void> {
  const [terms] = await listTerms(policy, 'in-preparation', 1)
  if (!terms) return
  const { questions } = await readTermsTree(policy, terms.id, null)
  const question = questions.find((it) => it.key === 'overview.broad-picture' && it.state === 'kept')
  if (!question) return
  await rewordQuestion(policy, {
    termsId: terms.id,
    questionKey: question.key,
    revision: question.revision,
    wordingNl:
      'Hoe kan de algemene situatie in het land in de verslagperiode in hoofdlijnen worden beschreven, en wat betekende zij voor wie binnen het land reisde?',
    wordingEn:
      'How can the general situation in the country during the reporting period be described in outline, and what did it mean for those who travelled within the country?',
    reason: 'Dit thematische rapport gaat over bewegingsvrijheid; het bredere beeld wordt daarop toegespitst.',
  })
}

async function returnAndAnswer({ policy, author }: Cast): Promise<void> {
  const [terms] = await listTerms(policy, 'handed-over', 1)
  if (!terms) return
  const { questions } = await readTermsTree(policy, terms.id, null)
  const question = questions.find((it) => it.state === 'kept')
  if (!question) return
  const about = { termsId: terms.id, questionKey: question.key }
  await markQuestion(author, {
    ...about,
    reason: 'Over het noordelijke gebied zijn voor deze periode geen openbare bronnen; een landelijk beeld is niet te geven.',
  })
  await returnTerms(author, terms.id)
  await keepQuestion(policy, {
    ...about,
    reason: 'Een antwoord voor de andere gebieden volstaat; benoem als kennislacune waar bronnen ontbreken.',
  })
  await handOver(policy, terms.id)
}
