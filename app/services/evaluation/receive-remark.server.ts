import type { UseCase } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { fieldErrors } from '#app/platform/field-errors.ts'
import { giveRemark, NewRemark } from './give-remark.server.ts'

/** What a remark's form sends, as it was typed. */
type Values = { questionKey: string; aspect: string; body: string; requestId: string }
type Where = { side: 'author'; sectionId: string } | { side: 'officer'; release: string; section: string }

/**
 * Takes a remark from its form, which is the same for both sides.
 * @returns null when it was kept; else what was typed, what is wrong with it, and whether the targeted question it answers is closed.
 * @throws {DomainError} as `giveRemark`.
 */
export async function receiveRemark(useCase: UseCase, where: Where, form: FormData) {
  const field = (name: string) => String(form.get(name) ?? '')
  const values: Values = {
    ...{ questionKey: field('questionKey'), aspect: field('aspect') },
    ...{ body: field('body'), requestId: field('requestId') },
  }
  const input = NewRemark.safeParse({ ...where, ...values, requestId: values.requestId || null })
  if (!input.success) return { values, errors: fieldErrors(input.error), closed: false }
  try {
    await giveRemark(useCase, input.data)
    return null
  } catch (error) {
    if (error instanceof DomainError && error.detail === 'request-closed') return { values, errors: {}, closed: true }
    if (error instanceof DomainError && error.detail === 'other-question')
      return { values, errors: { questionKey: 'other-question' }, closed: false }
    throw error
  }
}
