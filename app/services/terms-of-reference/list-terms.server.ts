import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import { CountryCode, Day, Id } from '#schemas/values.ts'
import { ReportKind, TermsStatus } from '#schemas/vocabulary.ts'

const TermsLine = z.object({
  id: Id,
  kind: ReportKind,
  status: TermsStatus,
  countryCode: CountryCode,
  countryNl: z.string(),
  countryEn: z.string(),
  periodFrom: Day,
  periodTo: Day,
  dueOn: Day,
  asked: z.number().int(),
  dropped: z.number().int(),
  added: z.number().int(),
  reworded: z.number().int(),
  /** Questions that Foreign Affairs returned and policy has not answered yet. */
  unanswered: z.number().int(),
  reportId: Id.nullable(),
})
export type TermsLine = z.infer<typeof TermsLine>

/** How many a list shows at most: far above what a ministry commissions in years. */
const limit = 500

/**
 * Terms of reference, those that wait for someone first (returned ones on top), then by due date.
 * @param status only those in this state, or in one of these.
 */
export async function listTerms(
  { sql }: Pick<UseCase, 'sql'>,
  status: TermsStatus | readonly TermsStatus[] | null = null,
  most = limit,
): Promise<TermsLine[]> {
  return z.array(TermsLine).parse(
    await sql`
    select terms.id, terms.kind, terms.status, terms.country_code as "countryCode", country.name_nl as "countryNl",
      country.name_en as "countryEn", terms.period_from as "periodFrom", terms.period_to as "periodTo", terms.due_on as "dueOn",
      counted.asked, counted.dropped, counted.added, counted.reworded, report.id as "reportId",
      (select count(*) from returned_question where terms_id = terms.id and returned_at is not null and answer is null) as unanswered
    from terms_of_reference terms
    join country on country.code = terms.country_code
    left join report on report.terms_id = terms.id
    cross join lateral (
      select count(*) filter (where state <> 'dropped') as asked, count(*) filter (where state = 'dropped') as dropped,
        count(*) filter (where state = 'added') as added, count(*) filter (where state = 'reworded') as reworded
      from terms_question where terms_id = terms.id
    ) counted
    where ${status === null} or terms.status = any(${[status ?? []].flat() as string[]})
    order by terms.status = 'accepted', terms.status <> 'returned', terms.due_on, terms.id
    limit ${most}`,
  )
}

const Country = z.object({ code: CountryCode, nameNl: z.string(), nameEn: z.string() })
export type Country = z.infer<typeof Country>

/** Every country, as data: none is special. */
export async function listCountries({ sql }: Pick<UseCase, 'sql'>): Promise<Country[]> {
  return z.array(Country).parse(await sql`select code, name_nl as "nameNl", name_en as "nameEn" from country`)
}
