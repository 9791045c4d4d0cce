import { createTerms } from '../terms-of-reference/create-terms.server.ts'
import { dropQuestion } from '../terms-of-reference/drop-question.server.ts'
import { addQuestion } from '../terms-of-reference/add-question.server.ts'
import { handOver } from '../terms-of-reference/hand-over.server.ts'
import type { Cast } from './cast.ts'

/** Terms of reference under way: one that policy staff still prepare, one that waits for Foreign Affairs. */
export async function loadCommissions({ policy }: Cast, standardId: string): Promise<void> {
  const preparing = await createTerms(policy, {
    standardId,
    countryCode: 'YEM',
    kind: 'thematic',
    periodFrom: '2026-11-01',
    periodTo: '2027-03-31',
    dueOn: '2027-05-31',
  })
  await dropQuestion(policy, {
    termsId: preparing,
    questionKey: 'conscription.evasion',
    reason: 'Wordt al beantwoord in het algemene ambtsbericht over dezelfde periode; hier niet opnieuw gevraagd.',
  })
  await addQuestion(policy, {
    termsId: preparing,
    nodeKey: 'movement',
    wordingNl: 'Hoe hebben de openstelling en sluiting van wegen, havens en luchthavens zich in de verslagperiode ontwikkeld?',
    wordingEn: 'How did the opening and closing of roads, ports and airports develop during the reporting period?',
    kind: 'trend',
    themes: ['security'],
    reason: 'Toegevoegd omdat bewegingsvrijheid in dit thematische rapport het onderwerp is.',
  })
  const waiting = await createTerms(policy, {
    standardId,
    countryCode: 'IRQ',
    kind: 'general',
    periodFrom: '2026-01-01',
    periodTo: '2026-12-31',
    dueOn: '2027-06-30',
  })
  await handOver(policy, waiting)
}
