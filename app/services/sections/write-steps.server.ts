import type { JSONValue } from 'postgres'
import { EDITOR_VERSION } from '#editor/document/schema.ts'
import type { UseCase } from '#app/platform/context.server.ts'

/**
 * Writes steps that were checked, after `version`, and that their author had a hand in the text. Call inside the transaction that checked them.
 * @param steps.takesPart whether it is their text too: who only suggests leaves it to others, and can still judge it.
 */
export async function writeSteps(
  { sql: tx, actor, clock }: UseCase,
  {
    sectionId,
    version,
    clientId,
    steps,
    takesPart = true,
  }: { sectionId: string; version: number; clientId: string; steps: readonly unknown[]; takesPart?: boolean },
): Promise<void> {
  const now = clock()
  await Promise.all([
    tx`
      insert into section_step (section_id, version, step, author_id, client_id, editor_version, at)
      select ${sectionId}, ${version} + place, step, ${actor.id}, ${clientId}, ${EDITOR_VERSION}, ${now}
      from jsonb_array_elements(${tx.json(steps as JSONValue)}) with ordinality as given (step, place)`,
    // The moment is worth a write once a minute, not with every key.
    takesPart &&
      tx`
      insert into section_contribution (section_id, user_id, last_saved_at) values (${sectionId}, ${actor.id}, ${now})
      on conflict (section_id, user_id) do update set last_saved_at = excluded.last_saved_at
      where section_contribution.last_saved_at < excluded.last_saved_at - interval '1 minute'`,
  ])
}
