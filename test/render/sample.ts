import type { DocumentNode } from '#schemas/document.ts'
import { ReleaseContent, type CitedItem } from '#schemas/release.ts'
import golden from '../editor/golden-1.json' with { type: 'json' }
import type { ContextFigures } from '#schemas/context-card.ts'

export const ids = {
  report: '0b5ad9f3-6f6c-4a36-9d0a-2f5cf5ef3a01',
  incident: '0b5ad9f3-6f6c-4a36-9d0a-2f5cf5ef3a02',
  card: '0b5ad9f3-6f6c-4a36-9d0a-2f5cf5ef3a03',
  secret: '0b5ad9f3-6f6c-4a36-9d0a-2f5cf5ef3a04',
  bare: '0b5ad9f3-6f6c-4a36-9d0a-2f5cf5ef3a05',
}

/** What must never be read anywhere of the confidential source. */
export const secrets = ['Gesprek met klokkenluider', 'Stichting Geheim', 'https://geheim.example', 'kamer 12', 'ik werk bij']

export const item = (changes: Partial<CitedItem> = {}): CitedItem => ({
  id: ids.report,
  title: 'World Report 2026',
  publisher: 'Human Rights Watch',
  kind: 'ngo',
  published: '2026-01-15',
  accessedOn: '2026-11-22',
  url: 'https://www.hrw.org/world-report/2026',
  language: 'en',
  independenceGroup: null,
  confidential: false,
  ...changes,
})

export const secretItem = item({
  id: ids.secret,
  title: secrets[0]!,
  publisher: secrets[1]!,
  url: `${secrets[2]}/a`,
  published: '2026-03-02',
  confidential: true,
})

export const figures: ContextFigures = {
  dataset: 'ucdp-ged',
  datasetCitation: 'UCDP GED 20.1, Uppsala (Högbladh 2021), CC BY 4.0',
  kind: 'one-sided',
  country: 'SYR',
  admin1: 'Homs',
  period: { from: '2019-01-01', to: '2019-11-30' },
  previous: { from: '2018-01-01', to: '2018-11-30' },
  events: 1214,
  eventsPrevious: 1480,
  deathsLow: 90,
  deathsBest: 100,
  deathsHigh: 120,
  deathsBestPrevious: 200,
  months: [],
  limits: 'Alleen dodelijk geweld.',
  computedOn: '2026-11-20',
}

/** A small release with one section of every kind of block, two sources and an incident. */
export function sampleRelease(nodes?: DocumentNode[], changes: Partial<ReleaseContent> = {}): ReleaseContent {
  return ReleaseContent.parse({
    format: 'herkomst-release/1',
    number: 'SYR-2026-1',
    title: 'Algemeen ambtsbericht Syrië',
    kind: 'general',
    country: { code: 'SYR', nameNl: 'Syrië', nameEn: 'Syria' },
    language: 'nl',
    notice: 'Demonstratietekst – geen ambtsbericht',
    period: { from: '2019-01-01', to: '2019-11-30' },
    releasedAt: '2026-11-22T23:30:00Z',
    sections: [
      {
        id: '0b5ad9f3-6f6c-4a36-9d0a-2f5cf5ef3b01',
        number: '3.2',
        title: 'Militaire dienst',
        path: [{ number: '3', title: 'Mensenrechten' }],
        asOf: '2026-11-01',
        approvedOn: '2026-11-03',
        questions: [{ key: 'q', kind: 'law', wording: 'Wat zegt de wet over desertie?', themes: ['conscription'] }],
        document: nodes ? { type: 'doc', content: nodes } : structuredClone(golden),
      },
    ],
    items: { [ids.report]: item(), [ids.secret]: secretItem },
    incidents: {
      [ids.incident]: {
        id: ids.incident,
        dataset: 'ucdp-ged',
        externalId: '266113',
        kind: 'one-sided',
        summaryNl: '',
        summaryEn: 'Civilians killed near a market.',
        country: 'SYR',
        admin1: 'Homs',
        admin2: 'Ar Rastan',
        place: 'Teir Maaleh',
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
      },
    },
    cards: { [ids.card]: { id: ids.card, incidentId: ids.incident, figures, note: '', noContextReason: null } },
    ...changes,
  })
}

export const text = (words: string): DocumentNode => ({ type: 'text', text: words })
export const paragraph = (...content: DocumentNode[]): DocumentNode => ({ type: 'paragraph', attrs: { kind: 'fact' }, content })
export const citation = (sourceItemId: string, attrs: Record<string, unknown> = {}): DocumentNode => ({
  type: 'citation',
  attrs: { sourceItemId, locator: '', support: 'supports', quote: null, ...attrs },
})
/** A sentence that rests on the confidential source, with a place and words that would give it away. */
export const secretSentence = paragraph(text('Zo gaat het.'), citation(ids.secret, { locator: secrets[3], quote: secrets[4] }))
