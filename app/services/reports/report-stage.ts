import type { SectionStatus } from '#schemas/vocabulary.ts'

export const reportStages = ['to-start', 'drafting', 'in-review', 'approved', 'released'] as const
export type ReportStage = (typeof reportStages)[number]

/** How many sections with text are in each state, and how many of all were released at least once. */
export type Progress = Record<SectionStatus, number> & { released: number; started: number }

/** Where a report stands, from where its sections stand: never set by hand. */
export function stageOf(progress: Progress): ReportStage {
  const { draft, returned, approved, released, started } = progress
  const all = draft + returned + approved + progress['in-review']
  if (all > 0 && released === all && approved === all) return 'released'
  if (all > 0 && approved === all) return 'approved'
  if (draft + returned === 0) return 'in-review'
  return started + released + progress['in-review'] + approved > 0 ? 'drafting' : 'to-start'
}
