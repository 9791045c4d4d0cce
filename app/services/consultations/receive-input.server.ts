import { DomainError } from '#app/platform/errors.ts'
import { fieldErrors } from '#app/platform/field-errors.ts'
import { isMoved } from '#app/platform/http/moved.server.ts'
import { InputFields } from './input-fields.server.ts'

/** What was typed, as it was typed, to show again. */
export type InputValues = { questionKey: string; body: string; themes: string[] }

/** Why it was not taken though it was well filled in: what the page then says. */
export const inputRefusals = [
  'consultation-closed',
  'input-treated',
  'changed-meanwhile',
  'invitation-expired',
  'invitation-withdrawn',
  'invitation-handed-in',
] as const
export type InputRefusal = (typeof inputRefusals)[number]

export type RefusedInput = {
  saved: false
  status: 409 | 410 | 422
  values: InputValues
  errors: Record<string, string>
  refusal: InputRefusal | null
}

export const inputValues = (form: FormData): InputValues => ({
  questionKey: String(form.get('questionKey') ?? ''),
  body: String(form.get('body') ?? ''),
  themes: form.getAll('themes').map(String),
})

/**
 * Takes input from its form: from a person with an account and from an invited organisation alike. Whatever refuses it, what was typed comes back.
 * @param permit asks the policy, which refuses when the last day has passed.
 */
export async function receiveInput(
  form: FormData,
  save: (input: InputFields) => Promise<unknown>,
  permit: () => void = () => {},
): Promise<{ saved: true } | RefusedInput> {
  const values = inputValues(form)
  const refused = (status: RefusedInput['status'], more: Partial<RefusedInput>): RefusedInput => ({
    saved: false,
    status,
    values,
    errors: {},
    refusal: null,
    ...more,
  })
  const input = InputFields.safeParse(values)
  try {
    permit()
    if (!input.success) return refused(422, { errors: fieldErrors(input.error) })
    await save(values as InputFields)
    return { saved: true }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    if (error.code === 'invalid-input') return refused(422, { errors: { questionKey: error.detail ?? 'other' } })
    if (error.code !== 'gone' && !isMoved(error)) throw error
    // The policy, or a version that is no draft any more, says the same as a day that has passed.
    const refusal = inputRefusals.find((it) => it === error.detail) ?? 'consultation-closed'
    return refused(error.code === 'gone' ? 410 : 409, { refusal })
  }
}
