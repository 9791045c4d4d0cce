import { beforeAll, describe, expect, it } from 'vitest'
import type { UseCase } from '#app/platform/context.server.ts'
import { createSource } from '#app/services/sources/create-source.server.ts'
import { createSourceItem } from '#app/services/sources/create-source-item.server.ts'
import { matchNotes } from '#app/services/sources/match-notes.server.ts'
import { readNote } from '#app/services/sources/read-note.ts'
import { testDatabase } from '../support/database.ts'
import { addPerson, as } from '../support/people.ts'

describe('what a note says of its source', () => {
  it.each([
    [
      'https://www.hrw.org/world-report/2024',
      { url: 'https://www.hrw.org/world-report/2024', locator: '', words: '', only: true },
    ],
    [
      'Human Rights Watch, World Report 2024, https://www.hrw.org/world-report/2024, p. 12–14, geraadpleegd op 3 februari 2026.',
      {
        url: 'https://www.hrw.org/world-report/2024',
        locator: 'p. 12–14',
        words: 'Human Rights Watch, World Report 2024',
        only: false,
      },
    ],
    [
      'Wetsdecreet 30 van 2007, artikel 3.',
      { url: undefined, locator: 'artikel 3', words: 'Wetsdecreet 30 van 2007', only: false },
    ],
    ['doi:10.1000/xyz123', { url: 'https://doi.org/10.1000/xyz123', locator: '', words: '', only: true }],
    ['EUAA (https://example.org/a), blz. 7', { url: 'https://example.org/a', locator: 'blz. 7', words: 'EUAA', only: false }],
    ['[9]', { url: undefined, locator: '', words: '[9]', only: false }],
    ['Stap 3 van het plan', { url: undefined, locator: '', words: 'Stap 3 van het plan', only: false }],
  ])('%s', (note, { url, locator, words, only }) => {
    const read = readNote(note)
    expect({ url: read.reference?.url, locator: read.locator, words: read.words, only: read.onlyAddress }).toEqual({
      url,
      locator,
      words,
      only,
    })
  })
})

describe('finding the source of a note in the register', () => {
  const db = testDatabase()
  let author: UseCase
  let items: Record<'report' | 'decree' | 'article' | 'secret', string>
  beforeAll(async () => {
    author = as(db.sql, await addPerson(db.sql, 'author'))
    const { id: sourceId } = { id: await createSource(author, { name: 'Human Rights Watch (HRW)', kind: 'ngo' }) }
    const add = (input: object) => createSourceItem(author, { sourceId, ...input })
    items = {
      report: await add({ title: 'World Report', published: '2024', url: 'https://www.hrw.org/world-report/2024' }),
      decree: await add({ title: 'Legislative Decree on military service', published: '2007-05-03' }),
      article: await add({ title: 'Conscription in practice', doi: '10.1000/xyz123' }),
      secret: await add({ title: 'Decree on military service seen by a witness', confidentiality: 'confidential' }),
    }
  })
  const ids = async (note: string) => (await matchNotes(author, [note]))[0]!.suggestions.map((item) => item.id)

  it('by address or DOI, however it is written; certain only where the note is nothing else', async () => {
    const [bare, told, doi] = await matchNotes(author, [
      'http://hrw.org/world-report/2024/?utm_source=x',
      'HRW, p. 3, https://www.hrw.org/world-report/2024',
      'Zie https://dx.doi.org/10.1000/XYZ123',
    ])
    expect(bare).toMatchObject({ certain: true, suggestions: [{ id: items.report }] })
    expect(told).toMatchObject({ certain: false, locator: 'p. 3', suggestions: [{ id: items.report }] })
    expect(doi).toMatchObject({ certain: false, suggestions: [{ id: items.article }] })
  })

  it('by the words of the title, with publisher or a second word; never a confidential one', async () => {
    expect(await ids('Legislative decree on military service, art. 3')).toEqual([items.decree])
    expect(await ids('HRW, World Report, 2024')).toEqual([items.report])
    expect(await ids('A report of nobody')).toEqual([])
    expect(await ids('[9]')).toEqual([])
    expect(await ids('100% _ \\')).toEqual([])
  })
})
