import { formatDay } from '#app/i18n/format.ts'
import { capital } from '#app/i18n/pick.ts'
import { planningTexts } from '#app/i18n/planning.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { PlannedMilestone } from '#app/services/planning/milestone-states.ts'
import { Status } from '../page.tsx'
import { useLanguage, useText } from '../use-text.ts'
import { milestoneTone, useMilestoneWords } from './milestone-words.ts'

/** Every milestone of a report: planned first, planned now, reached, and what that means. */
export function MilestoneTable({ milestones, startsOn }: { milestones: readonly PlannedMilestone[]; startsOn: string }) {
  const text = useText(planningTexts)
  const language = useLanguage()
  const sayOf = useMilestoneWords()
  const day = (value: string | null) => (value === null ? '–' : formatDay(value, language))
  return (
    // A wide table scrolls by itself; the keyboard must reach it to do so.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="table-scroll" tabIndex={0} role="region" aria-label={text.plan.caption}>
      <table className="utrecht-table utrecht-table--html-table">
        <caption className="hidden-visually">{text.plan.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.plan.milestone}</th>
            <th scope="col">{text.plan.first}</th>
            <th scope="col">{text.plan.now}</th>
            <th scope="col">{text.plan.reached}</th>
            <th scope="col">{text.plan.state}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{text.plan.start}</th>
            <td>–</td>
            <td>{day(startsOn)}</td>
            <td>–</td>
            <td>–</td>
          </tr>
          {milestones.map((it) => (
            <tr key={it.milestone}>
              <th scope="row">{capital(words[language].milestone[it.milestone])}</th>
              <td>{day(it.firstPlannedOn)}</td>
              <td>{it.plannedOn === it.firstPlannedOn ? day(it.plannedOn) : <strong>{day(it.plannedOn)}</strong>}</td>
              <td>{day(it.reachedOn)}</td>
              <td>
                <Status tone={milestoneTone[it.state]}>{sayOf(it)}</Status>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
