import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { daysBetween, today } from '#app/platform/today.ts'
import { CountryCode, Day, Id } from '#schemas/values.ts'
import { Milestone, ReportKind, TermsStatus } from '#schemas/vocabulary.ts'
import { listReports, readReportLine, type ReportLine } from '../reports/list-reports.server.ts'
import { milestoneStates, nextMilestone, type PlannedMilestone } from './milestone-states.ts'

type Reading = Pick<UseCase, 'sql' | 'clock'>

const moment = z.date().nullable()
const Row = z.object({
  termsId: Id,
  kind: ReportKind,
  status: TermsStatus,
  countryCode: CountryCode,
  countryNl: z.string(),
  countryEn: z.string(),
  periodFrom: Day,
  periodTo: Day,
  /** As agreed with Foreign Affairs. */
  dueOn: Day,
  reportId: Id.nullable(),
  startsOn: Day,
  /** Counts changes of the plan: who changes it names the one they saw. */
  revision: z.number().int(),
  plan: z.partialRecord(Milestone, z.object({ plannedOn: Day, firstPlannedOn: Day })),
  roundOpened: moment,
  roundClosed: moment,
  handedOver: moment,
  accepted: moment,
  firstSubmitted: moment,
  lastApproved: moment,
  lastFirstReleased: moment,
  firstReleased: moment,
})
type Row = z.infer<typeof Row>

/** A report from its terms of reference to its release, against its plan. */
export type PlanLine = Pick<
  Row,
  | 'termsId'
  | 'kind'
  | 'status'
  | 'countryCode'
  | 'countryNl'
  | 'countryEn'
  | 'periodFrom'
  | 'periodTo'
  | 'dueOn'
  | 'reportId'
  | 'startsOn'
  | 'revision'
> & {
  /** Of the report; null while the terms of reference are not accepted. */
  stage: ReportLine['stage'] | null
  sections: number
  releasedSections: number
  firstReleasedOn: string | null
  milestones: PlannedMilestone[]
  next: PlannedMilestone | null
  leadTime: {
    /** Whole days from the start to the release or, while it is not released, to today. */
    elapsed: number
    /** Whole days from the start to the planned release. */
    planned: number | null
  }
}

/** How many the board shows at most. */
const limit = 300

/** Every report under way, what is late on top, then by planned release; those released whole after them. */
export async function readPlanning(useCase: Reading): Promise<PlanLine[]> {
  const reports = new Map((await listReports(useCase)).map((report) => [report.id, report]))
  const lines = (await readRows(useCase, null)).map((row) =>
    lineOf(row, row.reportId ? reports.get(row.reportId) : undefined, useCase),
  )
  const end = (line: PlanLine) => line.milestones.at(-1)?.plannedOn ?? line.dueOn
  const late = (line: PlanLine) => (line.next?.state === 'late' ? 0 : line.next ? 1 : 2)
  return lines.sort((a, b) => late(a) - late(b) || end(a).localeCompare(end(b)) || a.termsId.localeCompare(b.termsId))
}

/** One of them. @throws {DomainError} `not-found` for unknown or malformed terms of reference. */
export async function readPlan(useCase: Reading, termsId: string | undefined): Promise<PlanLine> {
  if (!Id.safeParse(termsId).success) throw new DomainError('not-found')
  const [row] = await readRows(useCase, termsId!)
  if (!row) throw new DomainError('not-found')
  return lineOf(row, row.reportId ? await readReportLine(useCase, row.reportId) : undefined, useCase)
}

function lineOf(row: Row, report: ReportLine | undefined, { clock }: Reading): PlanLine {
  const day = today(clock)
  const on = (at: Date | null) => at && today(() => at)
  const whole = report !== undefined && report.sections > 0
  const milestones = milestoneStates(
    row.plan,
    {
      'round-opened': on(row.roundOpened),
      'round-closed': on(row.roundClosed),
      'handed-over': on(row.handedOver),
      accepted: on(row.accepted),
      'first-submitted': on(row.firstSubmitted),
      'all-approved': whole && report.approved === report.sections ? on(row.lastApproved) : null,
      released: whole && report.released === report.sections ? on(row.lastFirstReleased) : null,
    },
    day,
  )
  const released = milestones.at(-1)!
  const { termsId, kind, status, countryCode, countryNl, countryEn, periodFrom, periodTo, dueOn, reportId, startsOn, revision } =
    row
  return {
    ...{ termsId, kind, status, countryCode, countryNl, countryEn, periodFrom, periodTo, dueOn, reportId, startsOn, revision },
    stage: report?.stage ?? null,
    sections: report?.sections ?? 0,
    releasedSections: report?.released ?? 0,
    firstReleasedOn: on(row.firstReleased),
    milestones,
    next: nextMilestone(milestones),
    leadTime: {
      elapsed: Math.max(0, daysBetween(startsOn, released.reachedOn ?? day)),
      planned: released.plannedOn === null ? null : daysBetween(startsOn, released.plannedOn),
    },
  }
}

/**
 * When each milestone was reached follows from what happened: rounds, the terms themselves, the audit of the first submission (a section keeps only
 * its last), approvals and releases. A hand-over that came back does not count.
 */
async function readRows({ sql }: Pick<UseCase, 'sql'>, termsId: string | null): Promise<Row[]> {
  return z.array(Row).parse(
    await sql`
    select terms.id as "termsId", terms.kind, terms.status, terms.country_code as "countryCode", country.name_nl as "countryNl",
      country.name_en as "countryEn", terms.period_from as "periodFrom", terms.period_to as "periodTo", terms.due_on as "dueOn",
      report.id as "reportId", coalesce(plan.starts_on, (terms.created_at at time zone 'Europe/Amsterdam')::date) as "startsOn",
      coalesce(plan.revision, 0) as revision,
      coalesce((
        select jsonb_object_agg(milestone, jsonb_build_object('plannedOn', planned_on, 'firstPlannedOn', first_planned_on))
        from terms_milestone where terms_id = terms.id
      ), '{}') as plan,
      rounds.opened as "roundOpened", case when rounds.running = 0 then rounds.closed end as "roundClosed",
      case when terms.status in ('handed-over', 'accepted') then terms.handed_over_at end as "handedOver", terms.accepted_at as accepted,
      (
        select min(event.at) from section
        join audit_event event on event.object_type = 'section' and event.object_id = section.id::text
        where section.report_id = report.id and event.action = 'section.submitted' and event.result = 'done'
      ) as "firstSubmitted",
      (
        select max(decided_at) from review_decision join section on section.id = section_id
        where section.report_id = report.id and decision = 'approved'
      ) as "lastApproved",
      releases.last_first as "lastFirstReleased", releases.first as "firstReleased"
    from terms_of_reference terms
    join country on country.code = terms.country_code
    left join terms_plan plan on plan.terms_id = terms.id
    left join report on report.terms_id = terms.id
    cross join lateral (
      select min(opened_at) as opened, max(closed_at) as closed, count(*) filter (where closed_at is null) as running
      from round where round.terms_id = terms.id
    ) rounds
    cross join lateral (
      select max(first) as last_first, min(first) as first from (
        select min(released_at) as first from release_section join release on release.id = release_id
        where release.report_id = report.id group by section_id
      ) firsts
    ) releases
    where ${termsId}::uuid is null or terms.id = ${termsId}
    order by terms.due_on desc, terms.id
    limit ${limit}`,
  )
}
