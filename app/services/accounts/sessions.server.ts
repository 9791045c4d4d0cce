import { createHash, randomBytes } from 'node:crypto'
import type { Config } from '#app/platform/config.server.ts'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { readCookie, sign, unsign, writeCookie } from '#app/platform/http/cookies.server.ts'
import type { Actor } from '#app/policies/actor.ts'
import { CoordinatorTopic, Language, Role } from '#schemas/vocabulary.ts'
import { z } from 'zod'

/** Seconds without a request after which a session ends: a working day's longest break. */
export const idleSeconds = 2 * 60 * 60
/** Seconds after which a session ends whatever happens. */
export const absoluteSeconds = 12 * 60 * 60
const cookieName = 'session'
/** The session row is touched at most this often, so that reading a page is not a write. */
const touchSeconds = 60

const hash = (token: string) => createHash('sha256').update(token).digest()

/** A session works now when it was last used and started after these moments. */
export const sessionBounds = (now: Date) => ({
  idleSince: new Date(now.getTime() - idleSeconds * 1000),
  startedSince: new Date(now.getTime() - absoluteSeconds * 1000),
})

/** What the session table holds for the session of this cookie header; undefined for a cookie that is not ours. */
export function tokenHash(cookieHeader: string | undefined | null, secret: string): Buffer | undefined {
  const token = unsign(readCookie(cookieHeader, cookieName), secret)
  return token === undefined ? undefined : hash(token)
}

const ActorRow = z.object({
  id: z.uuid(),
  name: z.string(),
  organisation: z.string(),
  language: Language,
  roles: z.array(Role),
  topics: z.array(CoordinatorTopic),
})

/** Starts a session for a person who has just proved who they are. @returns the token for the cookie; only its hash is stored. */
export async function startSession({ sql, clock }: Pick<UseCase<null>, 'sql' | 'clock'>, userId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const now = clock()
  await sql`insert into session (token_hash, user_id, created_at, last_seen_at) values (${hash(token)}, ${userId}, ${now}, ${now})`
  return token
}

/** Who a cookie header belongs to: null without a valid, unexpired session of an active account. */
export async function actorOfCookie(
  sql: Queryable,
  cookieHeader: string | undefined | null,
  secret: string,
  now: Date,
): Promise<Actor | null> {
  const asking = tokenHash(cookieHeader, secret)
  if (!asking) return null
  const { idleSince, startedSince } = sessionBounds(now)
  const [row] = await sql`
    select session.id as session_id, session.last_seen_at, app_user.id, app_user.name, organisation.code as organisation, app_user.language,
      array(select role from user_role where user_id = app_user.id order by role) as roles,
      array(select distinct unnest(topics) from user_role where user_id = app_user.id) as topics
    from session
    join app_user on app_user.id = session.user_id and app_user.active
    join organisation on organisation.id = app_user.organisation_id
    where token_hash = ${asking} and ended_at is null and last_seen_at > ${idleSince} and session.created_at > ${startedSince}`
  if (!row) return null
  if (now.getTime() - row.last_seen_at.getTime() > touchSeconds * 1000) {
    await sql`update session set last_seen_at = ${now} where id = ${row.session_id}`
  }
  return ActorRow.parse(row)
}

/** Ends the session of this cookie, or every session of the account. */
export async function endSession(
  useCase: UseCase,
  cookieHeader: string | null,
  secret: string,
  everywhere: boolean,
): Promise<void> {
  const { sql, actor, clock } = useCase
  const asking = tokenHash(cookieHeader, secret)
  await withTransaction(sql, async (tx) => {
    if (everywhere) await tx`update session set ended_at = ${clock()} where user_id = ${actor.id} and ended_at is null`
    else if (asking) await tx`update session set ended_at = ${clock()} where token_hash = ${asking} and ended_at is null`
    await recordEvent(
      { ...useCase, sql: tx },
      { action: 'session.ended', objectType: 'user', objectId: actor.id, details: { everywhere } },
    )
  })
}

const secure = (config: Config) => config.baseUrl.startsWith('https:')

export const sessionCookie = (config: Config, token: string) =>
  writeCookie(cookieName, sign(token, config.sessionSecret), { maxAgeSeconds: absoluteSeconds, secure: secure(config) })

export const endedCookie = (config: Config) => writeCookie(cookieName, '', { maxAgeSeconds: 0, secure: secure(config) })
