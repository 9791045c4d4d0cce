import type { z } from 'zod'
import { DomainError } from '#app/platform/errors.ts'
import { isMoved } from '#app/platform/http/moved.server.ts'
import { Decision } from './decision-input.ts'

const fields = ['change', 'question', 'nodeKey', 'wordingNl', 'wordingEn', 'questionKind'] as const
/** What was typed for one proposal. */
export type OutcomeValues = { number: string; revision: string; outcome: string; reason: string }
/** What was typed, as it was typed, to show again. `question` is a key with the revision of the question that was seen, "3:sgbv.law". */
export type DecisionValues = Partial<Record<(typeof fields)[number], string>> & { themes: string[]; outcomes: OutcomeValues[] }
/** Why nothing was decided: the proposals, the question or the round are not what the page showed. */
export type DecisionRefusal = 'proposals' | 'question' | 'question-gone' | 'moved'
export type DecisionRefused = {
  saved: null
  status: 409 | 422
  values: DecisionValues
  errors: Record<string, string>
  refusal: DecisionRefusal | null
}

function decisionValues(form: FormData): DecisionValues {
  const typed = Object.fromEntries(fields.map((field) => [field, String(form.get(field) ?? '')]))
  const text = (name: string) => String(form.get(name) ?? '')
  return {
    ...typed,
    themes: form.getAll('themes').map(String),
    outcomes: form.getAll('number').map((value) => {
      const number = String(value)
      return {
        number,
        revision: text(`revision.${number}`),
        outcome: text(`outcome.${number}`),
        reason: text(`reason.${number}`),
      }
    }),
  }
}

function decisionInput(roundId: string, values: DecisionValues) {
  const { change = '', question = '', nodeKey, wordingNl, wordingEn, questionKind, themes, outcomes } = values
  const [revision, ...key] = question.split(':')
  return {
    roundId,
    // An empty reason says: the same as for the first.
    outcomes: outcomes.map((it) => ({ ...it, reason: it.reason.trim() === '' ? (outcomes[0]?.reason ?? '') : it.reason })),
    // Where nothing is adopted nothing changes, whatever stood in the fields that were then out of sight.
    change: outcomes.every((it) => it.outcome === 'not-adopted')
      ? { kind: 'none' }
      : { kind: change, questionKey: key.join(':'), revision, nodeKey, wordingNl, wordingEn, questionKind, themes },
  }
}

/**
 * Takes a decision from its form. Whatever refuses it, nothing is decided and what was typed comes back to be shown again.
 * @param permit asks the policy. @param decide the service. @returns what `decide` returned, or what to show.
 */
export async function receiveDecision<T>(
  roundId: string,
  form: FormData,
  permit: () => void,
  decide: (input: Decision) => Promise<T>,
): Promise<{ saved: T } | DecisionRefused> {
  const values = decisionValues(form)
  const refused = (status: DecisionRefused['status'], more: Partial<DecisionRefused>): DecisionRefused => ({
    saved: null,
    status,
    values,
    errors: {},
    refusal: null,
    ...more,
  })
  try {
    permit()
    const input = Decision.safeParse(decisionInput(roundId, values))
    if (!input.success) return refused(422, { errors: errorsOf(input.error, values) })
    return { saved: await decide(input.data) }
  } catch (error) {
    if (error instanceof DomainError && error.code === 'invalid-input') {
      return refused(422, { errors: { [fieldOf[error.detail ?? ''] ?? 'change']: error.detail ?? 'other' } })
    }
    if (!isMoved(error)) throw error
    return refused(409, { refusal: refusalOf(error) })
  }
}

const fieldOf: Record<string, string> = {
  'wording-same': 'wordingNl',
  'unknown-question': 'question',
  'question-needed': 'question',
  'unknown-section': 'nodeKey',
}

/** Codes by the names of the form's fields. */
function errorsOf(error: z.ZodError, values: DecisionValues): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const { path, message } of error.issues) {
    const [part, at, field] = path
    const name =
      part === 'outcomes'
        ? `${String(field)}.${values.outcomes[Number(at)]?.number ?? ''}`
        : at === 'questionKey' || at === 'revision'
          ? 'question'
          : String(at === 'kind' || at === undefined ? 'change' : at)
    errors[name] ??= message
  }
  return errors
}

function refusalOf({ code, detail }: DomainError): DecisionRefusal {
  if (detail === 'group-changed' || detail === 'changed-meanwhile') return 'proposals'
  if (detail === 'question-dropped' || detail === 'question-removed') return 'question-gone'
  return code === 'conflict' ? 'question' : 'moved'
}
