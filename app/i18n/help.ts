import { dictionary } from './dictionary.ts'

/** What helps an author beside the text: findings, outline, coverage, words, building blocks, terms. */
export const helpTexts = dictionary({
  nl: {
    findings: 'Bevindingen',
    severity: { error: 'Hoort hier niet', warning: 'Nakijken', info: 'Te overwegen' },
    nothingYet: 'Er staat nog geen tekst om na te kijken. Wat u schrijft wordt hier nagekeken terwijl u schrijft.',
    noFindings: 'Niets gevonden om na te kijken.',
    found: (count: number) => (count === 1 ? '1 plaats om na te kijken' : `${count} plaatsen om na te kijken`),
    hint: 'Regels wijzen aan en leggen uit; u beslist. Alleen een aanwijzing houdt indienen tegen.',
    holds: 'In orde',
    goTo: 'Naar de tekst',
    noWords: '(blok zonder woorden)',
    rule: 'Waarom',
    ruleFrom: (source: string) => `Regel uit: ${source}`,
    words: 'Woorden',
    headings: 'Koppen in deze tekst',
    told: 'In deze tekst',
    toldHint:
      'Onder een vraag staat waar de tekst spreekt van wet, beleid, praktijk of bescherming, op woorden gezocht. Of de vraag beantwoord is, beoordeelt u zelf.',
    toldGap: 'als kennislacune',
    notTold: 'nog niets',
    find: {
      key: 'Zoeken',
      label: 'Zoeken in deze tekst',
      text: 'Zoek',
      words: 'Vervang door',
      next: 'Volgende',
      previous: 'Vorige',
      replace: 'Vervang',
      all: 'Vervang alle',
      at: (place: number, count: number) => `${place} van ${count}`,
      none: 'niet gevonden',
      inReport: 'In het hele rapport',
      close: 'Sluiten',
      matchCase: 'Hoofdletters',
      wholeWord: 'Hele woorden',
    },
    blocks: {
      key: 'Bouwsteen',
      title: 'Bouwsteen invoegen',
      lead: 'Een alinea om mee te beginnen. Wat tussen ‹ en › staat vult u zelf in; tot dan staat het bij de bevindingen.',
      groups: { gap: 'Kennislacune', context: 'Zin over de context', source: 'Beschrijving van een bron' },
      cancel: 'Annuleren',
    },
    guidance: {
      group: 'Aanwijzingen',
      insert: 'Aanwijzingen uit de vragen',
      explain: (count: number) =>
        `${count === 1 ? 'De vraag van deze paragraaf' : `De ${count} vragen van deze paragraaf`} als geheugensteun in de tekst; alles moet weg voor de beoordeling.`,
      empty: 'Hier staat nog niets.',
      start: 'Begin met aanwijzingen uit de vragen',
      left: (count: number) =>
        count === 1
          ? 'Er staat 1 aanwijzing in de tekst; die moet weg voor de beoordeling.'
          : `Er staan ${count} aanwijzingen in de tekst; die moeten weg voor de beoordeling.`,
      removeAll: 'Alle aanwijzingen weghalen',
    },
  },
  en: {
    findings: 'Findings',
    severity: { error: 'Out of place here', warning: 'Look at', info: 'To consider' },
    nothingYet: 'There is no text to look at yet. What you write is looked at here as you write.',
    noFindings: 'Nothing found to look at.',
    found: (count: number) => (count === 1 ? '1 place to look at' : `${count} places to look at`),
    hint: 'Rules point out and explain; you decide. Only guidance holds up submitting.',
    holds: 'In order',
    goTo: 'Go to the text',
    noWords: '(block without words)',
    rule: 'Why',
    ruleFrom: (source: string) => `Rule from: ${source}`,
    words: 'Words',
    headings: 'Headings in this text',
    told: 'In this text',
    toldHint:
      'Under a question stands where the text speaks of law, policy, practice or protection, looked for by words. Whether the question is answered is for you to judge.',
    toldGap: 'as a gap',
    notTold: 'nothing yet',
    find: {
      key: 'Find',
      label: 'Find in this text',
      text: 'Find',
      words: 'Replace with',
      next: 'Next',
      previous: 'Previous',
      replace: 'Replace',
      all: 'Replace all',
      at: (place: number, count: number) => `${place} of ${count}`,
      none: 'not found',
      inReport: 'In the whole report',
      close: 'Close',
      matchCase: 'Capitals',
      wholeWord: 'Whole words',
    },
    blocks: {
      key: 'Building block',
      title: 'Insert a building block',
      lead: 'A paragraph to start from. Fill in what stands between ‹ and ›; until then it is among the findings.',
      groups: { gap: 'Gap', context: 'Sentence on context', source: 'Description of a source' },
      cancel: 'Cancel',
    },
    guidance: {
      group: 'Guidance',
      insert: 'Guidance from the questions',
      explain: (count: number) =>
        `${count === 1 ? 'The question of this section' : `The ${count} questions of this section`} as a reminder in the text; all of it must be gone before review.`,
      empty: 'Nothing stands here yet.',
      start: 'Start with guidance from the questions',
      left: (count: number) =>
        count === 1
          ? 'There is 1 piece of guidance in the text; it must be gone before review.'
          : `There are ${count} pieces of guidance in the text; they must be gone before review.`,
      removeAll: 'Remove all guidance',
    },
  },
})
