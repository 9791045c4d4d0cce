import type { JSONValue } from 'postgres'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import type { SectionDocument } from '#schemas/document.ts'

/** Keeps a text that lost the race to save, or came when the section was closed, once: the same text sent again is the same copy. Call inside a transaction. @returns the copy's id. */
export async function keepCopy(
  useCase: UseCase,
  { sectionId, baseVersion, document }: { sectionId: string; baseVersion: number; document: SectionDocument },
): Promise<string> {
  const { sql, actor, clock } = useCase
  const json = sql.json(document as JSONValue)
  const [there] = await sql<{ id: string }[]>`
    select id from section_kept_copy
    where section_id = ${sectionId} and user_id = ${actor.id} and settled_at is null and document = ${json}::jsonb`
  if (there) return there.id
  const [kept] = await sql<{ id: string }[]>`
    insert into section_kept_copy (section_id, user_id, base_version, document, kept_at)
    values (${sectionId}, ${actor.id}, ${baseVersion}, ${json}, ${clock()}) returning id`
  await recordEvent(useCase, {
    action: 'section.copy-kept',
    objectType: 'section',
    objectId: sectionId,
    details: { baseVersion },
  })
  return kept!.id
}
