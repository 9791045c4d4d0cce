import { dictionary } from './dictionary.ts'

/** What a standard or the terms of reference of a country cover. */
export const coverageTexts = dictionary({
  nl: {
    heading: 'Dekking',
    information: 'Telling ter informatie: geen oordeel, en geen verhouding die gehaald moet worden.',
    total: (asked: number, dropped: number, added: number, reworded: number) =>
      `${asked} vragen worden gesteld; ${dropped} vervallen, ${added} toegevoegd, ${reworded} geherformuleerd.`,
    totalStandard: (asked: number) => `${asked} vragen.`,
    kinds: 'Vragen per soort',
    dropped: (count: number) => `${count} vervallen`,
    openings: 'Open en gesloten',
    opening: (open: number, closed: number, unknown: number) =>
      `${open} beginnen open, ${closed} gesloten${unknown > 0 ? `, bij ${unknown} is dat niet te zeggen` : ''}.`,
    findings: 'Wat opvalt aan de formulering:',
    noFindings: 'Aan de formulering valt niets op.',
    toFindings: 'Bekijk de formulering',
    perspective: 'Breder beeld en gebeurtenissen',
    perspectives: (wider: number, incidents: number, other: number) =>
      `${wider} naar het bredere beeld of een trend, ${incidents} naar afzonderlijke gebeurtenissen of alleen misstanden, ${other} naar regels, groepen, documenten of bescherming.`,
    chain: 'Wet, beleid, praktijk, bescherming',
    chainInWords: 'Met + ook gevraagd in de woorden van een vraag van een andere soort.',
    gender: 'Genderblok',
    genderComplete: (count: number) => `Volledig: alle ${count} vragen van de standaard worden gesteld.`,
    genderStandard: (count: number) => `Volledig: ${count} vragen, en elk onderdeel wordt gevraagd.`,
    genderMissing: (count: number) => `Niet volledig: ${count} vragen. Niet gevraagd:`,
    genderIncomplete: (asked: number, all: number) =>
      `Niet volledig: ${asked} van de ${all} vragen van de standaard worden gesteld. Vervallen:`,
    genderNotAsked: 'Niet gevraagd:',
    about: (aspects: string, theme: string) => `${aspects} over ${theme}`,
    parts: {
      fgm: 'vrouwelijke genitale verminking',
      'single-women': 'alleenstaande vrouwen',
      treaties: 'het VN-Vrouwenverdrag of het Verdrag van Istanbul',
    },
    former: 'Oude en nieuwe formulering (illustratie)',
    formerCounts: (count: number, without: number) =>
      `Bij ${count} vragen staat een vorige formulering; ${without} vragen zijn nieuw.`,
    formerCaption: 'De vragen met een vorige formulering: toen en nu',
    formerColumns: { wording: 'Formulering', open: 'Open', closed: 'Gesloten', abuses: 'Alleen misstanden' },
    before: 'Toen',
    now: 'Nu',
    more: 'Open en gesloten, breder beeld, oud en nieuw, per onderwerp',
    byTheme: 'Per onderwerp',
    byThemeCaption: 'Vragen per onderwerp. Een vraag met meer onderwerpen telt bij elk mee.',
    byThemeExplain:
      '2 + 1: twee vragen van die soort, en één vraag van een andere soort die er in haar woorden ook naar vraagt. Een streep: niet gevraagd.',
    theme: 'Onderwerp',
    questions: 'Vragen',
    otherKinds: 'Andere soorten',
    notAsked: 'niet gevraagd',
    none: 'geen',
  },
  en: {
    heading: 'Coverage',
    information: 'Counts for information: no judgement, and no ratio that must be reached.',
    total: (asked: number, dropped: number, added: number, reworded: number) =>
      `${asked} questions are asked; ${dropped} dropped, ${added} added, ${reworded} reworded.`,
    totalStandard: (asked: number) => `${asked} questions.`,
    kinds: 'Questions by kind',
    dropped: (count: number) => `${count} dropped`,
    openings: 'Open and closed',
    opening: (open: number, closed: number, unknown: number) =>
      `${open} begin openly, ${closed} closed${unknown > 0 ? `, of ${unknown} that cannot be said` : ''}.`,
    findings: 'What stands out in the wording:',
    noFindings: 'Nothing stands out in the wording.',
    toFindings: 'Look at the wording',
    perspective: 'Wider picture and events',
    perspectives: (wider: number, incidents: number, other: number) =>
      `${wider} about the wider picture or a trend, ${incidents} about single events or only abuses, ${other} about rules, groups, documents or protection.`,
    chain: 'Law, policy, practice, protection',
    chainInWords: 'With +: also asked in the words of a question of another kind.',
    gender: 'Gender block',
    genderComplete: (count: number) => `Complete: all ${count} questions of the standard are asked.`,
    genderStandard: (count: number) => `Complete: ${count} questions, and every part is asked.`,
    genderMissing: (count: number) => `Not complete: ${count} questions. Not asked:`,
    genderIncomplete: (asked: number, all: number) =>
      `Not complete: ${asked} of the ${all} questions of the standard are asked. Dropped:`,
    genderNotAsked: 'Not asked:',
    about: (aspects: string, theme: string) => `${aspects} about ${theme}`,
    parts: {
      fgm: 'female genital mutilation',
      'single-women': 'single women',
      treaties: 'CEDAW or the Istanbul Convention',
    },
    former: 'Old and new wording (illustration)',
    formerCounts: (count: number, without: number) =>
      `${count} questions have a former wording beside them; ${without} questions are new.`,
    formerCaption: 'The questions with a former wording: then and now',
    formerColumns: { wording: 'Wording', open: 'Open', closed: 'Closed', abuses: 'Abuses only' },
    before: 'Then',
    now: 'Now',
    more: 'Open and closed, wider picture, old and new, by theme',
    byTheme: 'By theme',
    byThemeCaption: 'Questions by theme. A question with several themes counts for each.',
    byThemeExplain:
      '2 + 1: two questions of that kind, and one question of another kind whose words ask about it too. A dash: not asked.',
    theme: 'Theme',
    questions: 'Questions',
    otherKinds: 'Other kinds',
    notAsked: 'not asked',
    none: 'none',
  },
})
