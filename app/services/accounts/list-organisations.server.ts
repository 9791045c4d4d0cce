import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'

const Organisation = z.object({ code: z.string(), nameNl: z.string(), nameEn: z.string() })
export type Organisation = z.infer<typeof Organisation>

/** Every organisation that can ask or be asked, as data, the commissioning parties first. */
export async function listOrganisations({ sql }: Pick<UseCase, 'sql'>): Promise<Organisation[]> {
  return z.array(Organisation).parse(
    await sql`
    select code, name_nl as "nameNl", name_en as "nameEn" from organisation
    order by array_position(array['AenM', 'IND', 'DT&V', 'BZ', 'TOELT', 'COA', 'VWN', 'UNHCR', 'EXT'], code), code`,
  )
}
