import type { Queryable } from '#app/platform/database/sql.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import type { IncidentAttributes } from '#schemas/document.ts'

/** A text may only point to what is registered. @throws {DomainError} `invalid-input`: `unknown-source-item`, `unknown-incident`. */
export async function mustBeKnown(
  tx: Queryable,
  { items, incidents }: { items: readonly string[]; incidents: readonly IncidentAttributes[] },
): Promise<void> {
  if (items.length > 0) {
    const known = await tx`select id from source_item where id = any(${[...items]}::uuid[])`
    if (known.length < items.length) throw new DomainError('invalid-input', 'unknown-source-item')
  }
  for (const { incidentId, contextCardId } of incidents) {
    const [card] = await tx`select 1 from context_card where id = ${contextCardId} and incident_id = ${incidentId}`
    if (!card) throw new DomainError('invalid-input', 'unknown-incident')
  }
}
