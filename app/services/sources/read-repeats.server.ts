import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import { Id } from '#schemas/values.ts'

const Repeat = z.object({ id: Id, name: z.string(), note: z.string() })

/** Whom a source repeats, and who repeats it, by name. */
export async function readRepeats({ sql }: Pick<UseCase, 'sql'>, sourceId: string) {
  const originals = await sql`
    select source.id, name, note from source_repeat join source on source.id = original_id
    where source_id = ${sourceId} order by lower(name)`
  const repeaters = await sql`
    select source.id, name, note from source_repeat join source on source.id = source_id
    where original_id = ${sourceId} order by lower(name)`
  return { originals: Repeat.array().parse([...originals]), repeaters: Repeat.array().parse([...repeaters]) }
}
