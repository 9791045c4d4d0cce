import { evaluationTexts } from '#app/i18n/evaluation.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { Language } from '#schemas/vocabulary.ts'
import type { Outcome } from './outcomes.ts'

export const figureColumns = [
  'asked',
  'answered',
  'withGap',
  'unanswered',
  'words',
  'items',
  'kinds',
  'incidents',
  'days',
  'author',
  'officer',
] as const
export type FigureColumn = (typeof figureColumns)[number]

/** A figure and, where there is one, what must be known to read it. */
export type FigureCell = { text: string; note?: string }

/** The cells of one version's row for one question, as the page and the downloaded page show them; "–" where there is nothing to say. */
export function figureCells(outcome: Outcome, language: Language): Record<FigureColumn, FigureCell> {
  const text = evaluationTexts[language].table
  const number = (value: number | null): FigureCell => ({ text: value === null ? '–' : formatNumber(value, language) })
  return {
    asked: number(outcome.asked),
    answered: number(outcome.answered),
    withGap: number(outcome.withGap),
    unanswered: number(outcome.unanswered),
    words: { ...number(outcome.words), ...(outcome.shares > 1 && { note: text.shared(outcome.shares) }) },
    items: number(outcome.items),
    kinds: { text: outcome.kinds.map((kind) => words[language].sourceKind[kind]).join(', ') || '–' },
    incidents: {
      ...number(outcome.inContext),
      ...(outcome.withoutContext ? { note: text.without(outcome.withoutContext) } : {}),
    },
    days: number(outcome.days),
    author: number(outcome.remarks.author),
    officer: number(outcome.remarks.officer),
  }
}
