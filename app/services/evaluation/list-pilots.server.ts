import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import { CountryCode, Id } from '#schemas/values.ts'
import { StandardStatus } from '#schemas/vocabulary.ts'

const PilotCountry = z.object({
  code: CountryCode,
  nameNl: z.string(),
  nameEn: z.string(),
  markedAt: z.coerce.date(),
  /** How many terms of reference of this country came from the version. */
  uses: z.number().int(),
})

const PilotVersion = z.object({
  id: Id,
  kind: z.enum(['general', 'thematic']),
  version: z.string(),
  status: StandardStatus,
  countries: z.array(PilotCountry),
})
export type PilotVersion = z.infer<typeof PilotVersion>

/** Every version that can be tried out or was, with the countries it is a pilot for; those under way first. */
export async function listPilots({ sql }: Pick<UseCase, 'sql'>): Promise<PilotVersion[]> {
  return z.array(PilotVersion).parse(
    await sql`
    select standard.id, standard.kind, standard.version, standard.status,
      coalesce(json_agg(json_build_object('code', country.code, 'nameNl', country.name_nl, 'nameEn', country.name_en,
        'markedAt', pilot.marked_at, 'uses', (
          select count(*) from terms_of_reference where standard_id = standard.id and country_code = country.code))
        order by country.name_nl) filter (where country.code is not null), '[]') as countries
    from standard_terms standard
    left join standard_pilot pilot on pilot.standard_id = standard.id
    left join country on country.code = pilot.country_code
    group by standard.id
    having standard.status in ('draft', 'consulted') or count(pilot) > 0
    order by array_position(array['draft', 'consulted', 'in-force', 'withdrawn'], standard.status), standard.created_at desc`,
  )
}

/** The consulted versions that terms of reference for some country may start from though another is in force. */
export const listUsablePilots = async (reading: Pick<UseCase, 'sql'>): Promise<PilotVersion[]> =>
  (await listPilots(reading)).filter(({ status, countries }) => status === 'consulted' && countries.length > 0)
