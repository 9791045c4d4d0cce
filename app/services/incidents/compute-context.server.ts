import { formatDay } from '#app/i18n/format.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import type { Actor } from '#app/policies/actor.ts'
import { ContextFigures } from '#schemas/context-card.ts'
import { Id } from '#schemas/values.ts'
import { comparisonPeriods, monthsOf, type Span } from './comparison-periods.ts'
import { recordColumns, recordOf } from './incident-record.server.ts'

/** Figures, or one Dutch sentence that says why there are none. */
export type ContextAnswer = ContextFigures | { reason: string }

/**
 * What an incident is against the whole: events of the same dataset and kind in the same governorate (in the country when the dataset gives no
 * governorate), in its period and the equal period before. Counts only: no rate, no score; of sexual violence not even a trend, because reports
 * say little about how often it happens (domain §4.3, §4.6). An incident from no full count has the figures it was last placed with, if any.
 * @throws {DomainError} `not-found`.
 */
export async function computeContext(useCase: UseCase<Actor | null>, incidentId: string): Promise<ContextAnswer> {
  const { sql, clock } = useCase
  if (!Id.safeParse(incidentId).success) throw new DomainError('not-found')
  const [row] = await sql`
    select ${recordColumns(sql)}, country.name_nl as "countryName", incident_dataset.name as "datasetName", publisher, licence, citation,
      systematic, limits_nl as limits
    from incident
    join incident_dataset on incident_dataset.code = incident.dataset
    join country on country.code = incident.country_code
    where incident.id = ${incidentId}`
  if (!row) throw new DomainError('not-found')
  const incident = recordOf(row)
  if (incident.kind === 'sexual-violence') {
    return {
      reason:
        'Over seksueel geweld wordt geen aantal of trend berekend: het aantal meldingen zegt weinig over hoe vaak het voorkomt. Zie de tekst over wet, beleid en praktijk.',
    }
  }
  if (!row.systematic) {
    const placed = await latestFigures(sql, incidentId)
    return placed ?? { reason: `${row.limits} Er is daarom geen geheel waartegen deze gebeurtenis kan worden afgezet.` }
  }

  const [coverage] = await sql<Span[]>`
    select min(started_on) as "from", max(started_on) as "to" from incident
    where dataset = ${incident.dataset} and country_code = ${incident.country}`
  // The incident itself is in the coverage, so there always is one.
  const periods = comparisonPeriods(incident, coverage!)
  if (!periods) {
    return {
      reason: `De gegevens van ${row.publisher} over ${row.countryName} in dit systeem lopen van ${day(coverage!.from)} tot en met ${day(coverage!.to)}: er is geen gelijke eerdere periode om mee te vergelijken.`,
    }
  }

  const counts = await sql<{ previous: boolean; month: string; events: number; low: number; best: number; high: number }[]>`
    select started_on < ${periods.period.from} as previous, to_char(started_on, 'YYYY-MM') as month, count(*)::int as events,
      coalesce(sum(deaths_low), 0)::int as low, coalesce(sum(deaths_best), 0)::int as best, coalesce(sum(deaths_high), 0)::int as high
    from incident
    where dataset = ${incident.dataset} and country_code = ${incident.country} and kind = ${incident.kind}
      and ${incident.admin1 === null ? sql`true` : sql`admin1 = ${incident.admin1}`}
      and (started_on between ${periods.period.from} and ${periods.period.to}
        or started_on between ${periods.previous.from} and ${periods.previous.to})
    group by 1, 2`
  const sum = (previous: boolean, key: 'events' | 'low' | 'best' | 'high') =>
    counts.filter((it) => it.previous === previous).reduce((total, it) => total + it[key], 0)
  const byMonth = new Map(counts.filter((it) => !it.previous).map((it) => [it.month, it]))
  return ContextFigures.parse({
    dataset: incident.dataset,
    datasetCitation: `${row.datasetName}, ${row.publisher} (${row.citation}), ${row.licence}`,
    kind: incident.kind,
    country: incident.country,
    admin1: incident.admin1,
    ...periods,
    events: sum(false, 'events'),
    eventsPrevious: sum(true, 'events'),
    deathsLow: sum(false, 'low'),
    deathsBest: sum(false, 'best'),
    deathsHigh: sum(false, 'high'),
    deathsBestPrevious: sum(true, 'best'),
    months: monthsOf(periods.period).map((month) => ({
      month,
      events: byMonth.get(month)?.events ?? 0,
      deathsBest: byMonth.get(month)?.best ?? 0,
    })),
    limits:
      row.limits +
      (incident.admin1 === null ? '' : ' Gebeurtenissen zonder bekend gouvernement of provincie zijn hier niet meegeteld.'),
    computedOn: clock().toISOString().slice(0, 10),
  })
}

const day = (value: string) => formatDay(value, 'nl')

async function latestFigures(sql: Queryable, incidentId: string): Promise<ContextFigures | undefined> {
  const [card] = await sql`
    select figures from context_card where incident_id = ${incidentId} and figures is not null order by computed_at desc limit 1`
  return card && ContextFigures.parse(card.figures)
}
