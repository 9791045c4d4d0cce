import type { z } from 'zod'
import { DomainError } from '#app/platform/errors.ts'
import { fieldErrors } from '#app/platform/field-errors.ts'
import { isMoved } from '#app/platform/http/moved.server.ts'

/** What was typed, as it was typed: texts, and lists of what was ticked. */
export type FormValues = Record<string, string | string[]>

/** What a form page shows when its form was not taken. */
export type RefusedForm = {
  values: FormValues
  /** By field. */
  errors: Record<string, string>
  /** Why it was not taken though it was well filled in. */
  refusal: string | null
}

/** The fields of a form by their names. @param lists those of which more can be ticked. */
export function formValues(form: FormData, names: readonly string[], lists: readonly string[] = []): FormValues {
  return {
    ...Object.fromEntries(names.map((name) => [name, String(form.get(name) ?? '')])),
    ...Object.fromEntries(lists.map((name) => [name, form.getAll(name).map(String)])),
  }
}

/**
 * Takes a form of staff. Whatever refuses it, what was typed comes back with why.
 * @param permit asks the policy about the record. @param fieldOf the field that each refusal of the input belongs to.
 */
export async function receiveForm<S extends z.ZodType, T>(
  values: FormValues,
  schema: S,
  {
    permit,
    save,
    fieldOf = {},
  }: { permit: () => void; save: (input: z.output<S>) => Promise<T>; fieldOf?: Readonly<Record<string, string>> },
): Promise<{ done: true; saved: T } | { done: false; status: 409 | 422; answer: RefusedForm }> {
  const refused = (status: 409 | 422, more: Partial<RefusedForm>) => ({
    done: false as const,
    status,
    answer: { values, errors: {}, refusal: null, ...more },
  })
  const input = schema.safeParse(values)
  try {
    permit()
    if (!input.success) return refused(422, { errors: fieldErrors(input.error) })
    return { done: true, saved: await save(input.data) }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const { code, detail = 'other' } = error
    if (code === 'invalid-input') return refused(422, { errors: { [fieldOf[detail] ?? '']: detail } })
    if (!isMoved(error)) throw error
    // A version that is no draft any more, or a policy that says so, has no detail with a sentence of its own.
    return refused(409, { refusal: code === 'conflict' || detail === 'no-action' ? detail : 'closed' })
  }
}
