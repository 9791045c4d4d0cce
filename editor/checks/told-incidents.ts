import type { Language } from '#schemas/vocabulary.ts'

/**
 * How one event is told: a day by date, and a word for violence or arrest. Patterns for folded text (small plain letters); what they miss is not found,
 * and what they find is only worth a look.
 */
const day: Record<Language, RegExp> = {
  nl: /\b\d{1,2} (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)\b/,
  en: /\b(?:\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december)|(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2}(?!\d))\b/,
}
const event: Record<Language, RegExp> = {
  nl: /\b(?:gedood|doodgeschoten|doodgeslagen|gestenigd|vermoord|omgebracht|omgekomen|om het leven gekomen|kwam(?:en)? om|sneuvel\w*|aangevallen|(?:lucht|drone|raket)?aanval(?:len)?|aanslag(?:en)?|bombardement(?:en)?|gebombardeerd|beschoten|beschieting(?:en)?|ontplof\w*|explosies?|ontvoerd|ontvoering(?:en)?|gearresteerd|opgepakt|aangehouden|mishandeld|gemarteld|verkracht|geexecuteerd|executies?|gewond(?:en)?)\b/,
  en: /\b(?:killed|shot|stoned|murdered|died|attacked|attacks?|air ?strikes?|bombings?|bombed|shelled|shelling|exploded|explosions?|abducted|abductions?|kidnapped|arrested|detained|beaten|tortured|raped|executed|executions?|wounded|injured)\b/,
}

/** Whether a sentence tells one event of violence or arrest. @param sentence folded (`fold`). */
export const tellsIncident = (sentence: string, language: Language): boolean =>
  day[language].test(sentence) && event[language].test(sentence)
