import { capital } from '#app/i18n/pick.ts'
import { standardTexts } from '#app/i18n/standard.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { StandardSummary } from '#app/services/standard-terms/read-standard.server.ts'
import { Status } from '../page.tsx'
import { standardTone } from '../tones.ts'
import { useLanguage, useText } from '../use-text.ts'

type Named = Pick<StandardSummary, 'kind' | 'version'>

/** "Standaard-uitvraag algemeen, versie 1.0". */
export function useVersionName(standard: Named): string {
  const text = useText(standardTexts)
  return text.versionOf(text.kind[standard.kind], standard.version)
}

/** "1.0 · algemeen · geldig", for lists to choose from. */
export function useVersionOption(): (standard: Named & Pick<StandardSummary, 'status'>) => string {
  const text = useText(standardTexts)
  const word = words[useLanguage()].standardStatus
  return ({ kind, version, status }) => `${version} · ${text.kind[kind]} · ${word[status]}`
}

/** Where a version stands, in words with a shape. */
export function StandardStatusWord({ status }: Pick<StandardSummary, 'status'>) {
  return <Status tone={standardTone[status]}>{capital(words[useLanguage()].standardStatus[status])}</Status>
}
