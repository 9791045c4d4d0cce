import { randomUUID } from 'node:crypto'
import type { IncidentDocument, PassageDocument, SearchRequest } from '#search/engine.ts'

const releaseId = '6f1f5f0e-1d53-4c2b-9a39-0d5c3c1f7a01'

/** A passage with only what a test is about. */
export const passage = (id: string, text: string, changes: Partial<PassageDocument> = {}): PassageDocument => ({
  type: 'passage',
  id: `${releaseId}_${id}`,
  releaseId,
  releaseNumber: 'SYR-2026-1',
  releasedOn: '2026-11-01',
  reportTitle: 'Algemeen ambtsbericht Syrië',
  notice: null,
  country: 'SYR',
  language: 'nl',
  breadcrumb: ['Syrië', '3 Mensenrechten', '3.2 Vrouwen'],
  sectionNumber: '3.2',
  anchor: id,
  kind: 'fact',
  text,
  questions: [],
  themes: ['women'],
  asOf: '2026-11-01',
  factsFrom: '2025-01-01',
  factsTo: '2026-10-31',
  sourceCount: 2,
  sourceKinds: ['ngo'],
  current: true,
  ...changes,
})

/** An incident with only what a test is about. */
export const incident = (externalId: string, changes: Partial<IncidentDocument> = {}): IncidentDocument => {
  const incidentId = changes.incidentId ?? randomUUID()
  return {
    type: 'incident',
    id: `incident_${incidentId}`,
    incidentId,
    dataset: 'ucdp-ged',
    externalId,
    country: 'SYR',
    kind: 'one-sided',
    admin1: 'Idlib',
    admin2: null,
    place: 'Maarat al-Numan',
    actors: ['Government of Syria', 'Civilians'],
    text: changes.summaryNl ?? 'eenzijdig geweld tegen burgers',
    summaryNl: '',
    summaryEn: '',
    factsFrom: '2019-03-12',
    factsTo: '2019-03-12',
    deathsLow: 3,
    deathsBest: 5,
    deathsHigh: 8,
    themes: ['security'],
    sourceCount: 1,
    ...changes,
  }
}

/** A request with the page's defaults. */
export const ask = (query: string, changes: Partial<SearchRequest> = {}): SearchRequest => ({
  query,
  types: ['passage', 'incident'],
  offset: 0,
  limit: 20,
  ...changes,
})
