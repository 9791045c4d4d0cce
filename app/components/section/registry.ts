import type { CitationFace, IncidentFace, Lookup } from '#editor/ui/lookup.ts'
import { datesOf, placeOf } from '#app/components/context-card.tsx'
import { formatDay, formatNumber } from '#app/i18n/format.ts'
import { sectionTexts } from '#app/i18n/sections.ts'
import type { PlacedIncident } from '#app/services/sections/read-placed-incidents.server.ts'
import type { SourceItem } from '#app/services/sources/source-item.ts'
import type { IncidentAttributes } from '#schemas/document.ts'
import type { Language } from '#schemas/vocabulary.ts'

/** "SOHR 2019": an abbreviation in brackets if the name has one, else the name, shortened; and the year. */
export function citationFace(item: SourceItem, language: Language): CitationFace {
  const abbreviation = /\(([\p{Lu}\d][\p{L}\d&-]{1,11})\)/u.exec(item.publisher)?.[1]
  const name = abbreviation ?? (item.publisher.length > 28 ? `${item.publisher.slice(0, 26)}…` : item.publisher)
  const date = item.published ?? item.accessedOn
  return {
    label: [name, date?.slice(0, 4)].filter(Boolean).join(' '),
    title: [item.publisher, item.title, date && formatDay(date, language)].filter(Boolean).join(' – '),
  }
}

/** "12 maart 2019 · Idlib" with what it is against the whole. */
export function incidentFace({ incident, card }: PlacedIncident, language: Language): IncidentFace {
  const text = sectionTexts[language]
  const number = (value: number) => formatNumber(value, language)
  return {
    line: `${datesOf(incident, language)} · ${placeOf(incident)}`,
    whole: card.figures
      ? text.oneOf(number(card.figures.events), number(card.figures.eventsPrevious))
      : text.noContext(card.noContextReason ?? ''),
    note: card.note,
  }
}

/** What the section's text points to, growing as things are inserted or pasted; the editor's views look here. */
export class Registry implements Lookup {
  private readonly items = new Map<string, SourceItem>()
  private readonly incidents = new Map<string, PlacedIncident>()
  private readonly listeners = new Set<() => void>()
  private revision = 0

  constructor(
    private readonly language: Language,
    items: readonly SourceItem[],
    incidents: readonly PlacedIncident[],
  ) {
    this.add(items, incidents)
  }

  add(items: readonly SourceItem[], incidents: readonly PlacedIncident[]): void {
    for (const item of items) this.items.set(item.id, item)
    for (const placed of incidents) this.incidents.set(placed.card.id, placed)
    this.revision++
    for (const listener of this.listeners) listener()
  }

  item = (id: string) => this.items.get(id)
  /** Whether the card says what that incident is against the whole, or why nobody can; one this page has not met yet is not doubted. */
  hasContext = ({ incidentId, contextCardId }: IncidentAttributes) => {
    const placed = this.incidents.get(contextCardId)
    if (!placed) return true
    return placed.incident.id === incidentId && (placed.card.figures !== null || !!placed.card.noContextReason)
  }
  hasIncident = (cardId: string) => this.incidents.has(cardId)
  /** Counts changes, so that React sees them. */
  snapshot = () => this.revision

  citation = (id: string) => {
    const item = this.items.get(id)
    return item && citationFace(item, this.language)
  }
  incident = (cardId: string) => {
    const placed = this.incidents.get(cardId)
    return placed && incidentFace(placed, this.language)
  }
  subscribe = (changed: () => void) => {
    this.listeners.add(changed)
    return () => void this.listeners.delete(changed)
  }
}
