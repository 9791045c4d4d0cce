import type { JSONValue } from 'postgres'
import type { UseCase } from '#app/platform/context.server.ts'

/** What a field was and became. */
export type FieldChange = { before: unknown; after: unknown }

/** The fields that differ, by name; empty when none does. */
export function changesBetween<T extends Record<string, unknown>>(before: T, after: { [K in keyof T]?: unknown }) {
  const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
  const changes: Record<string, FieldChange> = {}
  for (const [name, value] of Object.entries(after))
    if (!same(before[name], value)) changes[name] = { before: before[name] ?? null, after: value ?? null }
  return changes
}

/** Writes what was changed in the history of a source or of one of its items. Call it in the change's own transaction. */
export async function recordChange(
  { sql, actor, clock }: Pick<UseCase, 'sql' | 'actor' | 'clock'>,
  change: { sourceId: string; itemId: string | null; revision: number; changes: Record<string, FieldChange> },
): Promise<void> {
  await sql`
    insert into source_change (source_id, item_id, revision, changed_at, changed_by, changes)
    values (${change.sourceId}, ${change.itemId}, ${change.revision}, ${clock()}, ${actor.id}, ${sql.json(change.changes as JSONValue)})`
}
