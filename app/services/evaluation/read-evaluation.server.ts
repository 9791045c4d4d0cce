import type { UseCase } from '#app/platform/context.server.ts'
import { readStandard, type StandardSummary } from '../standard-terms/read-standard.server.ts'
import { chooseVersions } from './choose-versions.server.ts'
import { readEvaluationRecords, type EvaluationRecord } from './evaluation-records.server.ts'
import { answerOf, outcomeOf, type Answer, type Outcome, type RemarkCounts } from './outcomes.ts'
import { pairQuestions, type PairedQuestion } from './paired-questions.ts'
import { countRemarks, readAsked, readReleasedFigures, readReportsOn, type EvaluatedReport } from './read-facts.server.ts'

/** One question of two versions, what became of it in the reports of each, and what is proposed and decided. */
export type EvaluatedQuestion = PairedQuestion & {
  /** Per version; null where the version does not ask it. */
  outcomes: { old: Outcome | null; new: Outcome | null }
  record: EvaluationRecord | null
}

export type Evaluation = {
  versions: StandardSummary[]
  old: StandardSummary | null
  new: StandardSummary
  /** Reports on either version, those in the making too; only released ones count. */
  reports: EvaluatedReport[]
  /** Every country that has a report on either version, whichever were chosen. */
  countries: Pick<EvaluatedReport, 'countryCode' | 'countryNl' | 'countryEn'>[]
  questions: EvaluatedQuestion[]
  /** What became of a question in one report; undefined when that report was not asked it. */
  answer: (reportId: string, key: string) => Answer | undefined
}

export type EvaluationChoice = {
  old: string | null
  new: string | null
  /** Only reports on this country; `pilot`: on the new version's pilot countries. Null: on all. */
  countries: string | null
}

/**
 * Old against new: every question of two versions with what became of it over the released reports that stand on each (SR-10, SR-12).
 * Counts and medians only: nothing is scored, nothing is concluded.
 * @throws {DomainError} `not-found` for an id that is no version, and while there is no standard.
 */
export async function readEvaluation(useCase: Pick<UseCase, 'sql'>, choice: EvaluationChoice): Promise<Evaluation> {
  const chosen = await chooseVersions(useCase, choice)
  const { old, new: current } = chosen
  const pilots = choice.countries === 'pilot' ? await pilotCountries(useCase, current.id) : null
  const standing = await readReportsOn(useCase, [current.id, ...(old ? [old.id] : [])])
  const reports = standing.filter(({ countryCode }) =>
    pilots ? pilots.includes(countryCode) : choice.countries === null || choice.countries === countryCode,
  )
  const released = reports.filter((report) => report.releases.length > 0)
  const answers = await readAnswers(useCase, released)
  const remarks = await readRemarks(useCase, reports)
  const records = await readEvaluationRecords(useCase, current.id)
  const pairs = pairQuestions(old && (await readStandard(useCase, old.id)), await readStandard(useCase, current.id))
  const outcome = (standard: StandardSummary | null, key: string): Outcome => {
    const on = reports.filter((report) => report.standardId === standard?.id)
    return outcomeOf(
      on.flatMap((report) => answers.get(report.id)?.get(key) ?? []),
      on.map((report) => remarks.get(`${report.id} ${key}`) ?? none).reduce(together, none),
    )
  }
  return {
    ...chosen,
    reports,
    countries: [...new Map(standing.map((report) => [report.countryCode, report])).values()],
    questions: pairs.map((pair) => ({
      ...pair,
      outcomes: { old: pair.old && outcome(old, pair.key), new: pair.new && outcome(current, pair.key) },
      record: records.get(pair.key) ?? null,
    })),
    answer: (reportId, key) => answers.get(reportId)?.get(key),
  }
}

const none: RemarkCounts = { author: 0, officer: 0 }
const together = (one: RemarkCounts, other: RemarkCounts): RemarkCounts => ({
  author: one.author + other.author,
  officer: one.officer + other.officer,
})

/** By report, then by key: what became of everything it was asked. */
async function readAnswers(useCase: Pick<UseCase, 'sql'>, reports: readonly EvaluatedReport[]) {
  const asked = await readAsked(
    useCase,
    reports.map((report) => report.termsId),
  )
  const figures = await readReleasedFigures(
    useCase,
    reports.map((report) => report.id),
  )
  return new Map(
    reports.map((report) => {
      const own = figures.filter((section) => section.reportId === report.id)
      const questions = asked.filter(({ termsId }) => termsId === report.termsId)
      return [report.id, new Map(questions.map(({ key, reworded }) => [key, answerOf(key, reworded, own)]))] as const
    }),
  )
}

/** By report and key. */
async function readRemarks(useCase: Pick<UseCase, 'sql'>, reports: readonly EvaluatedReport[]) {
  const counts = new Map<string, RemarkCounts>()
  for (const { reportId, key, side, remarks } of await countRemarks(
    useCase,
    reports.map((report) => report.id),
  )) {
    const place = `${reportId} ${key}`
    counts.set(place, together(counts.get(place) ?? none, { ...none, [side]: remarks }))
  }
  return counts
}

async function pilotCountries({ sql }: Pick<UseCase, 'sql'>, standardId: string): Promise<string[]> {
  const rows = await sql<{ code: string }[]>`select country_code as code from standard_pilot where standard_id = ${standardId}`
  return rows.map(({ code }) => code)
}
