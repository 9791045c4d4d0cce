import type { ContextCard, ContextFigures, IncidentRecord } from '#schemas/context-card.ts'
import type { Language } from '#schemas/vocabulary.ts'
import { dateWords, numberWords, periodWords, words } from './words.ts'

/** A stretch of an incident's text: an optional label in front, and the language when it is not the report's. */
export type Line = { label?: string; text: string; language?: Language | undefined }
/** An incident as every rendition shows it: never the record without what it is against the whole. */
export type IncidentWords = { title: string; record: Required<Omit<Line, 'language'>>[]; summary: Line | null; context: Line[] }

/**
 * An incident and its context card in words.
 * @returns undefined when the record or its card is missing: then neither is shown.
 */
export function incidentWords(
  incident: IncidentRecord | undefined,
  card: ContextCard | undefined,
  language: Language,
): IncidentWords | undefined {
  if (!incident || !card) return undefined
  const text = words[language]
  const { startedOn, endedOn, kind, actorA, actorB, perpetratorClass } = incident
  const parties = [actorA, actorB].filter(Boolean).join(' – ')
  const summary = language === 'nl' ? incident.summaryNl || incident.summaryEn : incident.summaryEn || incident.summaryNl
  const own = language === 'nl' ? incident.summaryNl : incident.summaryEn
  return {
    title: text.incident,
    record: [
      { label: text.date, text: periodWords({ from: startedOn, to: endedOn }, language) },
      { label: text.place, text: placeOf(incident) },
      { label: text.kind, text: text.incidentKind[kind] },
      ...(parties ? [{ label: text.parties, text: parties }] : []),
      { label: text.perpetratorLabel, text: text.perpetrator[perpetratorClass] },
      { label: text.estimate, text: deathsOf(incident, language) },
    ],
    summary: summary ? { text: summary, language: own ? undefined : language === 'nl' ? 'en' : 'nl' } : null,
    context: contextLines(card, language),
  }
}

/** An incident named in a sentence: when and where, and what it is against the whole or why that cannot be told. */
export function mentionWords(incident: IncidentRecord | undefined, card: ContextCard | undefined, language: Language): string {
  const found = incidentWords(incident, card, language)
  if (!incident || !found) return `[${words[language].incidentUnknown}]`
  const when = periodWords({ from: incident.startedOn, to: incident.endedOn }, language)
  const [whole] = found.context
  return `${when}, ${placeOf(incident)} (${[whole?.label, whole?.text].filter(Boolean).join(': ')})`
}

function contextLines({ figures, note, noContextReason }: ContextCard, language: Language): Line[] {
  const text = words[language]
  // Reasons, limits and notes are written in Dutch.
  const written = language === 'nl' ? undefined : ('nl' as const)
  const noteLine = note ? [{ label: text.note, text: note, language: written }] : []
  if (!figures) return [{ label: text.noContext, text: noContextReason ?? '', language: written }, ...noteLine]
  return [
    { label: text.wholeTitle, text: `${wholeOf(figures, language)} ${deathsTogether(figures, language)}` },
    ...noteLine,
    { label: text.limits, text: figures.limits, language: written },
    { label: text.figuresFrom, text: `${figures.datasetCitation}; ${text.computed(dateWords(figures.computedOn, language))}.` },
  ]
}

/** "1 van 214 gebeurtenissen (…) in Homs, 1 januari – 30 november 2019, tegen 261 in de gelijke periode ervoor, … (−18 %)." */
function wholeOf(figures: ContextFigures, language: Language): string {
  const text = words[language]
  const kind = figures.kind ? text.incidentKind[figures.kind] : text.anyKind
  const area = figures.admin1 ?? text.wholeCountry
  const earlier = periodWords(figures.previous, language)
  return (
    text.oneOf(numberWords(figures.events, language), kind, area, periodWords(figures.period, language)) +
    (figures.eventsPrevious > 0
      ? text.against(numberWords(figures.eventsPrevious, language), earlier, changeOf(figures, language))
      : text.noneBefore(earlier))
  )
}

/** "−18 %". Of fewer than ten events a percentage says nothing: then the two numbers speak. */
function changeOf({ events, eventsPrevious }: ContextFigures, language: Language): string | null {
  if (eventsPrevious < 10) return null
  const percentage = Math.round(((events - eventsPrevious) / eventsPrevious) * 100)
  const sign = percentage < 0 ? '−' : percentage > 0 ? '+' : ''
  return `${sign}${numberWords(Math.abs(percentage), language)}${language === 'nl' ? ' %' : '%'}`
}

function deathsTogether({ deathsLow, deathsBest, deathsHigh, deathsBestPrevious }: ContextFigures, language: Language): string {
  const number = (value: number) => numberWords(value, language)
  return words[language].deathsTogether(number(deathsLow), number(deathsBest), number(deathsHigh), number(deathsBestPrevious))
}

function deathsOf({ deathsLow, deathsBest, deathsHigh }: IncidentRecord, language: Language): string {
  const text = words[language]
  if (deathsBest === null) return text.deathsUnknown
  const number = (value: number | null) => (value === null ? '?' : numberWords(value, language))
  return text.deaths(number(deathsLow), number(deathsBest), number(deathsHigh))
}

/** "Teir Maaleh, Ar Rastan (Homs)" as far as it is known, else the country's code. */
function placeOf({ place, admin1, admin2, country }: IncidentRecord): string {
  const near = [...new Set([place, admin2].filter(Boolean))].join(', ')
  if (near && admin1 && near !== admin1) return `${near} (${admin1})`
  return near || admin1 || country
}
