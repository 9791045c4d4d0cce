import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { daysBetween, today } from '#app/platform/today.ts'
import { Day, Id } from '#schemas/values.ts'
import { InvitationPurpose, OrganisationCode } from '#schemas/vocabulary.ts'
import { tokenHashOf } from './read-invitation.server.ts'

/** Days a link can be open at most. */
export const longestInvitation = 365

/** Whom one writes to: a function. A mail address or a number, and a title before a name, point at a person. */
export const Addressee = z
  .string()
  .trim()
  .min(3, 'addressee-needed')
  .max(100, 'addressee-too-long')
  .regex(/^[^@\d]*$/, 'addressee-is-person')
  .refine((text) => !/^(dhr|de heer|mevr|mw|mevrouw|mr|mrs|ms|dr|prof)\b\.?\s/i.test(text), 'addressee-is-person')

export const NewInvitation = z.object({
  purpose: InvitationPurpose,
  /** The round, or the version of the standard that is consulted on; the caller has asked whether it is open. */
  objectId: Id,
  organisationCode: OrganisationCode,
  addressee: Addressee,
  /** The last day, Dutch time, on which something can be given. */
  expiresOn: Day,
})
export type NewInvitation = z.input<typeof NewInvitation>

/** The fields of its form; the purpose and the object come from the page it stands on. */
export const InvitationFields = NewInvitation.omit({ purpose: true, objectId: true })

/**
 * Invites an organisation. @returns the token for its link, `/invitation/<token>`: shown once, for only its hash is kept.
 * @throws {DomainError} `invalid-input`: `unknown-organisation`, `expires-in-past`, `expires-too-late`.
 */
export async function invite(useCase: UseCase, input: NewInvitation): Promise<{ invitationId: string; token: string }> {
  const { purpose, objectId, organisationCode, addressee, expiresOn } = NewInvitation.parse(input)
  const days = daysBetween(today(useCase.clock), expiresOn)
  if (days < 0) throw new DomainError('invalid-input', 'expires-in-past')
  if (days > longestInvitation) throw new DomainError('invalid-input', 'expires-too-late')
  const token = randomBytes(32).toString('base64url')
  return withTransaction(useCase.sql, async (tx) => {
    const [known] = await tx`select 1 from organisation where code = ${organisationCode}`
    if (!known) throw new DomainError('invalid-input', 'unknown-organisation')
    const [added] = await tx<{ id: string }[]>`
      insert into invitation (purpose, object_id, organisation, addressee, token_hash, expires_on, created_by, created_at)
      values (${purpose}, ${objectId}, ${organisationCode}, ${addressee}, ${tokenHashOf(token)}, ${expiresOn}, ${useCase.actor.id},
        ${useCase.clock()})
      returning id`
    await recordEvent(
      { ...useCase, sql: tx },
      {
        action: 'invitation.made',
        objectType: 'invitation',
        objectId: added!.id,
        details: { purpose, about: objectId, organisation: organisationCode, expiresOn },
      },
    )
    return { invitationId: added!.id, token }
  })
}
