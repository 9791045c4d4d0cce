import { addStandardQuestion } from '../standard-terms/add-standard-question.server.ts'
import { changeStandardQuestion } from '../standard-terms/change-standard-question.server.ts'
import { startDraft } from '../standard-terms/start-draft.server.ts'
import type { Cast } from './cast.ts'

/** A draft of the standard in the middle of its revision: a question added, one reworded, one moved, so that comparison and history show something. */
export async function loadStandardDraft({ policy }: Cast, fromId: string): Promise<string> {
  const standardId = await startDraft(policy, {
    fromId,
    version: '1.1',
    titleNl: 'Standaard-uitvraag (terms of reference) algemeen ambtsbericht, herziening 1.1',
    titleEn: 'Standard terms of reference for a general country report, revision 1.1',
    reason: 'Demonstratie: herziening na de eerste ronde met versie 1.0.',
  })
  await changeStandardQuestion(policy, {
    standardId,
    questionKey: 'overview.developments',
    revision: 1,
    wordingNl: 'Hoe heeft de situatie in het land zich in de verslagperiode ontwikkeld ten opzichte van het vorige ambtsbericht?',
    wordingEn: 'How did the situation in the country develop during the reporting period compared with the previous report?',
    reason: 'Demonstratie: korter, en zonder vooraf in positief en negatief te verdelen.',
  })
  await addStandardQuestion(policy, {
    standardId,
    nodeKey: 'sgbv',
    key: 'sgbv.digital-violence',
    wordingNl:
      'Wat is bekend over seksueel en gendergerelateerd geweld via internet en telefoon: de wet, het beleid, de praktijk en de bescherming?',
    wordingEn:
      'What is known about sexual and gender-based violence by internet and telephone: law, policy, practice and protection?',
    kind: 'practice',
    themes: ['sgbv', 'women', 'lhbtiq'],
    mandatory: true,
    askedBy: ['IND'],
    rationaleNl: 'Demonstratie: deze vorm van geweld komt in de bestaande vragen niet apart aan de orde.',
    rationaleEn: 'Demonstration: the existing questions do not ask about this form of violence separately.',
    reason: 'Demonstratie: toegevoegd op verzoek van de IND.',
  })
  await changeStandardQuestion(policy, {
    standardId,
    questionKey: 'overview.regional-differences',
    revision: 1,
    nodeKey: 'security.regions',
    reason: 'Demonstratie: verschillen per regio staan nu bij elkaar.',
  })
  return standardId
}
