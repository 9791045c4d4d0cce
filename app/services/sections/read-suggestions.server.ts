import { z } from 'zod'
import { sectionSchema } from '#editor/document/schema.ts'
import { suggestionsIn, type Suggestion } from '#editor/suggestions/overview.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import type { SectionDocument } from '#schemas/document.ts'
import { Id } from '#schemas/values.ts'

const Maker = z.object({ id: Id, authorId: Id, author: z.string(), madeAt: z.date().transform((at) => at.toISOString()) })
/** Who made a suggestion, and when (ISO). */
export type SuggestionMaker = z.infer<typeof Maker>
/** What a suggestion changes, without where it stands in one state of a text. */
export type OpenSuggestion = Pick<Suggestion, 'id' | 'blockId' | 'inserted' | 'removed' | 'changed' | 'blocks'>

/** Who made the suggestions of a section that nobody decided about yet. */
export async function readSuggestionMakers({ sql }: Pick<UseCase, 'sql'>, sectionId: string): Promise<SuggestionMaker[]> {
  const rows = await sql`
    select suggestion.id, author_id as "authorId", app_user.name as author, made_at as "madeAt"
    from suggestion join app_user on app_user.id = author_id
    where section_id = ${sectionId} and outcome is null order by made_at, suggestion.id`
  return Maker.array().parse([...rows])
}

/** The suggestions in a text, in the order they begin. */
export const openSuggestions = (document: SectionDocument): OpenSuggestion[] =>
  suggestionsIn(sectionSchema.nodeFromJSON(document)).map(({ id, blockId, inserted, removed, changed, blocks }) => ({
    id,
    blockId,
    inserted,
    removed,
    changed,
    blocks,
  }))
