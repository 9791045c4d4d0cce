import type { UseCase } from '#app/platform/context.server.ts'
import { today } from '#app/platform/today.ts'
import { listInvitations } from '../invitations/list-invitations.server.ts'
import { inputState } from './consultation.ts'
import { proposeCoordinators } from './propose-coordinators.server.ts'
import { readConsultation, readInputs, readPoints } from './read-consultation.server.ts'

/** Everything about one consultation, for those who deal with it. @throws {DomainError} `not-found` for an unknown or malformed id. */
export async function readConsultationPage(useCase: Pick<UseCase, 'sql' | 'clock'>, standardId: string | undefined) {
  const found = await readConsultation(useCase, standardId)
  const { id } = found.standard
  const points = await readPoints(useCase, id)
  const inputs = (await readInputs(useCase, id)).map(({ givenBy: _who, ...input }) => ({
    ...input,
    state: inputState(input, points),
  }))
  return {
    ...found,
    inputs,
    points,
    invitations: await listInvitations(useCase, 'consultation', id),
    coordinators: await proposeCoordinators(useCase, id, inputs, points),
    today: today(useCase.clock),
  }
}
