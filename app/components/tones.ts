import type { ReportStage } from '#app/services/reports/report-stage.ts'
import type { AnswerState, SectionStatus, StandardStatus, TermsStatus } from '#schemas/vocabulary.ts'

type Tone = 'rest' | 'busy' | 'good' | 'bad'

/** The shape before a state's words (components/page.tsx, Status). */
export const termsTone: Record<TermsStatus, Tone> = {
  'in-preparation': 'rest',
  'handed-over': 'busy',
  returned: 'bad',
  accepted: 'good',
}
export const standardTone: Record<StandardStatus, Tone> = {
  draft: 'rest',
  consulted: 'busy',
  'in-force': 'good',
  withdrawn: 'rest',
}
export const sectionTone: Record<SectionStatus, Tone> = { draft: 'rest', 'in-review': 'busy', returned: 'bad', approved: 'good' }
export const stageTone: Record<ReportStage, Tone> = {
  'to-start': 'rest',
  drafting: 'rest',
  'in-review': 'busy',
  approved: 'good',
  released: 'good',
}
export const answerTone: Record<AnswerState, Tone> = { answered: 'good', 'with-gap': 'busy', unanswered: 'rest' }
