import { z } from 'zod'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { readHistoryPlace } from './read-history-place.server.ts'

/** Why a name will not do: the interface has a sentence for each (app/i18n/history.ts). */
export const VersionName = z.string().trim().min(1, 'name-missing').max(120, 'name-too-long')

/**
 * Gives a version of a section's text a name, by which it is found again.
 * @throws {DomainError} `not-found` for a version it never had; `conflict` `name-taken` when another version of this section has that name already;
 * {ZodError} for a name that will not do.
 */
export async function nameVersion(
  useCase: UseCase,
  sectionId: string | undefined,
  { version, name }: { version: number; name: string },
): Promise<void> {
  const said = VersionName.parse(name)
  await withTransaction(useCase.sql, async (tx) => {
    const { id, first, head } = await readHistoryPlace({ sql: tx }, sectionId)
    if (version < first || version > head) throw new DomainError('not-found')
    const [named] = await tx<{ id: string }[]>`
      insert into section_named_version (section_id, version, name, named_by, named_at)
      values (${id}, ${version}, ${said}, ${useCase.actor.id}, ${useCase.clock()}) on conflict (section_id, name) do nothing returning id`
    if (!named) throw new DomainError('conflict', 'name-taken')
    await recordEvent(
      { ...useCase, sql: tx },
      { action: 'section.version-named', objectType: 'section', objectId: id, details: { nameId: named.id, version } },
    )
  })
}
