import { describe, expect, it } from 'vitest'
import { createSourceItem } from '#app/services/sources/create-source-item.server.ts'
import { createSource } from '#app/services/sources/create-source.server.ts'
import { importReferences } from '#app/services/sources/import-references.server.ts'
import { previewImport } from '#app/services/sources/preview-import.server.ts'
import { readSourceItems } from '#app/services/sources/find-source-items.server.ts'
import { testDatabase } from '../support/database.ts'
import { addPerson, as } from '../support/people.ts'

describe('importing references', () => {
  const db = testDatabase()
  const author = async () => as(db.sql, await addPerson(db.sql, 'author'))
  const items = async () => Number((await db.sql`select count(*) from source_item`)[0]?.count)
  const sources = async () => Number((await db.sql`select count(*) from source`)[0]?.count)
  const report = (title: string, publisher: string, more = {}) => ({ type: 'report', title, publisher, ...more })
  const file = (...entries: unknown[]) => JSON.stringify(entries)

  it('shows what would happen and stores nothing', async () => {
    const useCase = await author()
    const sourceId = await createSource(useCase, { name: 'Human Rights Watch (HRW)', kind: 'ngo' })
    const itemId = await createSourceItem(useCase, { sourceId, title: 'World Report 2025', url: 'https://example.org/wr' })
    const before = [await items(), await sources()]
    const preview = await previewImport(
      useCase,
      file(
        report('Iets nieuws', 'human rights watch'),
        report('Anders genoemd', 'Nieuw Bureau', { URL: 'http://www.example.org/wr/#x' }),
        report('World Report: 2025', 'HRW Press'),
        report('Iets nieuws', 'Human Rights Watch'),
        { type: 'report', publisher: 'Zonder titel' },
      ),
    )
    expect(preview.lines).toMatchObject([
      { entry: 1, source: { id: sourceId }, duplicates: [], sameAs: null },
      { entry: 2, source: null, duplicates: [{ id: itemId }], sameAs: null },
      { entry: 3, source: null, duplicates: [{ id: itemId }], sameAs: null },
      { entry: 4, source: { id: sourceId }, duplicates: [], sameAs: 1 },
    ])
    expect(preview.problems).toMatchObject([{ entry: 5, code: 'no-title' }])
    expect([await items(), await sources()]).toEqual(before)
  })

  it('takes over what was chosen, with each new source once, and says so in the audit', async () => {
    const useCase = await author()
    const text = file(
      report('Een', 'Vers Bureau'),
      report('Twee', 'vers bureau', { DOI: '10.1000/Q' }),
      report('Drie', 'Ander Vers Bureau'),
    )
    const { itemIds, sources: added } = await importReferences(useCase, {
      file: text,
      chosen: [
        { entry: 1, duplicates: 0 },
        { entry: 2, duplicates: 0 },
      ],
    })
    expect(added).toBe(1)
    expect(await readSourceItems(useCase, itemIds)).toMatchObject([
      { title: 'Een', publisher: 'Vers Bureau', accessedOn: '2026-11-01', confidential: false },
      { title: 'Twee', publisher: 'Vers Bureau', url: 'https://doi.org/10.1000/q' },
    ])
    const [event] = await db.sql`select details from audit_event where action = 'sources.imported'`
    expect(event?.details).toEqual({ format: 'csl-json', items: 2, sources: 1 })
  })

  it('saves all of it or none: one that cannot be read or is not there keeps the rest out', async () => {
    const useCase = await author()
    const before = [await items(), await sources()]
    const text = file(report('Goed', 'Nooit Bureau'), { type: 'report', publisher: 'Nooit Bureau' })
    for (const entry of [2, 9]) {
      await expect(
        importReferences(useCase, {
          file: text,
          chosen: [
            { entry: 1, duplicates: 0 },
            { entry, duplicates: 0 },
          ],
        }),
      ).rejects.toMatchObject({ detail: 'not-in-file' })
    }
    expect([await items(), await sources()]).toEqual(before)
  })

  it('takes nothing over when someone has just added the same, unless it was shown', async () => {
    const useCase = await author()
    const second = as(db.sql, await addPerson(db.sql, 'auteur2@demo.example'))
    const text = file(report('Gelijktijdig', 'Wedloop Bureau'), report('Ook', 'Wedloop Bureau'))
    const chosen = [
      { entry: 1, duplicates: 0 },
      { entry: 2, duplicates: 0 },
    ]
    const outcomes = await Promise.allSettled([
      importReferences(useCase, { file: text, chosen }),
      importReferences(second, { file: text, chosen }),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = outcomes.find((it) => it.status === 'rejected') as PromiseRejectedResult
    expect(refused.reason).toMatchObject({ detail: 'more-duplicates', data: { entries: [1, 2] } })
    const sure = chosen.map(({ entry }) => ({ entry, duplicates: 1 }))
    expect((await importReferences(second, { file: text, chosen: sure })).itemIds).toHaveLength(2)
  })
})
