import type { UseCase } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import type { Input, Point } from './consultation.ts'
import { readInputs, readPoints } from './read-consultation.server.ts'

/** Input by its number in the address. @throws {DomainError} `not-found`. */
export async function readInput(useCase: Pick<UseCase, 'sql'>, standardId: string, number: string | undefined): Promise<Input> {
  return one(await readInputs(useCase, standardId), number)
}

/** A point by its number in the address. @throws {DomainError} `not-found`. */
export async function readPoint(useCase: Pick<UseCase, 'sql'>, standardId: string, number: string | undefined): Promise<Point> {
  return one(await readPoints(useCase, standardId), number)
}

function one<T extends { number: number }>(list: readonly T[], number: string | undefined): T {
  const found = list.find((it) => String(it.number) === number)
  if (!found) throw new DomainError('not-found')
  return found
}
