import type { Queryable } from '#app/platform/database/sql.server.ts'
import { DomainError } from '#app/platform/errors.ts'

/**
 * Questions that parties are still asked about do not leave the hands of policy: what they proposed could no longer be adopted. Called with the
 * questions locked, so that no round opens meanwhile.
 * @throws {DomainError} `invalid-input` (`round-open`, with its id) while a round about them is not closed.
 */
export async function refuseOpenRound(tx: Queryable, about: { termsId: string } | { standardId: string }): Promise<void> {
  const [round] =
    'termsId' in about
      ? await tx`select id from round where terms_id = ${about.termsId} and closed_at is null`
      : await tx`select id from round where standard_id = ${about.standardId} and closed_at is null`
  if (round) throw new DomainError('invalid-input', 'round-open', { roundId: round.id })
}
