import type { UseCase } from '#app/platform/context.server.ts'
import { compareStandards, type Comparison } from './compare-standards.ts'
import { readStandard } from './read-standard.server.ts'

/** Two versions question by question. @throws {DomainError} `not-found` when one of them is unknown. */
export async function readComparison(
  useCase: Pick<UseCase, 'sql'>,
  { before, after }: { before: string; after: string },
): Promise<Comparison> {
  const [earlier, later] = await Promise.all([readStandard(useCase, before), readStandard(useCase, after)])
  return compareStandards(earlier, later)
}
