import type { DemoReport } from '#schemas/demo-report.ts'
import { PartialDate } from '#schemas/values.ts'
import { createSourceItem } from '../sources/create-source-item.server.ts'
import { createSource } from '../sources/create-source.server.ts'
import type { Cast } from './cast.ts'

/** Registers a demonstration text's sources, one source per publisher. @returns finds the item's id by the text's own key. */
export async function loadSources(cast: Cast, sources: DemoReport['sources']): Promise<(key: string) => string> {
  const { sql } = cast.author
  const itemIds = new Map<string, string>()
  for (const source of sources) {
    const [known] = await sql`select id from source where lower(name) = lower(${source.publisher})`
    const sourceId =
      (known?.id as string | undefined) ??
      (await createSource(cast.author, { name: source.publisher, kind: source.kind, reliabilityNote: source.reliabilityNote }))
    const published = PartialDate.safeParse(source.published)
    itemIds.set(
      source.key,
      await createSourceItem(cast.author, {
        sourceId,
        title: source.title,
        published: published.success ? published.data : null,
        accessedOn: '2026-11-22',
        url: source.url,
        language: source.language,
        licence: source.licence,
        reliabilityNote: source.reliabilityNote,
        confidentiality: 'public',
      }),
    )
  }
  return (key) => {
    const id = itemIds.get(key)
    if (!id) throw new Error(`the text cites ${key}, which is not among its sources`)
    return id
  }
}
