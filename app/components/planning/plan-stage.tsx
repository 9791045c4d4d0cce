import { reportTexts } from '#app/i18n/reports.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { PlanLine } from '#app/services/planning/read-planning.server.ts'
import { Status } from '../page.tsx'
import { stageTone, termsTone } from '../tones.ts'
import { useLanguage, useText } from '../use-text.ts'

/** Where a report stands: its own stage, or that of its terms of reference while there is no report yet. */
export function PlanStage({ line: { stage, status } }: { line: Pick<PlanLine, 'stage' | 'status'> }) {
  const text = useText(reportTexts)
  const word = words[useLanguage()].termsStatus
  if (stage === null) return <Status tone={termsTone[status]}>{word[status]}</Status>
  return <Status tone={stageTone[stage]}>{text.stages[stage]}</Status>
}
