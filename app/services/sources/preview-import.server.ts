import type { UseCase } from '#app/platform/context.server.ts'
import { addressKey } from './reference-address.ts'
import { findDuplicates } from './find-duplicates.server.ts'
import { parseReferences } from './references/parse-references.ts'
import type { ParsedReferences, ReferenceEntry } from './references/reference.ts'
import type { SourceItem } from './source-item.ts'

/** A publication that could be taken over, and what the register knows already. */
export type ImportLine = ReferenceEntry & {
  /** The source it would belong to; null where that would be a new one. */
  source: { id: string; name: string } | null
  /** Items that look the same. */
  duplicates: SourceItem[]
  /** Which entry of this file says the same; null when none does. */
  sameAs: number | null
}
export type ImportPreview = Omit<ParsedReferences, 'entries'> & { lines: ImportLine[] }

/** What an import of this file would do. Stores nothing. */
export async function previewImport(useCase: Pick<UseCase, 'sql'>, file: string): Promise<ImportPreview> {
  const { entries, ...parsed } = parseReferences(file)
  const known = await sourcesByName(useCase)
  const seen = new Map<string, number>()
  const lines: ImportLine[] = []
  for (const entry of entries) {
    const keys = keysOf(entry)
    const sameAs = keys.flatMap((key) => seen.get(key) ?? [])[0] ?? null
    for (const key of keys) if (!seen.has(key)) seen.set(key, entry.entry)
    const { title, url, doi } = entry
    lines.push({
      ...entry,
      source: known(entry.publisher) ?? null,
      duplicates: await findDuplicates(useCase, { title, url: url ?? undefined, doi: doi ?? undefined }),
      sameAs,
    })
  }
  return { ...parsed, lines }
}

/** What makes two entries of one file the same. */
function keysOf({ title, publisher, published, url, doi }: ReferenceEntry): string[] {
  const address = url && addressKey(url)
  return [doi && `doi ${doi}`, address && `address ${address}`, `title ${plain(title)} ${plain(publisher)} ${published}`].filter(
    (key): key is string => Boolean(key),
  )
}

const plain = (name: string) =>
  name
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(' ') ?? ''

/**
 * Finds a source by its name, whatever its capitals and marks; a name in full also by itself without its abbreviation: "Human Rights Watch" is
 * "Human Rights Watch (HRW)".
 */
export async function sourcesByName({ sql }: Pick<UseCase, 'sql'>) {
  const rows = await sql<{ id: string; name: string }[]>`select id, name from source where not anonymous order by created_at, id`
  const byName = new Map<string, { id: string; name: string }>()
  const withoutAbbreviation = (name: string) => plain(name.replace(/\s*\([^()]*\)\s*$/, ''))
  for (const key of [plain, withoutAbbreviation])
    for (const { id, name } of rows) if (key(name) !== '' && !byName.has(key(name))) byName.set(key(name), { id, name })
  return (name: string) => byName.get(plain(name)) ?? byName.get(withoutAbbreviation(name))
}
