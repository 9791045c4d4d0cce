import type { ContextCard, IncidentRecord } from '#schemas/context-card.ts'
import type { IncidentKind, Language, Theme } from '#schemas/vocabulary.ts'
import type { IncidentDocument } from '../engine.ts'

/** What kinds of incident are called in searches, which need not be how a page labels them. */
const kindWords: Record<IncidentKind, Record<Language, string>> = {
  'state-based': { nl: 'geweld waarbij een staat partij is', en: 'state-based violence' },
  'non-state': { nl: 'geweld tussen niet-statelijke gewapende groepen', en: 'violence between non-state armed groups' },
  'one-sided': { nl: 'eenzijdig geweld tegen burgers', en: 'one-sided violence against civilians' },
  'sexual-violence': { nl: 'seksueel geweld', en: 'sexual violence' },
  'attack-on-health-care': { nl: 'aanval op gezondheidszorg', en: 'attack on health care' },
  other: { nl: 'overig incident', en: 'other incident' },
}
const kindThemes: Record<IncidentKind, Theme[]> = {
  'state-based': ['security'],
  'non-state': ['security'],
  'one-sided': ['security'],
  'sexual-violence': ['sgbv'],
  'attack-on-health-care': ['security'],
  other: [],
}

/**
 * An incident of the register, to be found in both languages by kind, place, actors, month and summary.
 * @param country its names, where they are known.
 */
export function documentOfIncident(incident: IncidentRecord, country?: { nameNl: string; nameEn: string }): IncidentDocument {
  const { actorA, actorB, ...rest } = incident
  return {
    type: 'incident',
    id: `incident_${incident.id}`,
    incidentId: incident.id,
    dataset: rest.dataset,
    externalId: rest.externalId,
    country: rest.country,
    kind: rest.kind,
    admin1: rest.admin1,
    admin2: rest.admin2,
    place: rest.place,
    actors: [actorA, actorB].filter((it) => it !== null),
    text: [
      describeIncident(incident, 'nl'),
      describeIncident(incident, 'en'),
      [country?.nameNl, country?.nameEn].filter(Boolean).join(', '),
    ]
      .filter(Boolean)
      .join('\n'),
    summaryNl: rest.summaryNl,
    summaryEn: rest.summaryEn,
    factsFrom: rest.startedOn,
    factsTo: rest.endedOn,
    deathsLow: rest.deathsLow,
    deathsBest: rest.deathsBest,
    deathsHigh: rest.deathsHigh,
    themes: kindThemes[rest.kind],
    sourceCount: rest.sourceCount,
  }
}

/** The record's own summary, or "12 maart 2019, Idlib: eenzijdig geweld tegen burgers. Betrokken: …; 12 doden (8–20)." */
export function describeIncident(incident: IncidentRecord, language: Language): string {
  const { startedOn, endedOn, place, admin2, admin1, actorA, actorB, deathsBest, deathsLow, deathsHigh } = incident
  const summary = language === 'nl' ? incident.summaryNl : incident.summaryEn
  if (summary) return summary
  const days = startedOn === endedOn ? [startedOn] : [startedOn, endedOn]
  const where = [...new Set([place, admin2, admin1].filter(Boolean))].join(', ')
  const actors = [actorA, actorB].filter(Boolean).join(' – ')
  const deaths = [deathsBest, deathsLow, deathsHigh].map((it) => it ?? '?')
  return [
    `${days.map((day) => longDay(day, language)).join(' – ')}${where ? `, ${where}` : ''}: ${kindWords[incident.kind][language]}.`,
    actors && `${language === 'nl' ? 'Betrokken' : 'Involved'}: ${actors}.`,
    deathsBest !== null && `${deaths[0]} ${language === 'nl' ? 'doden' : 'deaths'} (${deaths[1]}–${deaths[2]}).`,
  ]
    .filter(Boolean)
    .join(' ')
}

/** A card's figures in a sentence, with their limits; or why there are none. */
export function describeContext({ figures, note, noContextReason }: ContextCard, language: Language): string {
  if (!figures) return [noContextReason, note].filter(Boolean).join(' ')
  const { events, eventsPrevious, admin1, period, previous, deathsBest, deathsLow, deathsHigh, limits } = figures
  const span = ({ from, to }: { from: string; to: string }) => `${longDay(from, language)} – ${longDay(to, language)}`
  const where = admin1 ?? (language === 'nl' ? 'het hele land' : 'the whole country')
  const sentence =
    language === 'nl'
      ? `Eén van ${events} gebeurtenissen in ${where} (${span(period)}), tegen ${eventsPrevious} in ${span(previous)}; ${deathsBest} doden (${deathsLow}–${deathsHigh}).`
      : `One of ${events} events in ${where} (${span(period)}), against ${eventsPrevious} in ${span(previous)}; ${deathsBest} deaths (${deathsLow}–${deathsHigh}).`
  return [sentence, note, limits].filter(Boolean).join(' ')
}

const formats = {
  nl: new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
}
const longDay = (day: string, language: Language) => formats[language].format(new Date(day))
