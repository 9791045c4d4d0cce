import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { confidentialLabel, NewSourceItem } from './source-item.ts'

/**
 * Registers a publication of a source. Of a confidential one only a fixed label, its kind and the dates are stored, whatever was filled in: title,
 * address, language, licence and notes are left out, and it belongs to nobody: to the anonymous source of its kind, since each of these could
 * tell who it is (docs/architecture.md, decision 7). Who it is can be kept in the vault.
 * @returns its id.
 * @throws {DomainError} `invalid-input`: `title-needed`, or `unknown-source`.
 */
export async function createSourceItem(useCase: UseCase, input: NewSourceItem): Promise<string> {
  const given = NewSourceItem.parse(input)
  const confidential = given.confidentiality === 'confidential'
  const { sourceId, published, accessedOn, checkedOn } = given
  const item = confidential
    ? NewSourceItem.parse({
        sourceId,
        published,
        accessedOn,
        checkedOn,
        title: confidentialLabel.nl,
        confidentiality: 'confidential',
      })
    : given
  if (item.title === '') throw new DomainError('invalid-input', 'title-needed')
  return withTransaction(useCase.sql, async (tx) => {
    const [source] = await tx<{ id: string }[]>`
      select held.id from source given join source held on ${confidential ? tx`held.anonymous and held.kind = given.kind` : tx`held.id = given.id and not held.anonymous`}
      where given.id = ${sourceId}`
    if (!source) throw new DomainError('invalid-input', 'unknown-source')
    const [added] = await tx<{ id: string }[]>`
      insert into source_item (source_id, title, published, accessed_on, checked_on, url, doi, language, licence, reliability_note,
        confidentiality, created_at, created_by)
      values (${source.id}, ${item.title}, ${item.published ?? null}, ${item.accessedOn ?? null}, ${item.checkedOn ?? null},
        ${item.url ?? null}, ${item.doi ?? null}, ${item.language ?? null}, ${item.licence ?? null}, ${item.reliabilityNote},
        ${item.confidentiality}, ${useCase.clock()}, ${useCase.actor.id})
      returning id`
    await recordEvent(
      { ...useCase, sql: tx },
      { action: 'source-item.added', objectType: 'source-item', objectId: added!.id, details: { sourceId: source.id } },
    )
    return added!.id
  })
}

/** The source that confidential items of a kind belong to. */
export async function anonymousSource({ sql }: Pick<UseCase, 'sql'>, kind: string): Promise<string> {
  const [source] = await sql<{ id: string }[]>`select id from source where anonymous and kind = ${kind}`
  if (!source) throw new DomainError('invalid-input', 'unknown-source')
  return source.id
}
