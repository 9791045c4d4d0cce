import type { UseCase } from '#app/platform/context.server.ts'
import type { Actor } from '#app/policies/actor.ts'

export type IncidentAreas = {
  countries: { code: string; nameNl: string; nameEn: string; incidents: number }[]
  /** Governorates or provinces of the asked country; empty when none was asked. */
  admin1: { name: string; incidents: number }[]
}

/** The countries, and within one country the governorates or provinces, that have incidents: what a filter can offer. */
export async function listIncidentAreas({ sql }: UseCase<Actor | null>, country?: string): Promise<IncidentAreas> {
  const countries = await sql<IncidentAreas['countries']>`
    select country.code, country.name_nl as "nameNl", country.name_en as "nameEn", counted.incidents
    from (select country_code, count(*)::int as incidents from incident group by country_code) counted
    join country on country.code = counted.country_code`
  const admin1 = country
    ? await sql<IncidentAreas['admin1']>`
        select admin1 as name, count(*)::int as incidents from incident
        where country_code = ${country} and admin1 is not null group by admin1 order by admin1`
    : []
  return { countries: [...countries], admin1: [...admin1] }
}
