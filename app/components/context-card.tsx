import { contextCardTexts } from '#app/i18n/context-card.ts'
import { formatDay, formatNumber, formatPeriod } from '#app/i18n/format.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { ContextCard, ContextFigures, IncidentRecord } from '#schemas/context-card.ts'
import type { Language } from '#schemas/vocabulary.ts'
import { MonthChart } from './month-chart.tsx'
import '../styles/context-card.css'

/** What a card says about the whole: figures, or why there are none. */
export type CardContent = Pick<ContextCard, 'figures' | 'noContextReason'> & { note?: string }
type Shown = { incident: IncidentRecord; card: CardContent }

/**
 * An incident together with what it is against the whole; there is no way to show one without the other (docs/architecture.md, decision 5).
 * @param language of the text it stands in, which may differ from the page's.
 */
export function ContextCardView({ incident, card, language }: Shown & { language: Language }) {
  const text = contextCardTexts[language]
  const number = (value: number | null) => (value === null ? '?' : formatNumber(value, language))
  return (
    <figure className="context-card" aria-label={text.label(placeOf(incident))}>
      <figcaption className="context-card-head">
        <span className="context-card-title">{text.title}</span>
        <span>
          {datesOf(incident, language)} · {placeOf(incident)} · {words[language].incidentKind[incident.kind]} ·{' '}
          {incident.deathsBest === null
            ? text.deathsUnknown
            : text.deaths(number(incident.deathsBest), number(incident.deathsLow), number(incident.deathsHigh))}
        </span>
      </figcaption>
      {card.figures ? (
        <Figures figures={card.figures} language={language} />
      ) : (
        <p>
          <strong>{text.noContext}.</strong> {card.noContextReason}
        </p>
      )}
      {card.note && (
        <p>
          <strong>{text.note}:</strong> {card.note}
        </p>
      )}
    </figure>
  )
}

/** The figures alone: on the incident's own page the record already stands above them. */
export function Figures({ figures, language }: { figures: ContextFigures; language: Language }) {
  const text = contextCardTexts[language]
  const number = (value: number) => formatNumber(value, language)
  const kind = figures.kind ? words[language].incidentKind[figures.kind] : text.eventsOfAnyKind
  const change = changeOf(figures, language)
  const earlier = formatPeriod(figures.previous.from, figures.previous.to, language)
  return (
    <>
      <p className="context-card-whole">
        {text.oneOf(number(figures.events))}
        {change && (
          <>
            {' '}
            · <span className="hidden-visually">{text.change} </span>
            {change}
          </>
        )}
      </p>
      <p>
        {text.events(
          number(figures.events),
          kind,
          figures.admin1 ?? text.wholeCountry,
          formatPeriod(figures.period.from, figures.period.to, language),
        )}
        ; {figures.eventsPrevious > 0 ? text.before(number(figures.eventsPrevious), earlier) : text.noneBefore(earlier)}.{' '}
        {text.deathsInPeriod(
          number(figures.deathsBest),
          number(figures.deathsLow),
          number(figures.deathsHigh),
          number(figures.deathsBestPrevious),
        )}
      </p>
      <MonthChart months={figures.months} language={language} />
      <p className="context-card-limits">
        <strong>{text.limits}:</strong> <span lang={language === 'nl' ? undefined : 'nl'}>{figures.limits}</span>{' '}
        <strong>{text.source}:</strong> {figures.datasetCitation}; {text.computed(formatDay(figures.computedOn, language))}.
      </p>
    </>
  )
}

/**
 * "−18 %": the change in the number of events against the equal period before. Of fewer than ten events a percentage says nothing: then
 * nothing is given and the two numbers speak.
 */
export function changeOf({ events, eventsPrevious }: ContextFigures, language: Language): string | null {
  if (eventsPrevious < 10) return null
  const percentage = Math.round(((events - eventsPrevious) / eventsPrevious) * 100)
  const sign = percentage < 0 ? '−' : percentage > 0 ? '+' : ''
  return `${sign}${formatNumber(Math.abs(percentage), language)}${language === 'nl' ? ' %' : '%'}`
}

/** "Teir Maaleh, Ar Rastan (Homs)" as far as it is known, else the country's code. */
export function placeOf({ place, admin1, admin2, country }: IncidentRecord): string {
  const near = [place, admin2 === admin1 ? null : admin2].filter((it, index, all) => it && all.indexOf(it) === index).join(', ')
  if (near && admin1 && near !== admin1) return `${near} (${admin1})`
  return near || admin1 || country
}

/** One day, or the days between which it happened. */
export const datesOf = ({ startedOn, endedOn }: IncidentRecord, language: Language): string =>
  startedOn === endedOn ? formatDay(startedOn, language) : formatPeriod(startedOn, endedOn, language)
