import type { UseCase } from '#app/platform/context.server.ts'
import { readStandard } from '../standard-terms/read-standard.server.ts'
import { inputState, type Input, type Outcome, type Point } from './consultation.ts'
import { isOwnInput, type InputGiver } from './giver.ts'
import { readChangedThemes } from './propose-coordinators.server.ts'
import { readConsultation, readInputs, readPoints } from './read-consultation.server.ts'

/** A point as its givers see it: what was made of their words and what became of it, without who works on it. */
export type GiverPoint = Pick<Point, 'number' | 'body' | 'action'> & {
  outcome: Omit<Outcome, 'decidedBy' | 'courseId' | 'questionKey'> | null
}
export type GiverInput = Omit<Input, 'givenBy' | 'invitationId' | 'points'> & {
  state: ReturnType<typeof inputState>
  /** Whether it can still be changed: nothing was done with it yet. */
  changeable: boolean
  points: GiverPoint[]
}

/**
 * What one giver sees of a consultation: what is asked, the questions of the draft, and of their own input what became of it; never another's.
 * @throws {DomainError} `not-found` for an unknown version, or one about which nobody was asked.
 */
export async function readGiverPage(useCase: Pick<UseCase, 'sql' | 'clock'>, standardId: string | undefined, giver: InputGiver) {
  const { standard, consultation, phase } = await readConsultation(useCase, standardId)
  const { chapters, questions } = await readStandard(useCase, standard.id)
  const changed = new Set((await readChangedThemes(useCase, standard.id)).map(({ key }) => key))
  const points = await readPoints(useCase, standard.id)
  const inputs = (await readInputs(useCase, standard.id)).filter((input) => isOwnInput(giver, input))
  return {
    standard: { id: standard.id, version: standard.version, titleNl: standard.titleNl, titleEn: standard.titleEn },
    request: consultation.request,
    closesOn: consultation.closesOn,
    phase,
    chapters: chapters.map((chapter) => ({
      ...titled(chapter),
      sections: [chapter, ...chapter.sections].flatMap((section) => {
        const own = questions.filter((question) => question.nodeKey === section.key)
        if (own.length === 0) return []
        return [
          { ...titled(section), questions: own.map((question) => ({ ...asked(question), changed: changed.has(question.key) })) },
        ]
      }),
    })),
    changed: changed.size,
    inputs: inputs.map((input) => forGiver(input, points)),
  }
}
export type GiverPage = Awaited<ReturnType<typeof readGiverPage>>

const titled = ({ key, number, titleNl, titleEn }: { key: string; number: string; titleNl: string; titleEn: string }) => ({
  key,
  number,
  titleNl,
  titleEn,
})

const asked = (question: { key: string; wordingNl: string; wordingEn: string }) => ({
  key: question.key,
  wordingNl: question.wordingNl,
  wordingEn: question.wordingEn,
})

function forGiver(input: Input, all: readonly Point[]): GiverInput {
  const { givenBy: _who, invitationId: _link, points: numbers, ...shown } = input
  const points = all.filter((point) => numbers.includes(point.number))
  return {
    ...shown,
    state: inputState(input, all),
    changeable: points.length === 0 && input.setAsideReason === null,
    points: points.map(({ number, body, action, outcomes }) => ({ number, body, action, outcome: outcomeForGiver(outcomes[0]) })),
  }
}

function outcomeForGiver(outcome: Outcome | undefined): GiverPoint['outcome'] {
  if (!outcome) return null
  const { decidedBy: _who, courseId: _course, questionKey: _key, ...shown } = outcome
  return shown
}
