import type { UseCase } from '#app/platform/context.server.ts'
import { addressKey, recogniseReference } from './reference-address.ts'
import { SourceItemRecord } from './source-item.ts'
import { sourceItemRecordColumns } from './source-item-columns.server.ts'

/** Public items at this address or with this DOI, however either was written; oldest first, at most five. */
export async function findByAddress({ sql }: Pick<UseCase, 'sql'>, address: string): Promise<SourceItemRecord[]> {
  const reference = recogniseReference(address)
  const key = addressKey(address)
  if (!reference || !key) return []
  const doi = reference.kind === 'doi' ? reference.doi : null
  const host = `%${key.split(/[/?]/)[0]!.replace(/[\\%_]/g, '\\$&')}%`
  const rows = await sql`
    select ${sourceItemRecordColumns(sql)} from source_item join source on source.id = source_item.source_id
    where confidentiality = 'public' and (doi = ${doi} or source_item.url ilike ${host})
    order by source_item.created_at, source_item.id`
  return SourceItemRecord.array()
    .parse([...rows])
    .filter((item) => (doi !== null && item.doi === doi) || (item.url !== null && addressKey(item.url) === key))
    .slice(0, 5)
}
