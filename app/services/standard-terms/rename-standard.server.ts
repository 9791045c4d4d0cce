import { z } from 'zod'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Id } from '#schemas/values.ts'
import { keepChange } from './keep-change.server.ts'
import { lockStandard } from './lock-standard.server.ts'
import { ChangeReason } from './question-fields.ts'
import { StandardTitle, VersionName } from './start-draft.server.ts'

export const RenamedStandard = z.object({
  standardId: Id,
  version: VersionName,
  titleNl: StandardTitle,
  titleEn: StandardTitle,
  reason: ChangeReason,
})
export type RenamedStandard = z.infer<typeof RenamedStandard>

/**
 * Gives a draft another version name or title.
 * @throws {DomainError} `not-found`; `wrong-state` when it is no draft; `conflict` (`version-exists`) when there is one of this kind and name.
 */
export async function renameStandard(useCase: UseCase, input: RenamedStandard): Promise<void> {
  const { standardId, version, titleNl, titleEn, reason } = RenamedStandard.parse(input)
  await withTransaction(useCase.sql, async (tx) => {
    const within = { ...useCase, sql: tx }
    const standard = await lockStandard(tx, standardId)
    const before = { version: standard.version, titleNl: standard.titleNl, titleEn: standard.titleEn }
    const after = { version, titleNl, titleEn }
    if (JSON.stringify(before) === JSON.stringify(after)) return
    const [taken] = await tx`
      select 1 from standard_terms where kind = ${standard.kind} and version = ${version} and id <> ${standardId}`
    if (taken) throw new DomainError('conflict', 'version-exists')
    await tx`
      update standard_terms set version = ${version}, title_nl = ${titleNl}, title_en = ${titleEn} where id = ${standardId}`
    await keepChange(within, { standardId, kind: 'renamed', reason, before, after })
    await recordEvent(within, {
      action: 'standard.renamed',
      objectType: 'standard-terms',
      objectId: standardId,
      details: { from: standard.version, to: version },
    })
  })
}
