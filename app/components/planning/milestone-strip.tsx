import { planningTexts } from '#app/i18n/planning.ts'
import { capital } from '#app/i18n/pick.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { PlannedMilestone } from '#app/services/planning/milestone-states.ts'
import { Status } from '../page.tsx'
import { useLanguage, useText } from '../use-text.ts'
import { milestoneTone, useMilestoneDay, useMilestoneWords } from './milestone-words.ts'

/** The milestones of one report in a row, each with its day and, in words, how it stands against the plan. */
export function MilestoneStrip({ milestones }: { milestones: readonly PlannedMilestone[] }) {
  const text = useText(planningTexts)
  const word = words[useLanguage()].milestone
  const sayOf = useMilestoneWords()
  const dayOf = useMilestoneDay()
  return (
    <ol className="milestones plain-list" aria-label={text.milestones}>
      {milestones.map((it) => (
        <li key={it.milestone} data-state={it.state}>
          <span className="milestone-name">
            <Status tone={milestoneTone[it.state]}>{capital(word[it.milestone])}</Status>
          </span>
          {dayOf(it) && (
            <span className="milestone-day">
              <span className="hidden-visually">{text.states[it.state]} </span>
              {dayOf(it)}
            </span>
          )}
          <span className="milestone-said">{sayOf(it)}</span>
        </li>
      ))}
    </ol>
  )
}
