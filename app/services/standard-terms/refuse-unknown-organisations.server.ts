import type { Queryable } from '#app/platform/database/sql.server.ts'
import { DomainError } from '#app/platform/errors.ts'

/** Who asked is an organisation that is known here (table organisation). @throws {DomainError} `invalid-input` (`unknown-organisation`). */
export async function refuseUnknownOrganisations(tx: Queryable, codes: readonly string[]): Promise<void> {
  const [unknown] = await tx`
    select 1 from unnest(${codes as string[]}::text[]) given (code) where code not in (select code from organisation)`
  if (unknown) throw new DomainError('invalid-input', 'unknown-organisation')
}
