import { pick } from '#app/i18n/pick.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { ReportKind } from '#schemas/vocabulary.ts'
import { useLanguage } from '../use-text.ts'

/** "Jemen, thematisch ambtsbericht". */
export function usePlanTitle(): (line: { countryNl: string; countryEn: string; kind: ReportKind }) => string {
  const language = useLanguage()
  return ({ countryNl, countryEn, kind }) => `${pick(countryNl, countryEn, language).text}, ${words[language].reportKind[kind]}`
}
