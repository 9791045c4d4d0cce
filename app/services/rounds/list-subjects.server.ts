import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import { Day, Id } from '#schemas/values.ts'
import { ReportKind, termsWithPolicy } from '#schemas/vocabulary.ts'

const TermsSubject = z.object({
  id: Id,
  kind: ReportKind,
  countryNl: z.string(),
  countryEn: z.string(),
  periodFrom: Day,
  periodTo: Day,
})
const StandardSubject = z.object({ id: Id, kind: ReportKind, version: z.string() })
export type RoundSubjects = { terms: z.infer<typeof TermsSubject>[]; standards: z.infer<typeof StandardSubject>[] }

/** What a round can be opened about: terms of reference that policy has and drafts of the standard, without an open round. */
export async function listSubjects({ sql }: Pick<UseCase, 'sql'>): Promise<RoundSubjects> {
  return {
    terms: z.array(TermsSubject).parse(
      await sql`
      select terms.id, kind, name_nl as "countryNl", name_en as "countryEn", period_from as "periodFrom", period_to as "periodTo"
      from terms_of_reference terms join country on country.code = country_code
      where status = any(${[...termsWithPolicy]}) and not exists (select from round where terms_id = terms.id and closed_at is null)
      order by due_on, terms.id limit 200`,
    ),
    standards: z.array(StandardSubject).parse(
      await sql`
      select id, kind, version from standard_terms
      where status = 'draft' and not exists (select from round where standard_id = standard_terms.id and closed_at is null)
      order by created_at desc, id limit 200`,
    ),
  }
}
