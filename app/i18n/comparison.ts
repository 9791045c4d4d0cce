import { dictionary } from './dictionary.ts'

/** What differs between two wordings or two versions. */
export const comparisonTexts = dictionary({
  nl: {
    words: { removed: 'weggehaald:', added: 'toegevoegd:', end: 'einde.' },
  },
  en: {
    words: { removed: 'removed:', added: 'added:', end: 'end.' },
  },
})
