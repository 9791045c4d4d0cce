import type { UseCase } from '#app/platform/context.server.ts'
import type { Actor } from '#app/policies/actor.ts'
import { StandardTermsFile } from '#schemas/standard-terms.ts'
import { formerStandard } from './former-standard.ts'
import { loadFormerStandard, loadStandard } from './load-standard.server.ts'
import standard from './shipped/standard-terms-of-reference.json' with { type: 'json' }

/**
 * Gives an installation the two versions that come with the product, the later in force, when it has none at all. One that has its own, in whatever
 * state, keeps it; where the later one stands without the former, the former is laid beside it, withdrawn.
 * Only the command line imports this module: the file would otherwise be part of the web server's bundle.
 */
export async function ensureStandard(useCase: UseCase<Actor | null>): Promise<void> {
  const file = shippedStandard()
  const former = formerStandard(file)
  const present = await useCase.sql<
    { id: string; version: string }[]
  >`select id, version from standard_terms where kind = 'general'`
  if (present.length === 0) {
    await loadStandard(useCase, former)
    await loadStandard(useCase, file)
    return
  }
  const own = present.find((it) => it.version === file.version)
  if (own && !present.some((it) => it.version === former.version)) await loadFormerStandard(useCase, former, own)
}

/** The standard that comes with the product: working material of this project, not an official text. */
export const shippedStandard = (): StandardTermsFile => StandardTermsFile.parse(standard)
