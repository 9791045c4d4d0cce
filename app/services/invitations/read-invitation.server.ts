import { createHash } from 'node:crypto'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { Invitation } from './invitation.ts'

/** What the database holds instead of a link's token. */
export const tokenHashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/** The invitation of a token; null for a token that nobody was given. */
export async function invitationOfToken(sql: Queryable, token: string): Promise<Invitation | null> {
  const [row] = await sql`${invitations(sql)} where token_hash = ${tokenHashOf(token)}`
  return row ? Invitation.parse(row) : null
}

/** What every list of invitations selects from where. */
export const invitations = (sql: Queryable) => sql`
  select invitation.id, purpose, object_id as "objectId", organisation, organisation.name_nl as "organisationNl",
    organisation.name_en as "organisationEn", addressee, expires_on as "expiresOn", invitation.created_at as "createdAt", opened_at as "openedAt",
    given_at as "givenAt", handed_in_at as "handedInAt", withdrawn_at as "withdrawnAt", withdrawn_reason as "withdrawnReason"
  from invitation join organisation on organisation.code = invitation.organisation`
