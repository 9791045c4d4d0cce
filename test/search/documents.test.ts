import { describe, expect, it } from 'vitest'
import { documentOfIncident } from '#search/documents/incident-documents.ts'
import { documentsOfRelease } from '#search/documents/release-documents.ts'
import { IncidentDocument, PassageDocument } from '#search/engine.ts'
import { confidentialTitle, confidentialUrl, ids, incidentRecord, releaseContent } from './release-sample.ts'

const documents = documentsOfRelease(releaseContent(), ids.release)
const byKind = (kind: string) => documents.find((it) => it.kind === kind)

describe('the documents of a release', () => {
  it('are one for each paragraph, list, table, quotation and placed incident, with its anchor, and none for headings and empty blocks', () => {
    expect(documents.map((it) => `${it.kind} ${it.anchor}`)).toEqual([
      'synthesis baaaaaaaaa1',
      'fact baaaaaaaaa3',
      'list baaaaaaaaa4',
      'table baaaaaaaaa5',
      'incident baaaaaaaaa6',
      'quote baaaaaaaaa7',
      'gap baaaaaaaaa8',
    ])
    for (const document of documents) PassageDocument.parse(document)
  })

  it('say where they stand, with the heading they stand under', () => {
    expect(byKind('synthesis')?.breadcrumb).toEqual(['Syrië', '3 Mensenrechten', '3.2 Vrouwen'])
    expect(byKind('fact')?.breadcrumb).toEqual(['Syrië', '3 Mensenrechten', '3.2 Vrouwen', 'Wetgeving'])
  })

  it('hold the words without citations, and the number and kinds of different sources', () => {
    const fact = byKind('fact')!
    expect(fact.text).toBe('De wet verbiedt het. In de praktijk gebeurt het.')
    expect(fact.sourceCount).toBe(2)
    expect(fact.sourceKinds.sort()).toEqual(['ngo', 'oral'])
    expect(byKind('gap')).toMatchObject({ sourceCount: 0, sourceKinds: [] })
  })

  it('have the themes and wording of the questions, the as-of date of the section and the period of the facts', () => {
    expect(byKind('fact')).toMatchObject({
      themes: ['women', 'sgbv'],
      questions: ['Wat is de positie van vrouwen?', 'Komt gedwongen huwelijk voor?'],
      asOf: '2026-10-15',
      factsFrom: '2025-01-01',
      factsTo: '2026-10-31',
      releasedOn: '2026-11-01',
      notice: null,
      current: true,
    })
  })

  it('show a placed incident together with what it is against the whole', () => {
    expect(byKind('incident')?.text).toContain('342 gebeurtenissen in Idlib')
    expect(byKind('incident')?.text).toContain('Niet alles wordt gemeld.')
  })

  it('never hold a title, address, locator or quotation of a source, confidential or not', () => {
    const everything = JSON.stringify(documents)
    for (const secret of [confidentialTitle, confidentialUrl, 'Rapport over vrouwen', 'p. 12', 'geheim citaat']) {
      expect(everything).not.toContain(secret)
    }
  })

  it('are no longer current when a newer release holds their section', () => {
    const old = documentsOfRelease(releaseContent(), ids.release, new Set([ids.section]))
    expect(old.every((it) => !it.current)).toBe(true)
  })
})

describe('the document of an incident', () => {
  it('is found by both languages, place and actors, and holds the three estimates', () => {
    const document = documentOfIncident(incidentRecord(), { nameNl: 'Syrië', nameEn: 'Syria' })
    IncidentDocument.parse(document)
    expect(document.text).toContain('eenzijdig geweld tegen burgers')
    expect(document.text).toContain('one-sided violence against civilians')
    expect(document.text).toContain('Syrië, Syria')
    expect(document).toMatchObject({
      id: `incident_${ids.incident}`,
      deathsLow: 3,
      deathsBest: 5,
      deathsHigh: 8,
      themes: ['security'],
    })
    expect(document.actors).toEqual(['Government of Syria', 'Civilians'])
  })
})
