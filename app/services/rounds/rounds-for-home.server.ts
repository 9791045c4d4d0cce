import type { UseCase } from '#app/platform/context.server.ts'
import { listRounds, type Round } from './read-round.server.ts'

/** Days that a closed round stays on the home page of who was asked: long enough to see what became of a proposal. */
const daysAfterClosing = 60

/** Rounds that ask the person's organisation, with those closed lately. */
export const askedRounds = (useCase: UseCase, most: number): Promise<Round[]> =>
  listRounds(useCase, {
    asked: useCase.actor.organisation,
    closedSince: new Date(useCase.clock().getTime() - daysAfterClosing * 86_400_000),
    most,
  })

/** Rounds that are not closed, for who decides in them. */
export const runningRounds = (useCase: UseCase, most: number): Promise<Round[]> => listRounds(useCase, { running: true, most })
