import { describe, expect, it } from 'vitest'
import { DomainError } from '#app/platform/errors.ts'
import { createSourceItem } from '#app/services/sources/create-source-item.server.ts'
import { createSource } from '#app/services/sources/create-source.server.ts'
import { findDuplicates } from '#app/services/sources/find-duplicates.server.ts'
import { findSourceItems, readSourceItems } from '#app/services/sources/find-source-items.server.ts'
import { listSourceItems } from '#app/services/sources/list-sources.server.ts'
import { readSource } from '#app/services/sources/read-source.server.ts'
import { testDatabase } from '../support/database.ts'
import { addPerson, as } from '../support/people.ts'

describe('the source register', () => {
  const db = testDatabase()
  const author = async () => as(db.sql, await addPerson(db.sql, 'author'))

  it('finds items by every word of title, publisher, year or address, newest first, and takes signs literally', async () => {
    const useCase = await author()
    const sourceId = await createSource(useCase, { name: 'Syrian Observatory', kind: 'ngo' })
    const id = await createSourceItem(useCase, {
      sourceId,
      title: '100% of_detention',
      published: '2019-07',
      url: 'https://example.org/report',
    })
    for (const text of ['', 'detention', 'OBSERVATORY', '2019', 'example.org', 'observatory detention 2019', '100%', 'of_d']) {
      expect(
        (await findSourceItems(useCase, text, 5)).map((item) => item.id),
        text,
      ).toEqual([id])
    }
    for (const text of ['100_', 'of%detention', 'detention elsewhere'])
      expect(await findSourceItems(useCase, text, 5), text).toEqual([])
    expect(await listSourceItems(useCase, { text: 'detention', page: 1 })).toMatchObject({ total: 1, items: [{ id, usedIn: 0 }] })
    expect(await listSourceItems(useCase, { text: 'detention', page: 9 })).toMatchObject({ total: 1, items: [] })
  })

  it('has each name once, in whatever case', async () => {
    const useCase = await author()
    await createSource(useCase, { name: 'Een bureau', kind: 'ngo' })
    await expect(createSource(useCase, { name: ' een BUREAU ', kind: 'media' })).rejects.toMatchObject({
      detail: 'source-name-taken',
    })
  })

  it('stores of a confidential source nothing but a label and dates, and tells nobody whose it is', async () => {
    const useCase = await author()
    const sourceId = await createSource(useCase, { name: 'Zegsman in de hoofdstad', kind: 'oral' })
    const id = await createSourceItem(useCase, {
      sourceId,
      title: 'Gesprek met de directeur',
      published: '2026-05',
      accessedOn: '2026-05-03',
      url: 'https://secret.example/person',
      language: 'ar',
      licence: 'secret',
      reliabilityNote: 'neef van de minister',
      confidentiality: 'confidential',
    })
    const [row] = await db.sql`
      select source_item.*, source.anonymous, source.kind from source_item join source on source.id = source_id where source_item.id = ${id}`
    expect(row).toMatchObject({
      title: 'Vertrouwelijke bron',
      url: null,
      language: null,
      licence: null,
      reliability_note: '',
      published: '2026-05',
      anonymous: true,
      kind: 'oral',
    })
    expect(row!.source_id, 'it does not point to who it is').not.toBe(sourceId)
    expect(JSON.stringify(row)).not.toMatch(/directeur|secret|minister/)
    const shown = [
      ...(await readSourceItems(useCase, [id])),
      ...(await findSourceItems(useCase, 'Vertrouwelijke', 5)),
      ...(await listSourceItems(useCase, { text: 'vertrouwelijke', page: 1 })).items,
    ]
    expect(shown).toHaveLength(3)
    expect(JSON.stringify(shown)).not.toContain('Zegsman')
    expect(await findSourceItems(useCase, 'Zegsman', 5), 'not found by the name of who it is').toEqual([])
    expect((await readSource(useCase, sourceId)).items, 'not shown on the page of who it is').toEqual([])
    const events = await db.sql`select details from audit_event where object_id = ${id}`
    expect(events.map((event) => event.details)).toEqual([{ sourceId: row!.source_id }])
    await expect(
      readSource(useCase, row!.source_id as string),
      'there is no page on which they stand together',
    ).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  it('shows of a confidential source no title that came in by another way', async () => {
    const useCase = await author()
    const sourceId = await createSource(useCase, { name: 'Andere zegsman', kind: 'oral' })
    const id = await createSourceItem(useCase, { sourceId, title: '', confidentiality: 'confidential' })
    await db.sql`update source_item set title = 'Gesprek met de burgemeester' where id = ${id}`
    expect(await readSourceItems(useCase, [id])).toMatchObject([{ title: 'Vertrouwelijke bron' }])
    expect(await findSourceItems(useCase, 'burgemeester', 5)).toEqual([])
  })

  it('suggests items with the same address or title', async () => {
    const useCase = await author()
    const sourceId = await createSource(useCase, { name: 'Nog een bureau', kind: 'ngo' })
    const id = await createSourceItem(useCase, { sourceId, title: 'Jaarverslag', url: 'https://example.org/a/' })
    const ids = async (title: string, url?: string) => (await findDuplicates(useCase, { title, url })).map((item) => item.id)
    expect(await ids('JAARVERSLAG')).toEqual([id])
    expect(await ids('Anders', 'https://example.org/a')).toEqual([id])
    expect(await ids('Anders', 'http://www.EXAMPLE.org/a?utm_source=mail#hoofdstuk-2')).toEqual([id])
    expect(await ids('Jaar–verslag!')).toEqual([])
    expect(await ids('« Jaarverslag »')).toEqual([id])
    expect(await ids('Anders', 'https://example.org/b')).toEqual([])
  })

  it('refuses what no source can be', async () => {
    const useCase = await author()
    const sourceId = await createSource(useCase, { name: 'Laatste bureau', kind: 'ngo' })
    await expect(createSourceItem(useCase, { sourceId, title: ' ' })).rejects.toBeInstanceOf(DomainError)
    for (const wrong of [
      { url: 'javascript:alert(1)' },
      { published: '2019-13' },
      { accessedOn: '2026-02-30' },
      { language: '"' },
    ]) {
      await expect(createSourceItem(useCase, { sourceId, title: 'x', ...wrong }), JSON.stringify(wrong)).rejects.toThrow()
    }
    await expect(
      createSourceItem(useCase, { sourceId: '0b5ad9f3-6f6c-4a36-9d0a-2f5cf5ef3a01', title: 'x' }),
    ).rejects.toMatchObject({ detail: 'unknown-source' })
    for (const id of [undefined, 'x', '0b5ad9f3-6f6c-4a36-9d0a-2f5cf5ef3a01']) {
      await expect(readSource(useCase, id)).rejects.toMatchObject({ code: 'not-found' })
    }
  })
})
