import { blockText, citationsOf } from '#editor/document/schema.ts'
import { IncidentAttributes, ParagraphAttributes, type DocumentNode } from '#schemas/document.ts'
import type { ReleaseContent, ReleasedSection } from '#schemas/release.ts'
import type { PassageDocument } from '../engine.ts'
import { describeContext, describeIncident } from './incident-documents.ts'

/**
 * Every citable passage of a release: a paragraph, quotation, list or table with its place in the whole, and every placed incident with what it is
 * against the whole. Of sources only their number and kinds go along: titles, addresses and locators stay in the release.
 * @param superseded ids of sections that a newer release holds.
 */
export function documentsOfRelease(
  content: ReleaseContent,
  releaseId: string,
  superseded: ReadonlySet<string> = new Set(),
): PassageDocument[] {
  return content.sections.flatMap((section) => passagesOfSection(content, section, releaseId, !superseded.has(section.id)))
}

function passagesOfSection(
  content: ReleaseContent,
  section: ReleasedSection,
  releaseId: string,
  current: boolean,
): PassageDocument[] {
  const passages: PassageDocument[] = []
  const country = content.language === 'nl' ? content.country.nameNl : content.country.nameEn
  const titled = ({ number, title }: { number: string; title: string }) => `${number} ${title}`.trim()
  const place = [country, ...section.path.map(titled), titled(section)]
  let heading: string | undefined
  for (const block of section.document.content) {
    if (block.type === 'heading') {
      heading = blockText(block) || undefined
      continue
    }
    const anchor = typeof block.attrs?.id === 'string' ? block.attrs.id : undefined
    const passage = passageOf(content, block)
    // A block without an id cannot be pointed at, so it cannot be cited.
    if (!anchor || !passage?.text) continue
    const cited = new Set(citationsOf({ type: 'doc', content: [block] }).map((it) => it.sourceItemId))
    const items = [...cited].flatMap((id) => content.items[id] ?? [])
    passages.push({
      type: 'passage',
      id: `${releaseId}_${anchor}`,
      releaseId,
      releaseNumber: content.number,
      releasedOn: content.releasedAt.slice(0, 10),
      reportTitle: content.title,
      notice: content.notice,
      country: content.country.code,
      language: content.language,
      breadcrumb: heading ? [...place, heading] : place,
      sectionNumber: section.number,
      anchor,
      ...passage,
      questions: section.questions.map(({ wording }) => wording),
      themes: [...new Set(section.questions.flatMap(({ themes }) => themes))],
      asOf: section.asOf,
      factsFrom: content.period.from,
      factsTo: content.period.to,
      sourceCount: items.length,
      sourceKinds: [...new Set(items.map(({ kind }) => kind))],
      current,
    })
  }
  return passages
}

function passageOf(content: ReleaseContent, block: DocumentNode): Pick<PassageDocument, 'kind' | 'text'> | undefined {
  switch (block.type) {
    case 'paragraph':
      return { kind: ParagraphAttributes.parse(block.attrs ?? {}).kind, text: blockText(block) }
    case 'blockquote':
      return { kind: 'quote', text: blockText(block) }
    case 'bulletList':
    case 'orderedList':
      return { kind: 'list', text: blockText(block) }
    case 'table':
      return { kind: 'table', text: blockText(block) }
    case 'incident': {
      const { incidentId, contextCardId } = IncidentAttributes.parse(block.attrs)
      const incident = content.incidents[incidentId]
      const card = content.cards[contextCardId]
      if (!incident || !card) return undefined
      const text = [describeIncident(incident, content.language), describeContext(card, content.language)]
      return { kind: 'incident', text: text.join(' ') }
    }
    default:
      return undefined
  }
}
