import { createHash } from 'node:crypto'
import { z } from 'zod'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Id } from '#schemas/values.ts'

/** Bytes a copy may have. */
export const largestCopy = 10 * 1024 * 1024

/** What a publication may be kept as, by the ending of its name. */
export const copyTypes: Record<string, string> = {
  pdf: 'application/pdf',
  html: 'text/html',
  htm: 'text/html',
  mhtml: 'multipart/related',
  txt: 'text/plain',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  json: 'application/json',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  warc: 'application/warc',
}

/**
 * Keeps a copy of a publication as it was, with its SHA-256. It is never changed or taken away. The same file again is the copy that is there.
 * @returns its id and whether it is new.
 * @throws {DomainError} `not-found`; `invalid-input`: `copy-empty`, `copy-too-large`, `copy-type`, or `copy-confidential`: a file of a confidential
 * source would tell who it is.
 */
export async function archiveCopy(
  useCase: UseCase,
  { itemId, fileName, content }: { itemId: string | undefined; fileName: string; content: Uint8Array },
): Promise<{ id: string; added: boolean; sha256: string }> {
  if (!Id.safeParse(itemId).success) throw new DomainError('not-found')
  if (content.byteLength === 0) throw new DomainError('invalid-input', 'copy-empty')
  if (content.byteLength > largestCopy) throw new DomainError('invalid-input', 'copy-too-large')
  const name = plainName(fileName)
  const mediaType = copyTypes[name.split('.').pop()?.toLowerCase() ?? '']
  if (!mediaType) throw new DomainError('invalid-input', 'copy-type')
  const bytes = Buffer.from(content)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return withTransaction(useCase.sql, async (tx) => {
    const [item] = await tx`select confidentiality from source_item where id = ${itemId!} for update`
    if (!item) throw new DomainError('not-found')
    if (item.confidentiality !== 'public') throw new DomainError('invalid-input', 'copy-confidential')
    const [added] = await tx<{ id: string }[]>`
      insert into archived_copy (item_id, file_name, media_type, size, sha256, content, archived_at, archived_by)
      values (${itemId!}, ${name}, ${mediaType}, ${bytes.byteLength}, ${sha256}, ${bytes}, ${useCase.clock()}, ${useCase.actor.id})
      on conflict (item_id, sha256) do nothing returning id`
    if (!added) {
      const [known] = await tx<{ id: string }[]>`select id from archived_copy where item_id = ${itemId!} and sha256 = ${sha256}`
      return { id: known!.id, added: false, sha256 }
    }
    await recordEvent(
      { ...useCase, sql: tx },
      {
        action: 'source-item.archived',
        objectType: 'source-item',
        objectId: itemId!,
        details: { copyId: added.id, sha256, size: bytes.byteLength },
      },
    )
    return { id: added.id, added: true, sha256 }
  })
}

/** The last part of a path, without what no file name can hold, its ending kept. */
function plainName(fileName: string): string {
  const name = (fileName.split(/[\\/]/).pop() ?? '').replace(/\p{Cc}|["<>|:*?]/gu, '').trim()
  if (name.length <= 200) return name || 'kopie'
  const ending = /\.[^.]{1,8}$/.exec(name)?.[0] ?? ''
  return name.slice(0, 200 - ending.length) + ending
}

const Copy = z.object({ fileName: z.string(), mediaType: z.string(), sha256: z.string(), content: z.instanceof(Buffer) })

/** A kept copy, checked against its hash. @throws {DomainError} `not-found`; `wrong-state` `copy-damaged` when the bytes are no longer those. */
export async function readCopy({ sql }: Pick<UseCase, 'sql'>, input: { itemId: string | undefined; copyId: string | undefined }) {
  const ids = z.object({ itemId: Id, copyId: Id }).safeParse(input)
  const [row] = ids.success
    ? await sql`
        select file_name as "fileName", media_type as "mediaType", sha256, content from archived_copy
        where id = ${ids.data.copyId} and item_id = ${ids.data.itemId}`
    : []
  if (!row) throw new DomainError('not-found')
  const copy = Copy.parse(row)
  if (createHash('sha256').update(copy.content).digest('hex') !== copy.sha256)
    throw new DomainError('wrong-state', 'copy-damaged')
  return copy
}
