import { DomainError } from '#app/platform/errors.ts'
import { fieldErrors } from '#app/platform/field-errors.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import type { InvitationPurpose } from '#schemas/vocabulary.ts'
import { InvitationFields, invite } from './invite.server.ts'

const fields = ['organisationCode', 'addressee', 'expiresOn'] as const
export type InvitationValues = Record<(typeof fields)[number], string>

/**
 * Takes an invitation from its form. @returns the token for the link, shown once; or what was typed with what is wrong with it, field by field.
 */
export async function receiveInvitation(
  useCase: UseCase,
  form: FormData,
  about: { purpose: InvitationPurpose; objectId: string },
): Promise<{ token: string } | { token: null; values: InvitationValues; errors: Record<string, string> }> {
  const values = Object.fromEntries(fields.map((field) => [field, String(form.get(field) ?? '')])) as InvitationValues
  const refused = (errors: Record<string, string>) => ({ token: null, values, errors })
  const input = InvitationFields.safeParse(values)
  if (!input.success) return refused(fieldErrors(input.error))
  try {
    const { token } = await invite(useCase, { ...input.data, ...about })
    return { token }
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'invalid-input') throw error
    const field = error.detail === 'unknown-organisation' ? 'organisationCode' : 'expiresOn'
    return refused({ [field]: error.detail ?? 'other' })
  }
}
