import { formatDay } from '#app/i18n/format.ts'
import { planningTexts } from '#app/i18n/planning.ts'
import type { MilestoneState, PlannedMilestone } from '#app/services/planning/milestone-states.ts'
import { useLanguage, useText } from '../use-text.ts'

/** The shape before a milestone's words. */
export const milestoneTone: Record<MilestoneState, 'rest' | 'busy' | 'good' | 'bad'> = {
  reached: 'good',
  passed: 'rest',
  late: 'bad',
  planned: 'rest',
}

/** "3 dagen te laat", "over 12 dagen", "2 dagen later dan gepland": a milestone against its plan in words. */
export function useMilestoneWords(): (it: PlannedMilestone) => string {
  const text = useText(planningTexts)
  return ({ milestone, state, days }) => {
    if (state === 'passed') return milestone.startsWith('round') ? text.passedRound : text.passed
    if (days === null) return text.noPlan
    if (state === 'late') return text.late(days)
    if (state === 'planned') return text.inDays(-days)
    return days === 0 ? text.onTime : days > 0 ? text.reachedLate(days) : text.reachedEarly(-days)
  }
}

/** "dag 84 van 182", or how long it took against the plan once all is released. */
export function useLeadTime(): (line: {
  leadTime: { elapsed: number; planned: number | null }
  next: PlannedMilestone | null
}) => string {
  const text = useText(planningTexts)
  return ({ leadTime: { elapsed, planned }, next }) => {
    if (planned === null) return text.elapsedOnly(elapsed)
    if (next === null) return text.took(elapsed, planned)
    return elapsed > planned
      ? `${text.ofPlanned(elapsed, planned)}, ${text.over(elapsed - planned)}`
      : text.ofPlanned(elapsed, planned)
  }
}

/** The day a milestone stands for: reached, else planned. */
export function useMilestoneDay(): (it: PlannedMilestone) => string | null {
  const language = useLanguage()
  return ({ reachedOn, plannedOn, state }) => {
    const day = reachedOn ?? (state === 'passed' ? null : plannedOn)
    return day && formatDay(day, language)
  }
}
