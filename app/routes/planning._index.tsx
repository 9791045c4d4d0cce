import '#app/styles/planning.css'
import { Link, useLoaderData } from '@remix-run/react'
import { ButtonLink } from '#app/components/button.tsx'
import { Empty, Facts, PageHead, Status } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { MilestoneStrip } from '#app/components/planning/milestone-strip.tsx'
import { milestoneTone, useLeadTime, useMilestoneWords } from '#app/components/planning/milestone-words.ts'
import { PlanStage } from '#app/components/planning/plan-stage.tsx'
import { usePlanTitle } from '#app/components/planning/plan-title.ts'
import { TermsNavigation } from '#app/components/terms-navigation.tsx'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { formatDay, formatPeriod } from '#app/i18n/format.ts'
import { capital } from '#app/i18n/pick.ts'
import { planningTexts } from '#app/i18n/planning.ts'
import { words } from '#app/i18n/vocabulary.ts'
import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { daysBetween } from '#app/platform/today.ts'
import { roleAllows } from '#app/policies/policies.ts'
import { readPlanning } from '#app/services/planning/read-planning.server.ts'

export const meta = pageTitle((language) => planningTexts[language].title)

const choices = ['running', 'late', 'done'] as const
type Choice = (typeof choices)[number]

export const loader = guardedLoader('planning.view', async ({ useCase, actor, request }) => {
  const all = await readPlanning(useCase)
  const of = {
    running: all.filter((line) => line.next !== null),
    late: all.filter((line) => line.next?.state === 'late'),
    done: all.filter((line) => line.next === null),
  }
  const show: Choice = choices.find((it) => it === new URL(request.url).searchParams.get('show')) ?? 'running'
  return {
    show,
    lines: of[show],
    counts: { running: of.running.length, late: of.late.length, done: of.done.length },
    may: { set: roleAllows(actor, 'lead-time.set') },
  }
})

export default function Planning() {
  const { show, lines, counts, may } = useLoaderData<typeof loader>()
  const text = useText(planningTexts)
  return (
    <>
      <PageHead
        title={text.title}
        lead={text.lead}
        actions={
          <>
            {may.set && <ButtonLink to="/planning/lead-times">{text.leadTimes}</ButtonLink>}
            <ButtonLink to="/planning/calendar.ics" reloadDocument>
              {text.calendar}
            </ButtonLink>
          </>
        }
      />
      <TermsNavigation />
      <nav aria-label={text.show.label} className="planning-choices no-print">
        <ul className="plain-list">
          {choices.map((choice) => (
            <li key={choice}>
              <Link to={`?show=${choice}`} aria-current={choice === show ? 'page' : undefined}>
                {text.show[choice]} <span className="soft">{counts[choice]}</span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <h2 className="hidden-visually">{`${text.show[show]}: ${text.count(lines.length)}`}</h2>
      {lines.length === 0 ? (
        <Empty>
          <p>{text.empty[show]}</p>
        </Empty>
      ) : (
        <ul className="plain-list planning-board">
          {lines.map((line) => (
            <Board key={line.termsId} line={line} />
          ))}
        </ul>
      )}
    </>
  )
}

type Line = ReturnType<typeof useLoaderData<typeof loader>>['lines'][number]

function Board({ line }: { line: Line }) {
  const text = useText(planningTexts)
  const language = useLanguage()
  const titleOf = usePlanTitle()
  const sayOf = useMilestoneWords()
  const leadTimeOf = useLeadTime()
  const { next } = line
  const release = line.milestones.at(-1)?.plannedOn ?? null
  const moved = release === null ? 0 : daysBetween(line.dueOn, release)
  return (
    <li>
      <h3>
        <Link to={`/planning/${line.termsId}`}>{titleOf(line)}</Link>{' '}
        <span className="soft">{formatPeriod(line.periodFrom, line.periodTo, language)}</span>
      </h3>
      <Facts
        facts={[
          [text.stage, <PlanStage key="stage" line={line} />],
          [
            text.next,
            next ? (
              <Status key="next" tone={milestoneTone[next.state]}>
                {capital(words[language].milestone[next.milestone])}: {sayOf(next)}
              </Status>
            ) : (
              <Status key="next" tone="good">
                {text.nothing}
              </Status>
            ),
          ],
          [text.leadTime, leadTimeOf(line)],
          [text.agreed, formatDay(line.dueOn, language)],
          moved !== 0 && release !== null && [text.planned, `${formatDay(release, language)}, ${text.moved(moved)}`],
          line.firstReleasedOn !== null &&
            next !== null && [
              text.show.done,
              `${text.sections(line.releasedSections, line.sections)}, ${text.firstReleased(formatDay(line.firstReleasedOn, language))}`,
            ],
        ]}
      />
      <MilestoneStrip milestones={line.milestones} />
    </li>
  )
}
