import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import { Id } from '#schemas/values.ts'
import { CoordinatorTopic } from '#schemas/vocabulary.ts'

const Owner = z.object({ id: Id, name: z.string(), topics: z.array(CoordinatorTopic) })
export type Owner = z.infer<typeof Owner>

/** Who can take on an action: policy staff and coordinators, with the subjects that coordinators look after. */
export async function readOwners({ sql }: Pick<UseCase, 'sql'>): Promise<Owner[]> {
  return z.array(Owner).parse(
    await sql`
    select app_user.id, name, coalesce(max(topics) filter (where role = 'coordinator'), '{}') as topics
    from app_user join user_role on user_id = app_user.id
    where active and role in ('policy', 'coordinator')
    group by app_user.id order by name, app_user.id`,
  )
}

export async function isOwner({ sql }: Pick<UseCase, 'sql'>, userId: string): Promise<boolean> {
  const [row] = await sql`
    select 1 from app_user join user_role on user_id = app_user.id
    where app_user.id = ${userId} and active and role in ('policy', 'coordinator') limit 1`
  return row !== undefined
}
