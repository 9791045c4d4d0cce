import type { UseCase } from '#app/platform/context.server.ts'
import { addStandardQuestion } from '../standard-terms/add-standard-question.server.ts'
import { changeStandardQuestion } from '../standard-terms/change-standard-question.server.ts'
import { removeStandardQuestion } from '../standard-terms/remove-standard-question.server.ts'
import { addQuestion } from '../terms-of-reference/add-question.server.ts'
import { dropQuestion } from '../terms-of-reference/drop-question.server.ts'
import { rewordQuestion } from '../terms-of-reference/reword-question.server.ts'
import type { Change } from './decision-input.ts'
import { placeIn, readSubjectTree, type Subject } from './read-subject.server.ts'
import type { NumberedQuestion } from './subject-tree.ts'

/** Why the questions change and for whom: the organisations whose proposals are taken over, never a person. */
type Because = { reason: string; askedBy: string[] }

/**
 * Does to the questions of a round what was decided, through the services of the terms of reference or of the standard, so that it stands in their
 * history like every other change.
 * @returns the key of the question; null when nothing changes.
 * @throws {DomainError} what those services throw: `wrong-state` when the questions stand, `conflict` when someone changed the question;
 * `invalid-input` (`unknown-question`, `question-dropped`, `unknown-section`) for a question or section that is not there.
 */
export async function applyChange(useCase: UseCase, subject: Subject, change: Change, because: Because): Promise<string | null> {
  if (change.kind === 'none') return null
  const chapters = await readSubjectTree(useCase.sql, subject)
  if (change.kind === 'add') {
    placeIn(chapters, { questionKey: null, nodeKey: change.nodeKey })
    return add(useCase, subject, change, because)
  }
  const { question } = placeIn(chapters, { questionKey: change.questionKey, nodeKey: null })
  if (change.kind === 'reword') await reword(useCase, subject, change, question!, because)
  else if (change.kind === 'drop') await drop(useCase, subject, question!, because)
  return change.questionKey
}

type Of<K extends Change['kind']> = Extract<Change, { kind: K }>

async function add(useCase: UseCase, subject: Subject, change: Of<'add'>, because: Because): Promise<string> {
  const { nodeKey, wordingNl, wordingEn, questionKind: kind, themes } = change
  const question = { nodeKey, wordingNl, wordingEn, kind, themes, ...because }
  if (subject.termsId) return addQuestion(useCase, { ...question, termsId: subject.termsId })
  const added = await addStandardQuestion(useCase, {
    ...question,
    standardId: subject.standardId!,
    // Why it is asked of every country from now on.
    rationaleNl: because.reason,
  })
  return added.key
}

async function reword(
  useCase: UseCase,
  subject: Subject,
  change: Of<'reword'>,
  question: NumberedQuestion,
  because: Because,
): Promise<void> {
  const { kind: _kind, ...reworded } = change
  if (subject.termsId) {
    await rewordQuestion(useCase, { ...reworded, ...because, termsId: subject.termsId })
    return
  }
  const askedBy = [...new Set([...question.askedBy, ...because.askedBy])]
  await changeStandardQuestion(useCase, { ...reworded, askedBy, reason: because.reason, standardId: subject.standardId! })
}

async function drop(useCase: UseCase, subject: Subject, question: NumberedQuestion, { reason }: Because): Promise<void> {
  const { key: questionKey, revision } = question
  if (subject.termsId) await dropQuestion(useCase, { termsId: subject.termsId, questionKey, reason, revision })
  else await removeStandardQuestion(useCase, { standardId: subject.standardId!, questionKey, revision, reason })
}
