import { describe, expect, it } from 'vitest'
import { archiveCopy, largestCopy, readCopy } from '#app/services/sources/archive-copy.server.ts'
import { changeSourceItem, checkSourceItem } from '#app/services/sources/change-source-item.server.ts'
import { changeSource } from '#app/services/sources/change-source.server.ts'
import { createSourceItem } from '#app/services/sources/create-source-item.server.ts'
import { createSource } from '#app/services/sources/create-source.server.ts'
import { findSourceItems } from '#app/services/sources/find-source-items.server.ts'
import { listSourceNames } from '#app/services/sources/list-sources.server.ts'
import { readHistory } from '#app/services/sources/read-history.server.ts'
import { readSourceItem } from '#app/services/sources/read-source-item.server.ts'
import { readSource, readSourceRecord } from '#app/services/sources/read-source.server.ts'
import { registerItem } from '#app/services/sources/register-item.server.ts'
import { repeatSource, stopRepeating } from '#app/services/sources/repeat-source.server.ts'
import { testDatabase } from '../support/database.ts'
import { addPerson, as } from '../support/people.ts'

const db = testDatabase()
const author = async () => as(db.sql, await addPerson(db.sql, 'author'))
let made = 0
const aSource = async (changes = {}) => createSource(await author(), { name: `Bron ${++made}`, kind: 'ngo', ...changes })
const count = async (table: string) => Number((await db.sql`select count(*) from ${db.sql(table)}`)[0]?.count)

describe('changing a source', () => {
  it('keeps every field, who changed it, and what it was', async () => {
    const useCase = await author()
    const sourceId = await aSource({ who: 'Een organisatie.', languages: ['nl'] })
    const before = await readSourceRecord(useCase, sourceId)
    const { revision } = await changeSource(useCase, {
      ...before,
      sourceId,
      who: 'Een organisatie met veldwerkers.',
      how: 'Interviews.',
      languages: 'nl, ar',
    })
    expect(revision).toBe(2)
    expect(await readSourceRecord(useCase, sourceId)).toMatchObject({ how: 'Interviews.', languages: ['nl', 'ar'], revision: 2 })
    expect(await readHistory(useCase, { sourceId })).toMatchObject([
      {
        revision: 2,
        changedBy: useCase.actor.name,
        changes: {
          who: { before: 'Een organisatie.', after: 'Een organisatie met veldwerkers.' },
          how: { before: '', after: 'Interviews.' },
          languages: { before: ['nl'], after: ['nl', 'ar'] },
        },
      },
    ])
    const [event] = await db.sql`select details from audit_event where action = 'source.changed' and object_id = ${sourceId}`
    expect(event?.details).toEqual({ revision: 2, fields: ['who', 'how', 'languages'] })
  })

  it('refuses the second of two people and shows what stands there now', async () => {
    const useCase = await author()
    const second = as(db.sql, await addPerson(db.sql, 'auteur2@demo.example'))
    const sourceId = await aSource()
    const before = await readSourceRecord(useCase, sourceId)
    const outcomes = await Promise.allSettled([
      changeSource(useCase, { ...before, sourceId, what: 'Eerste' }),
      changeSource(second, { ...before, sourceId, what: 'Tweede' }),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = outcomes.find((it) => it.status === 'rejected') as PromiseRejectedResult
    expect(refused.reason).toMatchObject({ code: 'conflict', detail: 'revision', data: { current: { revision: 2 } } })
    expect(await readHistory(useCase, { sourceId })).toHaveLength(1)
  })

  it('changes nothing when it is saved as it stands, and gives no two sources one name', async () => {
    const useCase = await author()
    const sourceId = await aSource()
    await aSource({ name: 'Bezette naam' })
    const before = await readSourceRecord(useCase, sourceId)
    expect(await changeSource(useCase, { ...before, sourceId, revision: 99 })).toEqual({ revision: 1 })
    await expect(changeSource(useCase, { ...before, sourceId, name: 'BEZETTE naam' })).rejects.toMatchObject({
      detail: 'source-name-taken',
    })
    expect((await readSourceRecord(useCase, sourceId)).revision).toBe(1)
  })

  it('has a history that nobody rewrites', async () => {
    const useCase = await author()
    const sourceId = await aSource()
    await changeSource(useCase, { ...(await readSourceRecord(useCase, sourceId)), sourceId, why: 'Om te berichten.' })
    await expect(db.sql`update source_change set changes = '{}'`).rejects.toThrow(/append-only/)
    await expect(db.sql`delete from source_change`).rejects.toThrow(/append-only/)
  })

  it('never reaches the anonymous sources behind confidential items', async () => {
    const useCase = await author()
    const [anonymous] = await db.sql`select id, name, kind from source where anonymous limit 1`
    const sourceId = anonymous!.id as string
    await expect(changeSource(useCase, { sourceId, revision: 1, name: 'De minister', kind: 'oral' })).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(repeatSource(useCase, { sourceId, originalId: await aSource() })).rejects.toMatchObject({ code: 'not-found' })
    await expect(createSourceItem(useCase, { sourceId, title: 'Openbaar' })).rejects.toMatchObject({ detail: 'unknown-source' })
    expect(JSON.stringify(await listSourceNames(useCase))).not.toContain(sourceId)
  })
})

describe('who repeats whom', () => {
  it('makes the one that repeats and its original count as one', async () => {
    const useCase = await author()
    const [agency, paper, other] = [await aSource({ name: 'Persbureau' }), await aSource(), await aSource()]
    await repeatSource(useCase, { sourceId: paper, originalId: agency, note: 'alle berichten uit het noorden' })
    await repeatSource(useCase, { sourceId: other, originalId: agency })
    expect(await readSource(useCase, paper)).toMatchObject({
      source: { independenceGroup: 'Persbureau', revision: 2 },
      originals: [{ id: agency, note: 'alle berichten uit het noorden' }],
      group: [{ id: other }, { id: agency }],
    })
    expect((await readSource(useCase, agency)).repeaters.map(({ id }) => id).sort()).toEqual([paper, other].sort())
    await stopRepeating(useCase, { sourceId: paper, originalId: agency })
    const after = await readSource(useCase, paper)
    expect(after.originals).toEqual([])
    expect(after.source.independenceGroup, 'whether they still count as one is for a person to say').toBe('Persbureau')
  })

  it('goes one way only, also by way of others', async () => {
    const useCase = await author()
    const [a, b, c] = [await aSource(), await aSource(), await aSource()]
    await repeatSource(useCase, { sourceId: a, originalId: b })
    await repeatSource(useCase, { sourceId: b, originalId: c })
    await expect(repeatSource(useCase, { sourceId: c, originalId: a })).rejects.toMatchObject({ detail: 'repeats-back' })
    await expect(repeatSource(useCase, { sourceId: a, originalId: a })).rejects.toMatchObject({ detail: 'repeats-itself' })
  })
})

describe('changing a publication', () => {
  it('keeps its dates apart: published, consulted, last checked', async () => {
    const useCase = await author()
    const sourceId = await aSource()
    const itemId = await createSourceItem(useCase, { sourceId, title: 'Verslag', published: '2025', accessedOn: '2026-10-01' })
    await checkSourceItem(useCase, itemId)
    expect((await readSourceItem(useCase, itemId)).item).toMatchObject({
      published: '2025',
      accessedOn: '2026-10-01',
      checkedOn: '2026-11-01',
      revision: 2,
    })
    await checkSourceItem(useCase, itemId)
    expect(await readHistory(useCase, { itemId }), 'the same day again changes nothing').toHaveLength(1)
    await expect(changeSourceItem(useCase, { itemId, revision: 1, title: 'Anders' })).rejects.toMatchObject({
      detail: 'revision',
      data: { current: { revision: 2, title: 'Verslag' } },
    })
    await expect(changeSourceItem(useCase, { itemId, revision: 2, title: ' ' })).rejects.toMatchObject({ detail: 'title-needed' })
    await changeSourceItem(useCase, { itemId, revision: 2, title: 'Verslag', doi: '10.1000/ABC' })
    expect((await readSourceItem(useCase, itemId)).item).toMatchObject({ doi: '10.1000/abc', checkedOn: null, revision: 3 })
  })

  it('changes of a confidential one its dates only, and writes nothing else down', async () => {
    const useCase = await author()
    const itemId = await createSourceItem(useCase, {
      sourceId: await aSource(),
      confidentiality: 'confidential',
      published: '2026',
    })
    await changeSourceItem(useCase, {
      itemId,
      revision: 1,
      title: 'Gesprek met de directeur',
      url: 'https://secret.example',
      reliabilityNote: 'neef',
      published: '2026-05',
    })
    const [row] = await db.sql`select * from source_item where id = ${itemId}`
    expect(row).toMatchObject({ title: 'Vertrouwelijke bron', url: null, reliability_note: '', published: '2026-05' })
    expect(JSON.stringify(await readHistory(useCase, { itemId }))).not.toMatch(/directeur|secret|neef/)
    expect((await readHistory(useCase, { itemId }))[0]!.changes).toEqual({ published: { before: '2026', after: '2026-05' } })
  })

  it('can never make a confidential item point to a named source, not even in the database', async () => {
    const useCase = await author()
    const named = await aSource()
    const itemId = await createSourceItem(useCase, { sourceId: named, confidentiality: 'confidential' })
    await expect(db.sql`update source_item set source_id = ${named} where id = ${itemId}`).rejects.toThrow(/anonymous/)
  })
})

describe('registering from a form', () => {
  it('stores of a confidential source not even the name that was typed', async () => {
    const useCase = await author()
    const outcome = await registerItem(useCase, {
      title: 'Gesprek met mevrouw X',
      publisher: 'Geheime Stichting',
      kind: 'oral',
      published: '2026-05',
      url: 'https://geheim.example',
      confidentiality: 'confidential',
    })
    expect(outcome).toHaveProperty('itemId')
    const [found] = await db.sql`select count(*) from source where name ilike '%geheim%'`
    expect(Number(found?.count)).toBe(0)
    const [item] = await db.sql`select title, url from source_item where id = ${(outcome as { itemId: string }).itemId}`
    expect(item).toEqual({ title: 'Vertrouwelijke bron', url: null })
  })
})

describe('a pasted address or DOI', () => {
  it('finds the item that has it, however it is written', async () => {
    const useCase = await author()
    const sourceId = await aSource()
    const page = await createSourceItem(useCase, { sourceId, title: 'Pagina', url: 'https://www.Example.net/a%20b/?y=1&x=2' })
    const paper = await createSourceItem(useCase, { sourceId, title: 'Artikel', doi: '10.1000/Xyz.9' })
    const resolver = await createSourceItem(useCase, { sourceId, title: 'Met adres', url: 'https://dx.doi.org/10.2000/q' })
    const ids = async (text: string) => (await findSourceItems(useCase, text)).map(({ id }) => id)
    for (const text of ['http://example.net/a%20b?x=2&y=1', ' <https://www.example.net/a%20b/?y=1&x=2&utm_source=x#top> '])
      expect(await ids(text), text).toEqual([page])
    for (const text of [
      '10.1000/XYZ.9',
      'doi:10.1000/xyz.9',
      'https://doi.org/10.1000/xyz.9',
      'https://dx.doi.org/10.1000/xyz.9.',
    ])
      expect(await ids(text), text).toEqual([paper])
    expect(await ids('10.2000/q')).toEqual([resolver])
    expect(await ids('https://example.net/a%20b?x=3')).toEqual([])
  })
})

describe('a kept copy', () => {
  const file = (words: string) => new TextEncoder().encode(words)

  it('is kept once with its checksum, comes back byte for byte, and is never changed or erased', async () => {
    const useCase = await author()
    const itemId = await createSourceItem(useCase, { sourceId: await aSource(), title: 'Pagina' })
    const first = await archiveCopy(useCase, { itemId, fileName: 'C:\\mappen\\pagina "1".html', content: file('<p>hier</p>') })
    expect(first).toMatchObject({ added: true, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string })
    expect(await archiveCopy(useCase, { itemId, fileName: 'weer.html', content: file('<p>hier</p>') })).toMatchObject({
      id: first.id,
      added: false,
    })
    expect((await readSourceItem(useCase, itemId)).copies).toMatchObject([{ fileName: 'pagina 1.html', size: 11 }])
    const copy = await readCopy(useCase, { itemId, copyId: first.id })
    expect(copy.content.toString()).toBe('<p>hier</p>')
    await expect(db.sql`update archived_copy set content = 'x'`).rejects.toThrow(/append-only/)
    await expect(db.sql`delete from archived_copy`).rejects.toThrow(/append-only/)
    const [event] = await db.sql`select details from audit_event where action = 'source-item.archived' and object_id = ${itemId}`
    expect(event?.details).toEqual({ copyId: first.id, sha256: first.sha256, size: 11 })
  })

  it('is refused when it is nothing, too much, of an unknown kind, of a confidential source, or of no item', async () => {
    const useCase = await author()
    const sourceId = await aSource()
    const itemId = await createSourceItem(useCase, { sourceId, title: 'Pagina' })
    const secret = await createSourceItem(useCase, { sourceId, confidentiality: 'confidential' })
    const before = await count('archived_copy')
    const attempt = (fileName: string, content: Uint8Array, id: string | undefined = itemId) =>
      archiveCopy(useCase, { itemId: id, fileName, content })
    await expect(attempt('a.pdf', file(''))).rejects.toMatchObject({ detail: 'copy-empty' })
    await expect(attempt('a.pdf', new Uint8Array(largestCopy + 1))).rejects.toMatchObject({ detail: 'copy-too-large' })
    for (const name of ['a.exe', 'zonder', 'a.pdf.js', '']) {
      await expect(attempt(name, file('x')), name).rejects.toMatchObject({ detail: 'copy-type' })
    }
    await expect(attempt('a.pdf', file('x'), secret)).rejects.toMatchObject({ detail: 'copy-confidential' })
    await expect(attempt('a.pdf', file('x'), 'x')).rejects.toMatchObject({ code: 'not-found' })
    expect(await count('archived_copy')).toBe(before)
    await expect(readCopy(useCase, { itemId, copyId: itemId })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('says so when its bytes are no longer those that were kept', async () => {
    const useCase = await author()
    const itemId = await createSourceItem(useCase, { sourceId: await aSource(), title: 'Pagina' })
    const { id } = await archiveCopy(useCase, { itemId, fileName: 'a.txt', content: file('zo was het') })
    await db.sql`alter table archived_copy disable trigger archived_copy_is_append_only`
    await db.sql`update archived_copy set content = 'zo is het niet' where id = ${id}`
    await db.sql`alter table archived_copy enable trigger archived_copy_is_append_only`
    await expect(readCopy(useCase, { itemId, copyId: id })).rejects.toMatchObject({ detail: 'copy-damaged' })
  })
})
