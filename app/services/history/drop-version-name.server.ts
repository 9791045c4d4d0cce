import { z } from 'zod'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Id } from '#schemas/values.ts'

const Named = z.object({ authorId: Id, version: z.number().int() })

/** A name of a version, with who gave it. @throws {DomainError} `not-found`, also when it is of another section. */
export async function readVersionName(sql: Queryable, sectionId: string | undefined, nameId: string | undefined) {
  if (!Id.safeParse(sectionId).success || !Id.safeParse(nameId).success) throw new DomainError('not-found')
  const [row] = await sql`
    select named_by as "authorId", version from section_named_version where id = ${nameId!} and section_id = ${sectionId!}`
  if (!row) throw new DomainError('not-found')
  return Named.parse(row)
}

/** Takes a name away again; the version itself stays. @throws {DomainError} `not-found` when it is gone already. */
export async function dropVersionName(useCase: UseCase, sectionId: string, nameId: string): Promise<void> {
  await withTransaction(useCase.sql, async (tx) => {
    const { version } = await readVersionName(tx, sectionId, nameId)
    await tx`delete from section_named_version where id = ${nameId}`
    await recordEvent(
      { ...useCase, sql: tx },
      { action: 'section.version-name-dropped', objectType: 'section', objectId: sectionId, details: { nameId, version } },
    )
  })
}
