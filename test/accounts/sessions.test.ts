import { describe, expect, it } from 'vitest'
import { readAccount } from '#app/services/accounts/read-account.server.ts'
import {
  absoluteSeconds,
  actorOfCookie,
  endedCookie,
  endSession,
  idleSeconds,
  sessionCookie,
  startSession,
} from '#app/services/accounts/sessions.server.ts'
import { demoPassword } from '#app/services/accounts/demo-accounts.server.ts'
import { signIn } from '#app/services/accounts/sign-in.server.ts'
import { testDatabase } from '../support/database.ts'
import { addPerson, as, noon } from '../support/people.ts'

const secret = 's'.repeat(32)
const config = { sessionSecret: secret, baseUrl: 'http://localhost:3000' } as Parameters<typeof sessionCookie>[0]
const cookieOf = (token: string) => sessionCookie(config, token).split(';')[0] as string
const after = (seconds: number) => new Date(noon.getTime() + seconds * 1000)

describe('a session', () => {
  const db = testDatabase()
  const start = async (role: Parameters<typeof addPerson>[1] = 'author') => {
    const person = await addPerson(db.sql, role)
    return { person, cookie: cookieOf(await startSession({ sql: db.sql, clock: () => noon }, person.id)) }
  }
  const who = (cookie: string | undefined, seconds = 0) => actorOfCookie(db.sql, cookie, secret, after(seconds))

  it("tells who a request is from, with roles, organisation and a coordinator's topics", async () => {
    const { person, cookie } = await start('coordinator')
    const actor = await who(`theme=dark; ${cookie}; other=1`)
    expect(actor).toEqual({
      ...person,
      topics: expect.arrayContaining(['gender', 'lgbtiq']) as unknown as string[],
    })
  })

  it('ends after two hours without a request, and goes on while there are requests', async () => {
    const { cookie } = await start()
    expect(await who(cookie, idleSeconds - 1)).not.toBeNull()
    // The request above counted as use: two hours more.
    expect(await who(cookie, 2 * idleSeconds - 2)).not.toBeNull()
    expect(await who(cookie, 4 * idleSeconds)).toBeNull()
  })

  it('ends when two hours have passed since the last request, to the second', async () => {
    const { cookie } = await start()
    expect(await who(cookie, idleSeconds)).toBeNull()
  })

  it('ends after twelve hours, however busy it was', async () => {
    const { cookie } = await start()
    for (let seconds = 0; seconds < absoluteSeconds; seconds += 3600) expect(await who(cookie, seconds)).not.toBeNull()
    expect(await who(cookie, absoluteSeconds)).toBeNull()
  })

  it('does not write at every request', async () => {
    const { cookie, person } = await start('reviewer')
    const lastSeen = async () => (await db.sql`select last_seen_at from session where user_id = ${person.id}`)[0]?.last_seen_at
    await who(cookie, 59)
    expect(await lastSeen()).toEqual(noon)
    await who(cookie, 61)
    expect(await lastSeen()).toEqual(after(61))
  })

  it('is not taken back in time by a request that was overtaken', async () => {
    const { cookie, person } = await start('external-expert')
    await Promise.all([who(cookie, 500), who(cookie, 100), who(cookie, 300)])
    const [row] = await db.sql`select last_seen_at from session where user_id = ${person.id}`
    expect(row?.last_seen_at).toEqual(after(500))
  })

  it('is another one at every sign-in: a token known before it is worth nothing after', async () => {
    await addPerson(db.sql, 'author')
    const useCase = { sql: db.sql, actor: null, clock: () => noon, origin: 'test' }
    const credentials = { email: 'auteur@demo.example', password: demoPassword }
    const [one, two] = [await signIn(useCase, credentials), await signIn(useCase, credentials)]
    expect(one).not.toBe(two)
    expect(one.length).toBeGreaterThanOrEqual(43)
  })

  it('ends at signing out, here only', async () => {
    const { person, cookie } = await start()
    const { cookie: elsewhere } = await start()
    await endSession(as(db.sql, person), cookie, secret, false)
    expect(await who(cookie)).toBeNull()
    expect(await who(elsewhere)).not.toBeNull()
  })

  it("ends everywhere at once when asked, and nobody else's does", async () => {
    const { person, cookie } = await start()
    const { cookie: elsewhere } = await start()
    const { cookie: another } = await start('publisher')
    await endSession(as(db.sql, person), cookie, secret, true)
    expect(await who(cookie)).toBeNull()
    expect(await who(elsewhere)).toBeNull()
    expect(await who(another)).not.toBeNull()
    const [event] = await db.sql`select details from audit_event where action = 'session.ended' order by id desc limit 1`
    expect(event?.details).toEqual({ everywhere: true })
  })

  it('ends when the account is made inactive', async () => {
    const { person, cookie } = await start('policy')
    await db.sql`update app_user set active = false where id = ${person.id}`
    expect(await who(cookie)).toBeNull()
  })

  it('follows the roles of the moment, not those of the sign-in', async () => {
    const { person, cookie } = await start('researcher')
    await db.sql`delete from user_role where user_id = ${person.id}`
    expect((await who(cookie))?.roles).toEqual([])
  })

  it('is refused when the cookie was tampered with, signed by another, or not a cookie of ours at all', async () => {
    const { cookie } = await start()
    const [name, value = ''] = cookie.split('=')
    const signature = value.slice(value.lastIndexOf('.'))
    const foreign = sessionCookie({ ...config, sessionSecret: 'x'.repeat(32) }, 'token').split(';')[0]
    for (const tampered of [
      undefined,
      '',
      'session',
      'session=',
      'session=.',
      'session=%',
      'session=%00',
      `${name}=x${value}`,
      `${name}=${value}x`,
      `${name}=${value.slice(0, -1)}`,
      `${name}=${signature}`,
      `${name}=${'a'.repeat(10_000)}`,
      `sessions=${value}`,
      foreign,
    ])
      expect(await who(tampered), String(tampered).slice(0, 60)).toBeNull()
  })

  it('rides in a cookie that scripts cannot read and other sites cannot send, secure where the site is', () => {
    expect(sessionCookie(config, 'token')).toMatch(/^session=token\.[\w-]+; Max-Age=43200; Path=\/; SameSite=Lax; HttpOnly$/)
    expect(sessionCookie({ ...config, baseUrl: 'https://herkomst.example' }, 'token')).toMatch(/; HttpOnly; Secure$/)
    expect(endedCookie(config)).toMatch(/^session=; Max-Age=0;/)
  })
})

describe('the account page', () => {
  const db = testDatabase()

  it("lists a person's living sessions, the asking one first, and nobody else's", async () => {
    const person = await addPerson(db.sql, 'author')
    const other = await addPerson(db.sql, 'reviewer')
    const startAt = (seconds: number, id = person.id) => startSession({ sql: db.sql, clock: () => after(seconds) }, id)
    const asking = cookieOf(await startAt(0))
    await startAt(60)
    await startAt(-idleSeconds - 1)
    await startAt(0, other.id)
    const ended = cookieOf(await startAt(30))
    await endSession(as(db.sql, person), ended, secret, false)
    const account = await readAccount(
      as(db.sql, person, () => after(120)),
      asking,
      config,
    )
    expect(account).toMatchObject({
      email: 'auteur@demo.example',
      language: 'nl',
      organisation: { nl: 'Ministerie van Buitenlandse Zaken', en: 'Ministry of Foreign Affairs' },
    })
    expect(account.sessions.map(({ startedAt, current }) => [startedAt, current])).toEqual([
      [noon, true],
      [after(60), false],
    ])
  })
})
