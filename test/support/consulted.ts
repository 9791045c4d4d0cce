import type { UseCase } from '#app/platform/context.server.ts'
import { answerConsultation } from '#app/services/consultations/answer-consultation.server.ts'
import { markConsulted, type StandardStep } from '#app/services/standard-terms/mark-consulted.server.ts'

/** Says why nobody was consulted about a draft: enough for it to become consulted. */
export const answerNotRelevant = (policy: UseCase, standardId: string) =>
  answerConsultation(policy, {
    standardId,
    answer: 'not-relevant',
    heldFrom: null,
    heldTo: null,
    ways: [],
    organisations: [],
    explanation: 'Alleen taalkundige verbeteringen, zonder gevolg voor wat wordt gevraagd.',
    revision: 0,
  })

/** Answers the consultation question, and then marks the draft as consulted. */
export async function consulted(policy: UseCase, step: StandardStep): Promise<void> {
  const [before] = await policy.sql`select 1 from consultation where standard_id = ${step.standardId} and answer is not null`
  if (!before) await answerNotRelevant(policy, step.standardId)
  await markConsulted(policy, step)
}
