import type { JSONValue } from 'postgres'
import { AuditEvent } from '#schemas/audit.ts'
import type { Actor } from '#app/policies/actor.ts'
import type { UseCase } from '../context.server.ts'

type Entry = AuditEvent extends infer E ? (E extends AuditEvent ? Omit<E, 'result'> & { result?: E['result'] } : never) : never

type Recording = Omit<UseCase, 'actor'> & { actor: Pick<Actor, 'id'> | null }

/**
 * Writes what happened, in the transaction of the change itself: pass the transaction's `sql`.
 * `actor` may be null only for what happens before anyone is signed in or at the command line.
 */
export async function recordEvent({ sql, actor, clock, origin }: Recording, entry: Entry): Promise<void> {
  const { action, objectType, objectId, result, details } = AuditEvent.parse({ result: 'done', ...entry })
  await sql`
    insert into audit_event (at, actor_id, origin, action, object_type, object_id, result, details)
    values (${clock()}, ${actor?.id ?? null}, ${origin}, ${action}, ${objectType}, ${objectId}, ${result}, ${sql.json(details as JSONValue)})`
}
