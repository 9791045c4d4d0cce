import { daysBetween } from '#app/platform/today.ts'
import { milestones, type Milestone } from '#schemas/vocabulary.ts'

/** Days on which milestones were reached, as far as they were. */
export type Reached = Record<Milestone, string | null>

/**
 * `reached`: it happened. `passed`: it did not happen, but a later one did, so it is not waited for any more. `late`: its planned day is over.
 * `planned`: its day is to come.
 */
export type MilestoneState = 'reached' | 'passed' | 'late' | 'planned'

export type PlannedMilestone = {
  milestone: Milestone
  /** Null for what has no plan: rows written before plans were kept. */
  plannedOn: string | null
  firstPlannedOn: string | null
  reachedOn: string | null
  state: MilestoneState
  /** Whole days after the planned day on which it was reached or, while it was not, today; negative before it; null without a plan. */
  days: number | null
}

/** Each milestone against its plan as of a day. Facts decide; the plan only says how far off they are. */
export function milestoneStates(
  plan: Partial<Record<Milestone, { plannedOn: string; firstPlannedOn: string }>>,
  reached: Reached,
  today: string,
): PlannedMilestone[] {
  const last = milestones.findLastIndex((milestone) => reached[milestone] !== null)
  return milestones.map((milestone, index) => {
    const { plannedOn = null, firstPlannedOn = null } = plan[milestone] ?? {}
    const reachedOn = reached[milestone]
    const days = plannedOn === null ? null : daysBetween(plannedOn, reachedOn ?? today)
    const state =
      reachedOn !== null ? 'reached' : index < last ? 'passed' : days !== null && days > 0 ? ('late' as const) : 'planned'
    return { milestone, plannedOn, firstPlannedOn, reachedOn, state, days }
  })
}

/** The milestone that is waited for now; null when the last one is reached. */
export const nextMilestone = (all: readonly PlannedMilestone[]): PlannedMilestone | null =>
  all.find(({ state }) => state === 'late' || state === 'planned') ?? null
