import { compareText } from '#app/i18n/format.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import type { Language } from '#schemas/vocabulary.ts'

/** The names of these countries in a language, in its order; a code that is no country keeps its code for a name. */
export async function listCountryNames(
  { sql }: UseCase,
  codes: readonly string[],
  language: Language,
): Promise<{ code: string; name: string }[]> {
  const rows = await sql<{ code: string; nameNl: string; nameEn: string }[]>`
    select code, name_nl as "nameNl", name_en as "nameEn" from country where code = any(${[...codes]}::text[])`
  const names = new Map(rows.map((row) => [row.code, language === 'nl' ? row.nameNl : row.nameEn]))
  const compare = compareText(language)
  return codes.map((code) => ({ code, name: names.get(code) ?? code })).sort((a, b) => compare(a.name, b.name))
}
