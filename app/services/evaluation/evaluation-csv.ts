import { evaluationTexts } from '#app/i18n/evaluation.ts'
import { pick } from '#app/i18n/pick.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { Language } from '#schemas/vocabulary.ts'
import { csv, type CsvCell } from './csv.ts'
import { chapterOf } from './evaluation-filter.ts'
import type { Outcome } from './outcomes.ts'
import type { EvaluatedQuestion, Evaluation } from './read-evaluation.server.ts'

type Chosen = Omit<Evaluation, 'versions' | 'countries'>
const sides = ['old', 'new'] as const

/** A line per question and version: what became of it over the released reports, and what is proposed and decided. */
export function evaluationCsv(evaluation: Chosen, language: Language): string {
  const { export: text, table } = evaluationTexts[language]
  const columns = table.columns
  const head = [
    ...questionHead(language),
    ...[table.version, columns.asked, columns.answered, columns.withGap, columns.unanswered, text.reworded],
    ...[columns.words, text.shares, columns.items, columns.kinds, columns.incidents, text.without, columns.days],
    ...[columns.author, columns.officer, text.proposedChange, text.proposal, text.decision, text.decisionReason],
  ]
  const lines = evaluation.questions.flatMap((question) =>
    sides.flatMap((side) => {
      const outcome = question.outcomes[side]
      const version = evaluation[side]?.version
      if (!outcome || version === undefined) return []
      return [
        [
          ...questionCells(question, side, language),
          version,
          ...outcomeCells(outcome, language),
          ...recordCells(question, language),
        ],
      ]
    }),
  )
  return csv([head, ...lines], language === 'nl' ? ',' : '.')
}

/** A line per question and released report that was asked it. */
export function reportsCsv(evaluation: Chosen, language: Language): string {
  const { export: text, table } = evaluationTexts[language]
  const columns = table.columns
  const head = [
    ...questionHead(language),
    ...[table.version, text.report, text.country, text.periodFrom, text.periodTo, text.state, text.reworded, text.sections],
    ...[columns.words, text.shares, columns.items, columns.kinds, columns.incidents, text.without, columns.days],
  ]
  const lines = evaluation.questions.flatMap((question) =>
    sides.flatMap((side) =>
      evaluation.reports
        .filter((report) => report.standardId === evaluation[side]?.id)
        .flatMap((report): CsvCell[][] => {
          const answer = evaluation.answer(report.id, question.key)
          if (!answer) return []
          const { countryNl, countryEn, periodFrom, periodTo } = report
          return [
            [
              ...questionCells(question, side, language),
              ...[evaluation[side]!.version, report.title, pick(countryNl, countryEn, language).text, periodFrom, periodTo],
              ...[words[language].answerState[answer.state], answer.reworded ? 1 : 0],
              answer.sections.map(({ release, number }) => `${release} ${number}`).join(', '),
              ...[answer.words, answer.shares, answer.items, kindWords(answer.kinds, language)],
              ...[answer.inContext, answer.withoutContext, answer.days],
            ],
          ]
        }),
    ),
  )
  return csv([head, ...lines], language === 'nl' ? ',' : '.')
}

function questionHead(language: Language): string[] {
  const text = evaluationTexts[language].export
  return [text.chapter, text.number, text.key, text.question, text.kind, text.change]
}

/** The question as that version words it. */
function questionCells(question: EvaluatedQuestion, side: (typeof sides)[number], language: Language): CsvCell[] {
  const placed = (question[side] ?? question.new ?? question.old)!
  const chapter = chapterOf(question)
  return [
    `${chapter.number} ${pick(chapter.titleNl, chapter.titleEn, language).text}`,
    placed.number,
    question.key,
    pick(placed.wordingNl, placed.wordingEn, language).text,
    words[language].questionKind[placed.kind],
    evaluationTexts[language].change[question.change],
  ]
}

const kindWords = (kinds: Outcome['kinds'], language: Language): string =>
  kinds.map((kind) => words[language].sourceKind[kind]).join(', ')

const outcomeCells = (outcome: Outcome, language: Language): CsvCell[] => [
  ...[outcome.asked, outcome.answered, outcome.withGap, outcome.unanswered, outcome.reworded],
  ...[outcome.words, outcome.shares || null, outcome.items, kindWords(outcome.kinds, language)],
  ...[outcome.inContext, outcome.withoutContext, outcome.days, outcome.remarks.author, outcome.remarks.officer],
]

function recordCells({ record }: EvaluatedQuestion, language: Language): CsvCell[] {
  if (!record) return [null, null, null, null]
  const { questionChange, proposalOutcome } = words[language]
  return [
    questionChange[record.change],
    record.proposal,
    record.decision && proposalOutcome[record.decision],
    record.decisionReason,
  ]
}
