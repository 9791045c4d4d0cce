import type { UseCase } from '#app/platform/context.server.ts'
import { today } from '#app/platform/today.ts'
import { listUsablePilots, type PilotVersion } from '../evaluation/list-pilots.server.ts'
import { addMonths } from '../planning/plan-dates.ts'
import { readLeadTimes } from '../planning/lead-times.server.ts'
import { readStandardInForce, type StandardSummary } from '../standard-terms/read-standard.server.ts'
import { TermsKind } from './terms-kind.ts'

export type StartingPoints = {
  /** In force for general reports, and for thematic ones where there is such a standard. */
  general: StandardSummary | null
  thematic: StandardSummary | null
  /** Consulted versions with the countries that may start from them already (SR-10). */
  pilots: PilotVersion[]
  /** The lead time of a general report in months, and the day it would be ready when it starts today. */
  months: number
  suggestedDue: string
}

/** What terms of reference can start from, and when the report would be ready by the lead time that is set. */
export async function readStartingPoints(useCase: Pick<UseCase, 'sql' | 'clock'>): Promise<StartingPoints> {
  const months = (await readLeadTimes(useCase)).find(({ kind }) => kind === 'general')!.months
  return {
    general: await readStandardInForce(useCase),
    thematic: await readStandardInForce(useCase, 'thematic'),
    pilots: await listUsablePilots(useCase),
    months,
    suggestedDue: addMonths(today(useCase.clock), months),
  }
}

/**
 * The standard a report of this kind starts from: the one that was chosen, else the one in force for its kind, else the general one.
 * @returns its id, or null while there is no standard.
 */
export async function chooseStandard(useCase: Pick<UseCase, 'sql'>, kind: string, chosen: string): Promise<string | null> {
  if (chosen !== '') return chosen
  const own = TermsKind.safeParse(kind)
  const standard = (own.success ? await readStandardInForce(useCase, own.data) : null) ?? (await readStandardInForce(useCase))
  return standard?.id ?? null
}
