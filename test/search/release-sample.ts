import type { ContextCard, IncidentRecord } from '#schemas/context-card.ts'
import type { DocumentNode } from '#schemas/document.ts'
import { ReleaseContent } from '#schemas/release.ts'

export const ids = {
  release: '6f1f5f0e-1d53-4c2b-9a39-0d5c3c1f7a01',
  section: '6f1f5f0e-1d53-4c2b-9a39-0d5c3c1f7a02',
  item: '6f1f5f0e-1d53-4c2b-9a39-0d5c3c1f7a03',
  confidential: '6f1f5f0e-1d53-4c2b-9a39-0d5c3c1f7a04',
  incident: '6f1f5f0e-1d53-4c2b-9a39-0d5c3c1f7a05',
  card: '6f1f5f0e-1d53-4c2b-9a39-0d5c3c1f7a06',
}
export const confidentialTitle = 'Gesprek met een plaatselijke advocaat'
export const confidentialUrl = 'https://intern.example/gesprek-17'

const words = (text: string): DocumentNode => ({ type: 'text', text })
const cite = (sourceItemId: string): DocumentNode => ({
  type: 'citation',
  attrs: { sourceItemId, locator: 'p. 12', support: 'supports', quote: 'geheim citaat' },
})
const paragraph = (id: string, kind: string, ...content: DocumentNode[]): DocumentNode => ({
  type: 'paragraph',
  attrs: { id, kind },
  content,
})
const cell = (type: string, text: string): DocumentNode => ({ type, content: [paragraph('bccccccccc1', 'fact', words(text))] })

export const incidentRecord = (): IncidentRecord => ({
  id: ids.incident,
  dataset: 'ucdp-ged',
  externalId: '282488',
  kind: 'one-sided',
  summaryNl: '',
  summaryEn: '',
  country: 'SYR',
  admin1: 'Idlib',
  admin2: null,
  place: 'Maarat al-Numan',
  placePrecision: 'exact',
  startedOn: '2019-03-12',
  endedOn: '2019-03-12',
  datePrecision: 'day',
  actorA: 'Government of Syria',
  actorB: 'Civilians',
  perpetratorClass: 'unknown',
  deathsLow: 3,
  deathsBest: 5,
  deathsHigh: 8,
  deathsCivilians: 5,
  deathsUnknown: 0,
  sourceCount: 1,
  flags: [],
})

const card: ContextCard = {
  id: ids.card,
  incidentId: ids.incident,
  note: '',
  noContextReason: null,
  figures: {
    dataset: 'ucdp-ged',
    datasetCitation: 'UCDP GED',
    kind: 'one-sided',
    country: 'SYR',
    admin1: 'Idlib',
    period: { from: '2019-01-01', to: '2019-06-30' },
    previous: { from: '2018-07-01', to: '2018-12-31' },
    events: 342,
    eventsPrevious: 417,
    deathsLow: 300,
    deathsBest: 400,
    deathsHigh: 600,
    deathsBestPrevious: 500,
    months: [],
    limits: 'Niet alles wordt gemeld.',
    computedOn: '2026-11-01',
  },
}

/** A release of one section with a block of every sort. */
export const releaseContent = (changes: Partial<ReleaseContent> = {}): ReleaseContent =>
  ReleaseContent.parse({
    format: 'herkomst-release/1',
    number: 'SYR-2026-1',
    title: 'Algemeen ambtsbericht Syrië',
    kind: 'general',
    country: { code: 'SYR', nameNl: 'Syrië', nameEn: 'Syria' },
    language: 'nl',
    notice: null,
    period: { from: '2025-01-01', to: '2026-10-31' },
    releasedAt: '2026-11-01T10:00:00Z',
    sections: [
      {
        id: ids.section,
        number: '3.2',
        title: 'Vrouwen',
        path: [{ number: '3', title: 'Mensenrechten' }],
        asOf: '2026-10-15',
        approvedOn: '2026-10-20',
        questions: [
          { key: 'women.position', kind: 'group', wording: 'Wat is de positie van vrouwen?', themes: ['women'] },
          { key: 'women.marriage', kind: 'practice', wording: 'Komt gedwongen huwelijk voor?', themes: ['women', 'sgbv'] },
        ],
        document: {
          type: 'doc',
          content: [
            paragraph('baaaaaaaaa1', 'synthesis', words('Het beeld is gemengd.')),
            { type: 'heading', attrs: { id: 'baaaaaaaaa2', level: 3 }, content: [words('Wetgeving')] },
            paragraph(
              'baaaaaaaaa3',
              'fact',
              words('De wet verbiedt het.'),
              cite(ids.item),
              words(' In de praktijk gebeurt het.'),
              cite(ids.confidential),
              cite(ids.item),
            ),
            {
              type: 'bulletList',
              attrs: { id: 'baaaaaaaaa4' },
              content: [{ type: 'listItem', content: [paragraph('bbbbbbbbbb1', 'fact', words('Erfrecht.'))] }],
            },
            {
              type: 'table',
              attrs: { id: 'baaaaaaaaa5' },
              content: [{ type: 'tableRow', content: [cell('tableHeader', 'Jaar'), cell('tableCell', '2025')] }],
            },
            { type: 'incident', attrs: { id: 'baaaaaaaaa6', incidentId: ids.incident, contextCardId: ids.card } },
            {
              type: 'blockquote',
              attrs: { id: 'baaaaaaaaa7' },
              content: [paragraph('bdddddddddd', 'quote', words('Wij wachten.'))],
            },
            paragraph('baaaaaaaaa8', 'gap', words('Over echtscheiding is niets gevonden.')),
            paragraph('baaaaaaaaa9', 'fact'),
          ],
        },
      },
    ],
    items: {
      [ids.item]: {
        id: ids.item,
        title: 'Rapport over vrouwen',
        publisher: 'Een ngo',
        kind: 'ngo',
        published: '2026',
        accessedOn: '2026-10-01',
        url: 'https://ngo.example/rapport',
        language: 'en',
        independenceGroup: null,
        confidential: false,
      },
      [ids.confidential]: {
        id: ids.confidential,
        title: confidentialTitle,
        publisher: 'vertrouwelijk',
        kind: 'oral',
        published: null,
        accessedOn: '2026-10-02',
        url: confidentialUrl,
        language: null,
        independenceGroup: null,
        confidential: true,
      },
    },
    incidents: { [ids.incident]: incidentRecord() },
    cards: { [ids.card]: card },
    ...changes,
  })
