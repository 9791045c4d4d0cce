import { describe, expect, it } from 'vitest'
import { createContextCard } from '#app/services/incidents/create-context-card.server.ts'
import { gatherSources } from '#app/services/releases/gather-sources.server.ts'
import { createSourceItem } from '#app/services/sources/create-source-item.server.ts'
import { createSource } from '#app/services/sources/create-source.server.ts'
import { emptyDocument, newBlockId } from '#editor/document/schema.ts'
import type { CitedItem } from '#schemas/release.ts'
import { textOf } from '../sections/section.ts'
import { testDatabase } from '../support/database.ts'
import { addPerson, as } from '../support/people.ts'
import { anIncident } from './incident.ts'

describe('what documents rest on', () => {
  const db = testDatabase()

  it('is the public face of what they cite, each item once, over all documents', async () => {
    const author = as(db.sql, await addPerson(db.sql, 'author'))
    const sourceId = await createSource(author, { name: 'Voorbeeldraad', kind: 'ngo', independenceGroup: 'raad' })
    const url = 'https://voorbeeld.example/jaar'
    const dates = { published: '2025-07', accessedOn: '2026-10-01' }
    const first = await createSourceItem(author, { sourceId, title: 'Jaarbericht', url, language: 'en', ...dates })
    const second = await createSourceItem(author, { sourceId, title: 'Maandbericht' })
    await createSourceItem(author, { sourceId, title: 'Niet aangehaald' })
    const { items } = await gatherSources(db.sql, [textOf('een', first, second), textOf('twee', second)])
    expect(Object.keys(items)).toEqual([first, second])
    expect(items[first]).toEqual({
      id: first,
      title: 'Jaarbericht',
      publisher: 'Voorbeeldraad',
      kind: 'ngo',
      published: '2025-07',
      accessedOn: '2026-10-01',
      url,
      language: 'en',
      independenceGroup: 'raad',
      confidential: false,
    } satisfies CitedItem)
  })

  it('never tells who a confidential source is, even where the register held more than it should', async () => {
    const author = as(db.sql, await addPerson(db.sql, 'author'))
    const sourceId = await createSource(author, { name: 'Geheime Naam', kind: 'oral', independenceGroup: 'geheime-groep' })
    const id = await createSourceItem(author, { sourceId, confidentiality: 'confidential', published: '2026-09', title: 'x' })
    await db.sql`update source_item set title = 'Geheim gesprek', language = 'ku', reliability_note = 'Geheim' where id = ${id}`
    const gathered = await gatherSources(db.sql, [textOf('vertrouwelijk', id)])
    expect(gathered.items[id]).toMatchObject({
      title: 'Vertrouwelijke bron',
      publisher: 'Vertrouwelijke bron',
      kind: 'oral',
      published: '2026-09',
      url: null,
      language: null,
      independenceGroup: null,
      confidential: true,
    })
    expect(JSON.stringify(gathered)).not.toMatch(/geheim/i)
  })

  it('has every placed incident with the very card it was placed with', async () => {
    const author = as(db.sql, await addPerson(db.sql, 'author'))
    const incidentId = await anIncident(db.sql)
    const placed = await createContextCard(author, { incidentId, noContextReason: 'Het enige bericht over deze plaats.' })
    await createContextCard(author, { incidentId, noContextReason: 'Een latere kaart die niet is geplaatst.' })
    const document = {
      ...emptyDocument(),
      content: [{ type: 'incident', attrs: { id: newBlockId(), incidentId, contextCardId: placed } }],
    }
    const { incidents, cards, items } = await gatherSources(db.sql, [document])
    expect(incidents[incidentId]).toMatchObject({ id: incidentId, country: 'SYR', place: 'Voorbeeldstad' })
    expect(Object.keys(cards)).toEqual([placed])
    expect(cards[placed]).toMatchObject({ incidentId, figures: null, noContextReason: 'Het enige bericht over deze plaats.' })
    expect(items).toEqual({})
  })

  it('is nothing for empty documents', async () => {
    expect(await gatherSources(db.sql, [emptyDocument()])).toEqual({ items: {}, incidents: {}, cards: {} })
    expect(await gatherSources(db.sql, [])).toEqual({ items: {}, incidents: {}, cards: {} })
  })
})
