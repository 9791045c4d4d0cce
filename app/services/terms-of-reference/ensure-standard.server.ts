import type { UseCase } from '#app/platform/context.server.ts'
import type { Actor } from '#app/policies/actor.ts'
import { StandardTermsFile } from '#schemas/standard-terms.ts'
import { loadStandard } from './load-standard.server.ts'
import standard from './standard/standard-terms-of-reference.json' with { type: 'json' }

/**
 * Gives an installation the standard that comes with the product, when it has none at all. One that has its own, in whatever state, keeps it.
 * Only the command line imports this module: the file would otherwise be part of the web server's bundle.
 */
export async function ensureStandard(useCase: UseCase<Actor | null>): Promise<void> {
  const [present] = await useCase.sql`select 1 from standard_terms limit 1`
  if (!present) await loadStandard(useCase, shippedStandard())
}

/** The standard that comes with the product: working material of this project, not an official text. */
export const shippedStandard = (): StandardTermsFile => StandardTermsFile.parse(standard)
