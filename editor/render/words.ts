import type { IncidentKind, Language, ParagraphKind, PerpetratorClass, ReportKind } from '#schemas/vocabulary.ts'

const locale = { nl: 'nl-NL', en: 'en-GB' } as const
const formatsOf = (language: Language) => ({
  day: new Intl.DateTimeFormat(locale[language], { dateStyle: 'long', timeZone: 'UTC' }),
  month: new Intl.DateTimeFormat(locale[language], { year: 'numeric', month: 'long', timeZone: 'UTC' }),
  number: new Intl.NumberFormat(locale[language], { maximumFractionDigits: 1 }),
  collator: new Intl.Collator(locale[language], { numeric: true }),
})
// Making one costs more than a page of text.
const formats = { nl: formatsOf('nl'), en: formatsOf('en') }

/** "1 november 2026", "juli 2025", "2025". A date in another form is passed on as it is. */
export function dateWords(date: string, language: Language): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T.*)?$/.exec(date) ?? []
  if (!year || !month) return date
  const moment = new Date(`${year}-${month}-${day ?? '01'}`)
  return Number.isNaN(moment.getTime()) ? date : formats[language][day ? 'day' : 'month'].format(moment)
}

/** "1 januari – 30 november 2019", both ends included; one day when they are the same. */
export function periodWords({ from, to }: { from: string; to: string }, language: Language): string {
  if (from === to) return dateWords(from, language)
  // The thin spaces around the dash break searching and copying.
  return formats[language].day.formatRange(new Date(from), new Date(to)).replace(/[\u2009\u202f]/g, ' ')
}

export const numberWords = (value: number, language: Language): string => formats[language].number.format(value)
export const compareWords = (one: string, other: string, language: Language): number =>
  formats[language].collator.compare(one, other)

type Words = {
  languageTag: string
  blockLabel: Record<Exclude<ParagraphKind, 'fact'>, string>
  incidentKind: Record<IncidentKind, string>
  perpetrator: Record<PerpetratorClass, string>
  reportKind: Record<ReportKind, string>
  footnote: (number: number) => string
  backTo: (number: number, reference: number) => string
  footnotes: string
  bibliography: string
  glossary: string
  contents: string
  toText: string
  questions: string
  asOf: (day: string) => string
  approvedOn: (day: string) => string
  country: string
  period: string
  release: string
  releasedOn: string
  hash: string
  page: (page: string, pages: string) => string
  confidential: string
  contradicts: string
  context: string
  undated: string
  accessedOn: (day: string) => string
  seeNote: (number: number) => string
  sourceUnknown: string
  incident: string
  incidentUnknown: string
  date: string
  place: string
  kind: string
  parties: string
  perpetratorLabel: string
  estimate: string
  deaths: (low: string, best: string, high: string) => string
  deathsUnknown: string
  wholeTitle: string
  oneOf: (events: string, kind: string, area: string, period: string) => string
  against: (before: string, period: string, change: string | null) => string
  noneBefore: (period: string) => string
  anyKind: string
  wholeCountry: string
  deathsTogether: (low: string, best: string, high: string, before: string) => string
  limits: string
  figuresFrom: string
  computed: (day: string) => string
  noContext: string
  note: string
  terms: {
    title: string
    of: (report: string) => string
    standard: (title: string, version: string) => string
    handedOver: (day: string) => string
    accepted: (day: string) => string
    explain: string
    mandatory: string
    askedBy: (organisations: string) => string
    answeredIn: (sections: string) => string
    notAnswered: string
    standardWording: string
    reason: string
  }
}

/** The words a rendition adds to a report's text, in the report's language. */
export const words: Record<Language, Words> = {
  nl: {
    languageTag: 'nl-NL',
    blockLabel: { synthesis: 'Samenvatting', quote: 'Citaat', gap: 'Kennislacune' },
    incidentKind: {
      'state-based': 'geweld waarbij een staat partij is',
      'non-state': 'geweld tussen niet-statelijke groepen',
      'one-sided': 'eenzijdig geweld tegen burgers',
      'sexual-violence': 'seksueel geweld',
      'attack-on-health-care': 'aanval op gezondheidszorg',
      other: 'overig',
    },
    perpetrator: {
      state: 'overheid',
      'non-state-armed': 'niet-statelijke gewapende groep',
      family: 'familie',
      community: 'gemeenschap',
      employer: 'werkgever',
      other: 'overig',
      unknown: 'niet vastgesteld',
    },
    reportKind: {
      general: 'Algemeen ambtsbericht',
      thematic: 'Thematisch ambtsbericht',
      'interim-update': 'Tussentijdse actualisering',
    },
    footnote: (number) => `voetnoot ${number}`,
    backTo: (number, reference) => `terug naar verwijzing ${reference} van voetnoot ${number}`,
    footnotes: 'Voetnoten',
    bibliography: 'Bronnen',
    glossary: 'Begrippen',
    contents: 'Inhoud',
    toText: 'Naar de tekst',
    questions: 'Vragen uit de Terms of Reference',
    asOf: (day) => `Stand op ${day}`,
    approvedOn: (day) => `vastgesteld op ${day}`,
    country: 'Land',
    period: 'Verslagperiode',
    release: 'Uitgave',
    releasedOn: 'Uitgebracht op',
    hash: 'Controlegetal (SHA-256)',
    page: (page, pages) => `Pagina ${page} van ${pages}`,
    confidential: 'Vertrouwelijke bron',
    contradicts: 'anders:',
    context: 'ter context:',
    undated: 'z.d.',
    accessedOn: (day) => `geraadpleegd op ${day}`,
    seeNote: (number) => `zie noot ${number}`,
    sourceUnknown: 'Bron niet gevonden',
    incident: 'Incident in context',
    incidentUnknown: 'De gegevens van dit incident ontbreken.',
    date: 'Datum',
    place: 'Plaats',
    kind: 'Soort',
    parties: 'Partijen volgens de verzameling',
    perpetratorLabel: 'Dader',
    estimate: 'Doden (schatting)',
    deaths: (low, best, high) => `laagste ${low} – beste ${best} – hoogste ${high}`,
    deathsUnknown: 'niet opgegeven',
    wholeTitle: 'Tegenover het geheel',
    oneOf: (events, kind, area, period) => `1 van ${events} gebeurtenissen (${kind}) in ${area}, ${period}`,
    against: (before, period, change) =>
      `, tegen ${before} in de gelijke periode ervoor, ${period}${change ? ` (${change})` : ''}.`,
    noneBefore: (period) => `, tegen geen in de gelijke periode ervoor, ${period}.`,
    anyKind: 'alle soorten',
    wholeCountry: 'het hele land',
    deathsTogether: (low, best, high, before) =>
      `Doden in deze gebeurtenissen samen: laagste ${low} – beste ${best} – hoogste ${high}; in de periode ervoor naar beste schatting ${before}.`,
    limits: 'Beperkingen',
    figuresFrom: 'Bron van de cijfers',
    computed: (day) => `berekend op ${day}`,
    noContext: 'Geen cijfers over het geheel',
    note: 'Toelichting',
    terms: {
      title: 'Terms of reference',
      of: (report) => `Terms of reference bij ${report}`,
      standard: (title, version) => `Uitgegaan is van: ${title}, versie ${version}`,
      handedOver: (day) => `Overgedragen aan Buitenlandse Zaken op ${day}`,
      accepted: (day) => `Aanvaard op ${day}`,
      explain:
        'Elke vraag staat hier zoals zij is gesteld. Wat van de standaard afwijkt – vervallen, geherformuleerd of toegevoegd – staat erbij met de reden. Wie vroeg, is genoemd als organisatie.',
      mandatory: 'verplicht',
      askedBy: (organisations) => `gevraagd door ${organisations}`,
      answeredIn: (sections) => `beantwoord in ${sections}`,
      notAnswered: 'niet in deze uitgave beantwoord',
      standardWording: 'In de standaard',
      reason: 'Reden',
    },
  },
  en: {
    languageTag: 'en-GB',
    blockLabel: { synthesis: 'Synthesis', quote: 'Quotation', gap: 'Knowledge gap' },
    incidentKind: {
      'state-based': 'state-based violence',
      'non-state': 'violence between non-state groups',
      'one-sided': 'one-sided violence against civilians',
      'sexual-violence': 'sexual violence',
      'attack-on-health-care': 'attack on health care',
      other: 'other',
    },
    perpetrator: {
      state: 'state',
      'non-state-armed': 'non-state armed group',
      family: 'family',
      community: 'community',
      employer: 'employer',
      other: 'other',
      unknown: 'not established',
    },
    reportKind: { general: 'General country report', thematic: 'Thematic country report', 'interim-update': 'Interim update' },
    footnote: (number) => `footnote ${number}`,
    backTo: (number, reference) => `back to reference ${reference} of footnote ${number}`,
    footnotes: 'Footnotes',
    bibliography: 'Sources',
    glossary: 'Terms',
    contents: 'Contents',
    toText: 'To the text',
    questions: 'Questions from the terms of reference',
    asOf: (day) => `As of ${day}`,
    approvedOn: (day) => `approved on ${day}`,
    country: 'Country',
    period: 'Reporting period',
    release: 'Release',
    releasedOn: 'Released on',
    hash: 'Checksum (SHA-256)',
    page: (page, pages) => `Page ${page} of ${pages}`,
    confidential: 'Confidential source',
    contradicts: 'to the contrary:',
    context: 'for context:',
    undated: 'n.d.',
    accessedOn: (day) => `accessed on ${day}`,
    seeNote: (number) => `see note ${number}`,
    sourceUnknown: 'Source not found',
    incident: 'Incident in context',
    incidentUnknown: 'The record of this incident is missing.',
    date: 'Date',
    place: 'Place',
    kind: 'Kind',
    parties: 'Parties according to the dataset',
    perpetratorLabel: 'Perpetrator',
    estimate: 'Deaths (estimate)',
    deaths: (low, best, high) => `lowest ${low} – best ${best} – highest ${high}`,
    deathsUnknown: 'not given',
    wholeTitle: 'Against the whole',
    oneOf: (events, kind, area, period) => `1 of ${events} events (${kind}) in ${area}, ${period}`,
    against: (before, period, change) =>
      `, against ${before} in the equal period before, ${period}${change ? ` (${change})` : ''}.`,
    noneBefore: (period) => `, against none in the equal period before, ${period}.`,
    anyKind: 'all kinds',
    wholeCountry: 'the whole country',
    deathsTogether: (low, best, high, before) =>
      `Deaths in these events together: lowest ${low} – best ${best} – highest ${high}; in the period before ${before} by best estimate.`,
    limits: 'Limits',
    figuresFrom: 'Source of the figures',
    computed: (day) => `computed on ${day}`,
    noContext: 'No figures about the whole',
    note: 'Note',
    terms: {
      title: 'Terms of reference',
      of: (report) => `Terms of reference of ${report}`,
      standard: (title, version) => `Starting from: ${title}, version ${version}`,
      handedOver: (day) => `Handed over to Foreign Affairs on ${day}`,
      accepted: (day) => `Accepted on ${day}`,
      explain:
        'Each question stands here as it was asked. What differs from the standard – dropped, reworded or added – is given with the reason. Who asked is named as an organisation.',
      mandatory: 'mandatory',
      askedBy: (organisations) => `asked by ${organisations}`,
      answeredIn: (sections) => `answered in ${sections}`,
      notAnswered: 'not answered in this release',
      standardWording: 'In the standard',
      reason: 'Reason',
    },
  },
}
