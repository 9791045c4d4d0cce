import { dictionary } from './dictionary.ts'

/** The context card: what one incident is against the whole, in words. */
export const contextCardTexts = dictionary({
  nl: {
    label: (place: string) => `Incident in context: ${place}`,
    title: 'Incident in context',
    deaths: (best: string, low: string, high: string) =>
      `naar beste schatting ${best} ${best === '1' ? 'dode' : 'doden'} (laagste ${low}, hoogste ${high})`,
    deathsUnknown: 'aantal doden niet opgegeven',
    oneOf: (events: string) => `1 van ${events}`,
    events: (events: string, kind: string, area: string, period: string) =>
      `${events} gebeurtenissen (${kind}) in ${area}, ${period}`,
    eventsOfAnyKind: 'alle soorten',
    wholeCountry: 'het hele land',
    before: (events: string, period: string) => `${events} in de gelijke periode ervoor, ${period}`,
    noneBefore: (period: string) => `geen in de gelijke periode ervoor, ${period}`,
    deathsInPeriod: (best: string, low: string, high: string, before: string) =>
      `Doden in deze gebeurtenissen samen, naar beste schatting: ${best} (laagste ${low}, hoogste ${high}); in de periode ervoor ${before}.`,
    change: 'verandering',
    perMonth: 'Gebeurtenissen per maand',
    table: 'Tabel per maand',
    month: 'Maand',
    monthEvents: 'Gebeurtenissen',
    monthDeaths: 'Doden (beste schatting)',
    limits: 'Beperkingen',
    source: 'Bron van de cijfers',
    computed: (day: string) => `berekend op ${day}`,
    noContext: 'Geen cijfers over het geheel',
    note: 'Toelichting',
    record: 'Naar het incident',
  },
  en: {
    label: (place: string) => `Incident in context: ${place}`,
    title: 'Incident in context',
    deaths: (best: string, low: string, high: string) => `${best} deaths by best estimate (lowest ${low}, highest ${high})`,
    deathsUnknown: 'number of deaths not given',
    oneOf: (events: string) => `1 of ${events}`,
    events: (events: string, kind: string, area: string, period: string) => `${events} events (${kind}) in ${area}, ${period}`,
    eventsOfAnyKind: 'all kinds',
    wholeCountry: 'the whole country',
    before: (events: string, period: string) => `${events} in the equal period before, ${period}`,
    noneBefore: (period: string) => `none in the equal period before, ${period}`,
    deathsInPeriod: (best: string, low: string, high: string, before: string) =>
      `Deaths in these events together, by best estimate: ${best} (lowest ${low}, highest ${high}); in the period before ${before}.`,
    change: 'change',
    perMonth: 'Events per month',
    table: 'Table by month',
    month: 'Month',
    monthEvents: 'Events',
    monthDeaths: 'Deaths (best estimate)',
    limits: 'Limits',
    source: 'Source of the figures',
    computed: (day: string) => `computed on ${day}`,
    noContext: 'No figures about the whole',
    note: 'Note',
    record: 'To the incident',
  },
})
