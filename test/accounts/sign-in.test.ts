import { verify } from '@node-rs/argon2'
import { describe, expect, it } from 'vitest'
import { actorOfCookie, sessionCookie } from '#app/services/accounts/sessions.server.ts'
import { addUser } from '#app/services/accounts/add-user.server.ts'
import { demoPassword } from '#app/services/accounts/demo-accounts.server.ts'
import { signIn } from '#app/services/accounts/sign-in.server.ts'
import { testDatabase } from '../support/database.ts'
import { addPerson, noon } from '../support/people.ts'

const secret = 's'.repeat(32)
const config = { sessionSecret: secret, baseUrl: 'http://localhost:3000' } as Parameters<typeof sessionCookie>[0]
/** What a browser sends back of the cookie it was given. */
const cookieOf = (token: string) => sessionCookie(config, token).split(';')[0] as string

describe('signing in', () => {
  const db = testDatabase()
  const at = (minutes: number, origin = '192.0.2.1') => ({
    sql: db.sql,
    actor: null,
    clock: () => new Date(noon.getTime() + minutes * 60_000),
    origin,
  })
  const refusals = async (id: string | null) =>
    (
      await db.sql`
        select details->>'reason' as reason from audit_event
        where action = 'session.refused' and object_id is not distinct from ${id} order by id`
    ).map((row) => row.reason)

  it('lets the right password in and says so in the audit', async () => {
    const author = await addPerson(db.sql, 'author')
    const token = await signIn(at(0), { email: 'auteur@demo.example', password: demoPassword })
    expect(await actorOfCookie(db.sql, cookieOf(token), secret, noon)).toMatchObject({ id: author.id, roles: ['author'] })
    const [event] = await db.sql`select * from audit_event where action = 'session.started' and object_id = ${author.id}`
    expect(event).toMatchObject({ actor_id: author.id, origin: '192.0.2.1', result: 'done', details: {} })
    expect(event?.at).toEqual(noon)
  })

  it('takes the address in any case and with spaces around it', async () => {
    await addPerson(db.sql, 'author')
    await expect(signIn(at(0), { email: ' Auteur@DEMO.example ', password: demoPassword })).resolves.toBeTruthy()
  })

  it('keeps no password and no token: only an argon2id hash and a digest', async () => {
    await addPerson(db.sql, 'author')
    const token = await signIn(at(0), { email: 'auteur@demo.example', password: demoPassword })
    const [user] = await db.sql`select password_hash from app_user where email = 'auteur@demo.example'`
    expect(user?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await verify(user?.password_hash, demoPassword)).toBe(true)
    const everything = JSON.stringify([await db.sql`select * from session`, await db.sql`select * from audit_event`])
    expect(everything).not.toContain(token)
    expect(everything).not.toContain(demoPassword)
  })

  it('refuses a wrong password, an unknown address and an inactive account with the same words', async () => {
    const reviewer = await addPerson(db.sql, 'reviewer')
    const publisher = await addPerson(db.sql, 'publisher')
    await db.sql`update app_user set active = false where id = ${publisher.id}`
    const answers = await Promise.all(
      [
        { email: 'beoordelaar@demo.example', password: 'wrong' },
        { email: 'nobody@demo.example', password: demoPassword },
        { email: 'uitgever@demo.example', password: demoPassword },
      ].map((credentials) => signIn(at(0, '192.0.2.2'), credentials).catch((error) => `${error.code} ${error.detail}`)),
    )
    expect(new Set(answers)).toEqual(new Set(['invalid-input credentials']))
    expect(await refusals(reviewer.id)).toEqual(['unknown-or-wrong'])
    expect(await refusals(publisher.id)).toEqual(['inactive'])
    expect(await refusals(null)).toEqual(['unknown-or-wrong'])
  })

  it('stops answering after ten wrong passwords for one account, from wherever, and answers again a quarter of an hour later', async () => {
    await addPerson(db.sql, 'policy')
    const guess = (minutes: number, password: string, origin?: string) =>
      signIn(at(minutes, origin), { email: 'beleid@demo.example', password }).then(
        () => 'in',
        (error) => error.code,
      )
    for (let attempt = 0; attempt < 10; attempt++)
      expect(await guess(0, `guess ${attempt}`, `198.51.100.${attempt}`)).toBe('invalid-input')
    expect(await guess(1, 'guess 11')).toBe('too-many-attempts')
    expect(await guess(1, demoPassword)).toBe('too-many-attempts')
    expect(await guess(14.9, demoPassword)).toBe('too-many-attempts')
    expect(await guess(15.1, demoPassword)).toBe('in')
  })

  it('stops whoever tries unknown addresses from one place, and nobody else', async () => {
    const guess = (email: string, origin: string) =>
      signIn(at(100, origin), { email, password: 'wrong' }).then(
        () => 'in',
        (error) => error.code,
      )
    for (let attempt = 0; attempt < 10; attempt++) await guess(`no${attempt}@demo.example`, '203.0.113.9')
    expect(await guess('again@demo.example', '203.0.113.9')).toBe('too-many-attempts')
    expect(await guess('again@demo.example', '203.0.113.10')).toBe('invalid-input')
  })

  it('records once that it stopped answering, so that nobody can fill the audit from outside', async () => {
    const researcher = await addPerson(db.sql, 'researcher')
    for (let attempt = 0; attempt < 15; attempt++)
      await signIn(at(0), { email: 'onderzoeker@demo.example', password: 'wrong' }).catch(() => {})
    expect(await refusals(researcher.id)).toEqual([...Array(10).fill('unknown-or-wrong'), 'too-many-attempts'])
  })

  it('counts guesses that come all at once as well', async () => {
    await addPerson(db.sql, 'coordinator')
    const guesses = Array.from({ length: 30 }, (_, index) =>
      signIn(at(0), { email: 'coordinator@demo.example', password: `guess ${index}` }).catch((error) => error.code as string),
    )
    const answers = await Promise.all(guesses)
    expect(answers.filter((code) => code === 'invalid-input')).toHaveLength(10)
    expect(answers.filter((code) => code === 'too-many-attempts')).toHaveLength(20)
  })

  it('starts counting anew after the right password', async () => {
    await addPerson(db.sql, 'administrator')
    const attempt = (password: string) => signIn(at(0), { email: 'beheer@demo.example', password }).catch(() => 'refused')
    for (let round = 0; round < 3; round++) {
      for (let wrong = 0; wrong < 9; wrong++) expect(await attempt('wrong')).toBe('refused')
      expect(await attempt(demoPassword)).not.toBe('refused')
    }
  })

  it('finds accounts that share a name but not an address', async () => {
    const add = (email: string) =>
      addUser(
        { sql: db.sql, actor: null, clock: () => noon, origin: 'test' },
        { email, name: 'Twee Namen', organisation: 'BZ', password: 'a long enough one', roles: ['author'] },
      )
    const ids = [await add('een@demo.example'), await add('twee@demo.example')]
    const token = await signIn(at(0), { email: 'twee@demo.example', password: 'a long enough one' })
    expect((await actorOfCookie(db.sql, cookieOf(token), secret, noon))?.id).toBe(ids[1])
  })
})
