import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import { today } from '#app/platform/today.ts'
import type { InvitationPurpose, InvitationState } from '#schemas/vocabulary.ts'
import { Invitation, invitationState } from './invitation.ts'
import { invitations } from './read-invitation.server.ts'

export type InvitationLine = Invitation & { state: InvitationState }

/** Who was invited to a round or a consultation, in order, and how each link stands today; never the link itself. */
export async function listInvitations(
  { sql, clock }: Pick<UseCase, 'sql' | 'clock'>,
  purpose: InvitationPurpose,
  objectId: string,
): Promise<InvitationLine[]> {
  const rows = z
    .array(Invitation)
    .parse(
      await sql`${invitations(sql)} where purpose = ${purpose} and object_id = ${objectId} order by invitation.created_at, invitation.id`,
    )
  return rows.map((row) => ({ ...row, state: invitationState(row, today(clock)) }))
}
