import type { UseCase } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { listStandards, type StandardSummary } from '../standard-terms/read-standard.server.ts'

export type ChosenVersions = { versions: StandardSummary[]; old: StandardSummary | null; new: StandardSummary }

/**
 * Which two versions are set against each other. Unless chosen: the version in force for general reports, or else the newest, against the one it
 * succeeded, or else the one it was made from.
 * @param chosen ids; null where the choice is left open. The same one twice leaves nothing to set it against.
 * @throws {DomainError} `not-found` for an id that is no version, and while there is no standard at all.
 */
export async function chooseVersions(
  useCase: Pick<UseCase, 'sql'>,
  chosen: { old: string | null; new: string | null },
): Promise<ChosenVersions> {
  const versions = await listStandards(useCase)
  const find = (id: string | null) => {
    const found = versions.find((version) => version.id === id)
    if (id !== null && !found) throw new DomainError('not-found')
    return found
  }
  const inForce = versions.find(({ kind, status }) => kind === 'general' && status === 'in-force')
  const current = find(chosen.new) ?? inForce ?? versions[0]
  if (!current) throw new DomainError('not-found', 'no-standard')
  const predecessor =
    versions.find(({ successor }) => successor?.id === current.id) ?? versions.find(({ id }) => id === current.basedOn?.id)
  const former = find(chosen.old) ?? predecessor
  return { versions, new: current, old: former && former.id !== current.id ? former : null }
}
