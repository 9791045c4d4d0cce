import type { Language } from '#schemas/vocabulary.ts'

/** The record's text in the language of the page, and the language it is really in: Dutch where there is no English. */
export function pick(nl: string, en: string, language: Language): { text: string; lang: Language | undefined } {
  if (language === 'en' && en !== '') return { text: en, lang: undefined }
  return { text: nl, lang: language === 'nl' ? undefined : 'nl' }
}

/** The sentence for a code from an address; nothing for a code that is not one, also when every object happens to have it (`constructor`). */
export const sentenceFor = (sentences: Readonly<Record<string, string>>, code: string | null | undefined): string | undefined =>
  code != null && Object.hasOwn(sentences, code) ? sentences[code] : undefined

/** "Algemeen ambtsbericht": the first letter as a capital. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
