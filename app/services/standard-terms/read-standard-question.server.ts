import type { UseCase } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { coverageOf, type Coverage } from '../terms-of-reference/coverage.ts'
import { oneChapter } from '../terms-of-reference/question-tree.ts'
import { readQuestionHistory, type Change } from './read-history.server.ts'
import { questionColumns, readStandard, StandardQuestion, type Standard } from './read-standard.server.ts'

export type StandardQuestionPage = Pick<Standard, 'standard' | 'nodes' | 'chapters'> & {
  /** Of the whole version; `questions` are those of the chapter. */
  coverage: Coverage
  /** Null when it was taken out of this version; its history is still there. */
  question: StandardQuestion | null
  /** The same question in the version this one was made from; `question` is null where that version did not have it. */
  base: { version: string; question: StandardQuestion | null } | null
  history: Change[]
} & ReturnType<typeof oneChapter<StandardQuestion>>

/**
 * One question of a version among the others of its chapter, with what it was in the version before and every change of it.
 * @throws {DomainError} `not-found` for an unknown version, or a question that neither it nor the versions it comes from ever had.
 */
export async function readStandardQuestion(
  useCase: Pick<UseCase, 'sql'>,
  standardId: string | undefined,
  questionKey: string | undefined,
): Promise<StandardQuestionPage> {
  const { questions: all, ...whole } = await readStandard(useCase, standardId)
  const { standard } = whole
  const coverage = coverageOf(all)
  const question = all.find((it) => it.key === questionKey) ?? null
  const history = await readQuestionHistory(useCase, standard.id, questionKey ?? '')
  if (!question) {
    if (!history.some((change) => change.kind === 'question-removed')) throw new DomainError('not-found')
    return { ...whole, coverage, ...oneChapter(whole.chapters, all, null), question, base: null, history }
  }
  const section = whole.nodes.find((node) => node.key === question.nodeKey)!
  const { sql } = useCase
  const [earlier] = await sql`
    select ${questionColumns(sql)} from standard_question question join standard_node node on node.id = question.node_id
    where question.standard_id = ${standard.basedOn?.id ?? null} and question.key = ${question.key}`
  return {
    ...whole,
    coverage,
    ...oneChapter(whole.chapters, all, section.parentKey ?? section.key),
    question,
    base: standard.basedOn && { version: standard.basedOn.version, question: earlier ? StandardQuestion.parse(earlier) : null },
    history,
  }
}
