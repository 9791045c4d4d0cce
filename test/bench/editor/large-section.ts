import type { Installation } from '#app/platform/context.server.ts'
import { actorByEmail } from '#app/services/accounts/actor-by-email.server.ts'
import { createContextCard } from '#app/services/incidents/create-context-card.server.ts'
import { findIncidents } from '#app/services/incidents/find-incidents.server.ts'
import { saveDocument } from '#app/services/sections/save-document.server.ts'
import { createSource } from '#app/services/sources/create-source.server.ts'
import { createSourceItem } from '#app/services/sources/create-source-item.server.ts'
import { countWords } from '#editor/document/count-words.ts'
import { newBlockId } from '#editor/document/schema.ts'
import type { DocumentNode, SectionDocument } from '#schemas/document.ts'
import { documentOf } from '../../support/released.ts'
import { someReport } from '../../support/terms.ts'

const size = { words: 10_000, citations: 200, incidents: 20, items: 40 }
const sentencesInParagraph = 6

const sentences = [
  'De veiligheidssituatie in de hoofdstad bleef in de verslagperiode volgens meerdere waarnemers gespannen maar overwegend rustig.',
  'In het noorden van het land hielden gewapende groepen wegversperringen in stand, waardoor reizigers grote omwegen maakten.',
  'De grondwet verbiedt discriminatie op grond van afkomst, maar een wet die dat verbod uitwerkt is nog niet aangenomen.',
  'Volgens een plaatselijke mensenrechtenorganisatie werden in het voorjaar tientallen mensen zonder aanklacht vastgehouden.',
  'De regering heeft een commissie ingesteld die klachten over het optreden van de politie onderzoekt en daarover jaarlijks verslag doet.',
  'Over de praktijk in de oostelijke provincies is weinig bekend, omdat onafhankelijke waarnemers daar geen toegang hebben.',
  'Ontheemden keerden in kleine aantallen terug naar hun dorpen, waar veel huizen en waterputten nog beschadigd waren.',
  'Rechtbanken in de grote steden werken, al duurt het vaak maanden voordat een zaak voor de eerste keer wordt behandeld.',
  'Een vrouw die aangifte doet van huiselijk geweld, wordt in de praktijk vaak eerst naar haar familie teruggestuurd.',
  'De tarieven voor reisdocumenten zijn verhoogd, en de wachttijd bij het kantoor in de hoofdstad liep op tot een half jaar.',
]

export type LargeSection = { sectionId: string; document: SectionDocument; words: number; cookieOf: `${string}@demo.example` }

/** Brings a section of 10,000 words with 200 citations and 20 incident blocks about through the real services, in a report of its own. */
export async function fillLargeSection({ sql, clock }: Pick<Installation, 'sql' | 'clock'>): Promise<LargeSection> {
  const asPerson = async (email: string) => ({ sql, clock, actor: await actorByEmail(sql, email), origin: 'bench' })
  const author = await asPerson('auteur@demo.example')
  const reportId = await someReport(await asPerson('beleid@demo.example'), author, {
    countryCode: 'TCD',
    periodFrom: '2018-01-01',
    periodTo: '2018-12-31',
  })
  const [section] = await sql<{ id: string }[]>`
    select section.id from section_document join section on section.id = section_id where report_id = ${reportId} order by number limit 1`
  const items: string[] = []
  for (let number = 1; number <= size.items; number++) {
    const sourceId = await createSource(author, { name: `Bureau voor metingen ${number} (BM${number})`, kind: 'ngo' })
    items.push(await createSourceItem(author, { sourceId, title: `Jaarverslag ${number}`, published: '2018' }))
  }
  const { incidents } = await findIncidents(author, { limit: size.incidents })
  const placed: DocumentNode[] = []
  for (let number = 0; number < size.incidents; number++) {
    const incidentId = incidents[number % incidents.length]!.id
    const contextCardId = await createContextCard(author, { incidentId, note: 'Voor de meting van de snelheid.' })
    placed.push({ type: 'incident', attrs: { id: newBlockId(), incidentId, contextCardId } })
  }
  const document = documentOf(...withIncidents(paragraphs(items), placed))
  const sectionId = section!.id
  await saveDocument(author, { sectionId, baseVersion: 0, document })
  return { sectionId, document, words: countWords(document), cookieOf: 'auteur@demo.example' }
}

/** Paragraphs until there are enough words, with the citations spread evenly over their sentences. */
function paragraphs(items: readonly string[]): DocumentNode[] {
  const all: string[] = []
  for (let words = 0; words < size.words; words += all.at(-1)!.split(' ').length)
    all.push(sentences[all.length % sentences.length]!)
  let cited = 0
  const cite = (place: number): DocumentNode[] => {
    if (Math.floor(((place + 1) * size.citations) / all.length) === cited) return []
    const sourceItemId = items[cited++ % items.length]!
    return [{ type: 'citation', attrs: { sourceItemId, locator: `p. ${cited}`, support: 'supports', quote: null } }]
  }
  const blocks: DocumentNode[] = []
  for (let first = 0; first < all.length; first += sentencesInParagraph) {
    const content = all.slice(first, first + sentencesInParagraph).flatMap((text, place) => {
      const citation = cite(first + place)
      return [
        { type: 'text', text: citation.length > 0 ? text.slice(0, -1) : `${text} ` },
        ...citation,
        ...(citation.length > 0 ? [{ type: 'text', text: '. ' }] : []),
      ]
    })
    blocks.push({ type: 'paragraph', attrs: { id: newBlockId(), kind: 'fact' }, content })
  }
  return blocks
}

/** An incident after every so many paragraphs. */
function withIncidents(blocks: readonly DocumentNode[], incidents: readonly DocumentNode[]): DocumentNode[] {
  const apart = Math.floor(blocks.length / incidents.length)
  return blocks.flatMap((block, place) => {
    const number = (place + 1) / apart - 1
    const incident = Number.isInteger(number) ? incidents[number] : undefined
    return incident ? [block, incident] : [block]
  })
}
