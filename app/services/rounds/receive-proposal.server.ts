import { DomainError } from '#app/platform/errors.ts'
import { fieldErrors } from '#app/platform/field-errors.ts'
import { isMoved } from '#app/platform/http/moved.server.ts'
import type { RoundPhase } from '#app/policies/policies.ts'
import { ProposalInput } from './proposal-input.ts'

const fields = ['kind', 'questionKey', 'nodeKey', 'wordingNl', 'wordingEn', 'questionKind', 'rationale'] as const
/** What was typed, as it was typed, to show again. */
export type ProposalValues = Partial<Record<(typeof fields)[number], string>> & { themes: string[] }
/** Why it was not taken: too late, the round or the proposal is closed to it, or it was changed in another window. */
const gone = ['invitation-expired', 'invitation-withdrawn', 'invitation-handed-in'] as const
export type ProposalRefusal = 'late' | 'closed' | 'decided' | 'changed' | (typeof gone)[number]

export type Refused = {
  saved: null
  status: 409 | 422
  values: ProposalValues
  errors: Record<string, string>
  refusal: ProposalRefusal | null
}

/** The form's fields of a proposal. */
export function proposalValues(form: FormData): ProposalValues {
  const typed = Object.fromEntries(fields.map((field) => [field, String(form.get(field) ?? '')]))
  return { ...typed, themes: form.getAll('themes').map(String) }
}

/**
 * Takes a proposal from its form: from a person with an account and from an invited organisation alike. Whatever refuses it, what was typed comes
 * back to be shown again.
 * @param permit asks the policy, which refuses when the last day has passed. @param save the service. @param state what the policy looked at,
 * to tell why it refused. @returns what `save` returned, or what to show.
 */
export async function receiveProposal<T>(
  form: FormData,
  permit: () => void,
  save: (input: ProposalInput) => Promise<T>,
  state: { phase: RoundPhase; decided?: boolean },
): Promise<{ saved: T } | Refused> {
  const values = proposalValues(form)
  const input = ProposalInput.safeParse(values)
  const refused = (status: Refused['status'], more: Partial<Refused>): Refused => ({
    saved: null,
    status,
    values,
    errors: {},
    refusal: null,
    ...more,
  })
  try {
    permit()
    if (!input.success) return refused(422, { errors: fieldErrors(input.error) })
    return { saved: await save(input.data) }
  } catch (error) {
    if (error instanceof DomainError && error.code === 'invalid-input') {
      const field = { 'unknown-section': 'nodeKey', 'wording-same': 'wordingNl' }[error.detail ?? ''] ?? 'questionKey'
      return refused(422, { errors: { [field]: error.detail ?? 'other' } })
    }
    if (!isMoved(error) && !(error instanceof DomainError && error.code === 'gone')) throw error
    const refusal = refusalOf(error, state)
    if (refusal === null) throw error
    return refused(409, { refusal })
  }
}

/** Null when the person or the organisation may not do this at all. */
function refusalOf({ code, detail }: DomainError, state: { phase: RoundPhase; decided?: boolean }): ProposalRefusal | null {
  if (code === 'gone') return gone.find((it) => it === detail) ?? null
  if (detail === 'changed-meanwhile') return 'changed'
  if (detail === 'proposal-decided' || (code === 'not-allowed' && state.decided)) return 'decided'
  if (detail === 'round-closed' || state.phase === 'closed') return 'closed'
  return detail === 'round-late' || state.phase === 'deciding' ? 'late' : null
}
