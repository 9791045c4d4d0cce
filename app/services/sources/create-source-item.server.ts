import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { confidentialLabel, NewSourceItem } from './source-item.ts'

/**
 * Registers a publication of a source. Of a confidential one only a fixed label and the dates are stored, whatever was filled in: title, address,
 * language, licence and notes are left out, since each could tell who it is (docs/architecture.md, decision 7).
 * @returns its id.
 * @throws {DomainError} `invalid-input`: `title-needed`, or `unknown-source`.
 */
export async function createSourceItem(useCase: UseCase, input: NewSourceItem): Promise<string> {
  const given = NewSourceItem.parse(input)
  const item =
    given.confidentiality === 'confidential'
      ? { ...given, title: confidentialLabel.nl, url: undefined, language: undefined, licence: undefined, reliabilityNote: '' }
      : given
  if (item.title === '') throw new DomainError('invalid-input', 'title-needed')
  return withTransaction(useCase.sql, async (tx) => {
    const [source] = await tx`select id from source where id = ${item.sourceId}`
    if (!source) throw new DomainError('invalid-input', 'unknown-source')
    const [added] = await tx<{ id: string }[]>`
      insert into source_item (source_id, title, published, accessed_on, url, language, licence, reliability_note, confidentiality,
        created_at, created_by)
      values (${item.sourceId}, ${item.title}, ${item.published ?? null}, ${item.accessedOn ?? null}, ${item.url ?? null},
        ${item.language ?? null}, ${item.licence ?? null}, ${item.reliabilityNote}, ${item.confidentiality}, ${useCase.clock()},
        ${useCase.actor.id})
      returning id`
    await recordEvent(
      { ...useCase, sql: tx },
      { action: 'source-item.added', objectType: 'source-item', objectId: added!.id, details: { sourceId: item.sourceId } },
    )
    return added!.id
  })
}
