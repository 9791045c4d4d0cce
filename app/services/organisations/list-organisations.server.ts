import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import { OrganisationCode } from '#schemas/vocabulary.ts'

const Organisation = z.object({ code: OrganisationCode, nameNl: z.string(), nameEn: z.string() })
export type Organisation = z.infer<typeof Organisation>

/** Every organisation that is known here, by its Dutch name: they are data, none is special. */
export async function listOrganisations({ sql }: Pick<UseCase, 'sql'>): Promise<Organisation[]> {
  return z
    .array(Organisation)
    .parse(await sql`select code, name_nl as "nameNl", name_en as "nameEn" from organisation order by name_nl`)
}
