import { dictionary } from './dictionary.ts'

/** What helps an author beside the text: findings, outline, coverage, words, building blocks, terms. */
export const helpTexts = dictionary({
  nl: {
    findings: 'Bevindingen',
    severity: { error: 'Hoort hier niet', warning: 'Nakijken', info: 'Te overwegen' },
    nothingYet: 'Er staat nog geen tekst om na te kijken. Wat u schrijft wordt hier nagekeken terwijl u schrijft.',
    noFindings: 'Niets gevonden om na te kijken.',
    found: (count: number) => (count === 1 ? '1 plaats om na te kijken' : `${count} plaatsen om na te kijken`),
    hint: 'Regels wijzen aan en leggen uit; u beslist. Een bevinding houdt niets tegen.',
    holds: 'In orde',
    goTo: 'Naar de tekst',
    noWords: '(blok zonder woorden)',
    rule: 'Waarom',
    ruleFrom: (source: string) => `Regel uit: ${source}`,
    words: 'Woorden',
  },
  en: {
    findings: 'Findings',
    severity: { error: 'Out of place here', warning: 'Look at', info: 'To consider' },
    nothingYet: 'There is no text to look at yet. What you write is looked at here as you write.',
    noFindings: 'Nothing found to look at.',
    found: (count: number) => (count === 1 ? '1 place to look at' : `${count} places to look at`),
    hint: 'Rules point out and explain; you decide. A finding holds nothing up.',
    holds: 'In order',
    goTo: 'Go to the text',
    noWords: '(block without words)',
    rule: 'Why',
    ruleFrom: (source: string) => `Rule from: ${source}`,
    words: 'Words',
  },
})
