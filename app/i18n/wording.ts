import { dictionary } from './dictionary.ts'

/** Hints about the wording of a question. */
export const wordingTexts = dictionary({
  nl: {
    heading: 'Formulering',
    count: (count: number) =>
      count === 1 ? '1 aandachtspunt bij de formulering' : `${count} aandachtspunten bij de formulering`,
    none: 'Geen aandachtspunten bij de formulering.',
    hint: 'Een hint, geen afkeuring: u kunt de vraag zo laten.',
    show: 'Toon in de tekst:',
    suggestion: 'Liever:',
  },
  en: {
    heading: 'Wording',
    count: (count: number) => (count === 1 ? '1 point about the wording' : `${count} points about the wording`),
    none: 'No points about the wording.',
    hint: 'A hint, not a refusal: you can leave the question as it is.',
    show: 'Show in the text:',
    suggestion: 'Rather:',
  },
})
