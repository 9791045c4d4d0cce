import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import { Id } from '#schemas/values.ts'

const Change = z.object({
  id: z.coerce.number(),
  itemId: Id.nullable(),
  item: z.string().nullable(),
  revision: z.number().int(),
  changedAt: z.date().transform((moment) => moment.toISOString()),
  changedBy: z.string(),
  changes: z.record(z.string(), z.object({ before: z.unknown(), after: z.unknown() })),
})
export type SourceChangeLine = z.infer<typeof Change>

/** How a source, its public items included, or one item came to be as it is; newest first, at most a hundred steps. */
export async function readHistory({ sql }: Pick<UseCase, 'sql'>, of: { sourceId: string } | { itemId: string }) {
  const where = 'itemId' in of ? sql`item_id = ${of.itemId}` : sql`source_change.source_id = ${of.sourceId}`
  const rows = await sql`
    select source_change.id, item_id as "itemId", source_item.title as item, source_change.revision, source_change.changed_at as "changedAt",
      app_user.name as "changedBy", changes
    from source_change
    join app_user on app_user.id = source_change.changed_by
    left join source_item on source_item.id = item_id
    where ${where}
    order by source_change.id desc limit 100`
  return Change.array().parse([...rows])
}
