import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import { findByAddress } from './find-by-address.server.ts'
import { readNote } from './read-note.ts'
import { sourceItemColumns } from './source-item-columns.server.ts'
import { SourceItem } from './source-item.ts'

/** Most notes at a time. */
export const mostNotes = 50

export const NotesAsked = z.object({ notes: z.array(z.string().min(1).max(5000)).min(1).max(mostNotes) })

/** What the register may hold of a note. */
export type NoteMatch = {
  note: string
  /** Likeliest first, at most three. */
  suggestions: SourceItem[]
  /** The note is an address and nothing else, and one item has it: nobody needs to choose. */
  certain: boolean
  locator: string
}

/**
 * Looks for the sources of notes in the register: by address or DOI, however either is written, and otherwise by how many words of a title stand in
 * the note. Confidential items are never suggested: a note that names them should not stand in a text.
 */
export async function matchNotes(useCase: Pick<UseCase, 'sql'>, notes: readonly string[]): Promise<NoteMatch[]> {
  const matches: NoteMatch[] = []
  for (const note of notes) {
    const { reference, locator, words, onlyAddress } = readNote(note)
    const known = reference ? SourceItem.array().parse(await findByAddress(useCase, reference.url)) : []
    const suggestions = known.length > 0 ? known : await likelyItems(useCase, words)
    matches.push({ note, suggestions: suggestions.slice(0, 3), certain: onlyAddress && known.length === 1, locator })
  }
  return matches
}

/** Of a title's words this share must stand in the note. */
const leastShare = 0.7

/** Items whose title the words of a note hold for the most part. */
async function likelyItems({ sql }: Pick<UseCase, 'sql'>, words: string): Promise<SourceItem[]> {
  const said = wordsOf(words)
  // The longest are the rarest; there is no need to ask for all.
  const rare = [...said].filter((word) => word.length > 3).sort((one, other) => other.length - one.length)
  if (rare.length === 0) return []
  const like = rare.slice(0, 12).map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
  const rows = await sql`
    select ${sourceItemColumns(sql)} from source_item join source on source.id = source_item.source_id
    where confidentiality = 'public' and lower(title) like any(${like}) order by source_item.created_at desc, source_item.id limit 500`
  return SourceItem.array()
    .parse([...rows])
    .map((item) => ({ item, likeness: likenessOf(item, said) }))
    .filter(({ likeness }) => likeness > 0)
    .sort((one, other) => other.likeness - one.likeness)
    .map(({ item }) => item)
}

/** More for a longer title, a publisher and a year that are named too; 0 for a title that is for the most part not there. */
function likenessOf({ title, publisher, published }: SourceItem, said: ReadonlySet<string>): number {
  const share = (text: string) => {
    const all = [...wordsOf(text)]
    return { all, there: all.filter((word) => said.has(word)) }
  }
  const { all, there } = share(title)
  if (all.length === 0 || there.length / all.length < leastShare) return 0
  const named = share(publisher).there.length > 0
  // One word, such as "Report", says nothing by itself.
  if (there.length < 2 && !named) return 0
  return there.length + (named ? 2 : 0) + (published && said.has(published.slice(0, 4)) ? 1 : 0) + there.length / all.length
}

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
