import { z } from 'zod'
import type { Config } from '#app/platform/config.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { Language } from '#schemas/vocabulary.ts'
import { sessionBounds, tokenHash } from './sessions.server.ts'

const AccountRow = z.object({ email: z.string(), organisationNl: z.string(), organisationEn: z.string(), language: Language })
const SessionRow = z.object({ id: z.uuid(), startedAt: z.date(), lastSeenAt: z.date(), current: z.boolean() })

/** A person's own account: what is known of them, and where they are signed in. */
export type Account = Omit<z.infer<typeof AccountRow>, 'organisationNl' | 'organisationEn'> & {
  organisation: Record<Language, string>
  /** Sessions that still work, the one that asks first, then the last used. */
  sessions: z.infer<typeof SessionRow>[]
}

/** @param cookieHeader tells which of the sessions is asking. */
export async function readAccount(
  { sql, actor, clock }: UseCase,
  cookieHeader: string | null,
  { sessionSecret }: Pick<Config, 'sessionSecret'>,
): Promise<Account> {
  const [row] = await sql`
    select email, organisation.name_nl as "organisationNl", organisation.name_en as "organisationEn", language
    from app_user join organisation on organisation.id = organisation_id
    where app_user.id = ${actor.id}`
  const { organisationNl, organisationEn, ...account } = AccountRow.parse(row)
  const { idleSince, startedSince } = sessionBounds(clock())
  const asking = tokenHash(cookieHeader, sessionSecret)
  const sessions = await sql`
    select id, created_at as "startedAt", last_seen_at as "lastSeenAt", token_hash is not distinct from ${asking ?? null}::bytea as current
    from session
    where user_id = ${actor.id} and ended_at is null and last_seen_at > ${idleSince} and created_at > ${startedSince}
    order by current desc, last_seen_at desc`
  return { ...account, organisation: { nl: organisationNl, en: organisationEn }, sessions: z.array(SessionRow).parse(sessions) }
}
