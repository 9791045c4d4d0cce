import type { UseCase } from '#app/platform/context.server.ts'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { giverWithAccount } from '#app/services/rounds/giver.ts'
import { giveProposal } from '#app/services/rounds/give-proposal.server.ts'
import { openRound, type NewRound } from '#app/services/rounds/open-round.server.ts'
import type { ProposalInput } from '#app/services/rounds/proposal-input.ts'
import { readProposals } from '#app/services/rounds/read-proposals.server.ts'
import { loadStandard } from '#app/services/standard-terms/load-standard.server.ts'
import { startDraft } from '#app/services/standard-terms/start-draft.server.ts'
import { addPerson, as, noon } from '../support/people.ts'
import { someTerms, standardFile } from '../support/terms.ts'

/** The last day of the rounds below, and moments before and after it ended in the Netherlands (23:00 UTC in winter). */
export const lastDay = '2026-11-20'
export const justInTime = new Date('2026-11-20T22:59:00Z')
export const justLate = new Date('2026-11-20T23:01:00Z')

/** The parties of a round: AenM, DT&V, IND and an external expert. */
export async function parties(sql: Queryable, clock: () => Date = () => noon) {
  const one = async (who: string) => as(sql, await addPerson(sql, who), clock)
  return {
    policy: await one('policy'),
    dtv: await one('contributor'),
    ind: await one('coordinator'),
    expert: await one('external-expert'),
  }
}

let countries = [
  'YEM',
  'IRQ',
  'TUR',
  'SOM',
  'AFG',
  'ERI',
  'SDN',
  'LBY',
  'IRN',
  'NGA',
  'CMR',
  'UGA',
  'GEO',
  'MAR',
  'DZA',
  'TUN',
  'EGY',
  'JOR',
]

/** An open round on the terms of reference of a country of its own. */
export async function aRound(policy: UseCase, instead: Partial<NewRound> = {}): Promise<{ roundId: string; termsId: string }> {
  const [countryCode, ...rest] = countries
  countries = rest
  const termsId = await someTerms(policy, { countryCode: countryCode! })
  const roundId = await openRound(policy, {
    termsId,
    request: 'Wat ontbrak er in het vorige ambtsbericht?',
    closesOn: lastDay,
    asked: ['AenM', 'IND', 'DT&V', 'EXT'],
    ...instead,
  })
  return { roundId, termsId }
}

/** An open round on a fresh draft of the standard. */
export async function aRoundOnStandard(policy: UseCase, version: string): Promise<{ roundId: string; standardId: string }> {
  const standardId = await startDraft(policy, {
    fromId: await loadStandard(policy, standardFile),
    version,
    reason: 'Een volgende versie, na een ronde.',
  })
  const roundId = await openRound(policy, {
    standardId,
    request: 'Wat moet er in de standaard anders?',
    closesOn: lastDay,
    asked: ['IND', 'DT&V'],
  })
  return { roundId, standardId }
}

/** Gives a proposal as this person. @returns its number. */
export const propose = (useCase: UseCase, roundId: string, input: ProposalInput): Promise<number> =>
  giveProposal(useCase, roundId, giverWithAccount(useCase.actor), input)

export const newQuestion: Extract<ProposalInput, { kind: 'new-question' }> = {
  kind: 'new-question',
  nodeKey: 'movement',
  wordingNl: 'Welke wegen, havens en luchthavens waren open of gesloten?',
  questionKind: 'practice',
  themes: ['security'],
  rationale: 'Nodig om te kunnen plannen hoe iemand terugkeert.',
}
export const otherWording: Extract<ProposalInput, { kind: 'wording' }> = {
  kind: 'wording',
  questionKey: 'conscription.evasion',
  wordingNl: 'Hoe gaan autoriteiten om met wie de dienstplicht ontduikt, en met hun familie?',
  rationale: 'De huidige vraag is te lang om volledig te beantwoorden.',
}

/** A proposal as it is now. */
export const proposalOf = async (sql: Queryable, roundId: string, number: number) =>
  (await readProposals(sql, roundId)).find((it) => it.number === number)!
