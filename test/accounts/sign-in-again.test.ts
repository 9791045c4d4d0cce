import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { demoPassword } from '#app/services/accounts/demo-accounts.server.ts'
import { SameAgain, signInAgain } from '#app/services/accounts/sign-in-again.server.ts'
import { actorOfCookie, sessionCookie } from '#app/services/accounts/sessions.server.ts'
import { testDatabase } from '../support/database.ts'
import { addPerson, noon } from '../support/people.ts'

const config = { sessionSecret: 's'.repeat(32), baseUrl: 'http://localhost:3000' } as Parameters<typeof sessionCookie>[0]

describe('signing in again from a page that stays open', () => {
  const db = testDatabase()
  const asked = () => ({ sql: db.sql, actor: null, clock: () => noon, origin: '192.0.2.1' })

  it('brings the person back who opened the page, with their password alone', async () => {
    const author = await addPerson(db.sql, 'author')
    const token = await signInAgain(asked(), { person: author.id, password: demoPassword })
    const cookie = sessionCookie(config, token).split(';')[0] as string
    expect(await actorOfCookie(db.sql, cookie, config.sessionSecret, noon)).toMatchObject({ id: author.id })
  })

  it('answers a wrong password, an account put out of use and a person nobody knows alike', async () => {
    const author = await addPerson(db.sql, 'author')
    const reviewer = await addPerson(db.sql, 'reviewer')
    await db.sql`update app_user set active = false where id = ${reviewer.id}`
    for (const given of [
      { person: author.id, password: 'iets anders' },
      { person: reviewer.id, password: demoPassword },
      { person: randomUUID(), password: demoPassword },
    ]) {
      await expect(signInAgain(asked(), given)).rejects.toMatchObject({ code: 'invalid-input', detail: 'credentials' })
    }
  })

  it('counts attempts as the sign-in page does', async () => {
    const author = await addPerson(db.sql, 'author')
    const attempt = () => signInAgain(asked(), { person: author.id, password: 'iets anders' }).catch((error) => error.code)
    const answers = []
    for (let times = 0; times < 12; times++) answers.push(await attempt())
    expect(answers.at(-1)).toBe('too-many-attempts')
    await expect(signInAgain(asked(), { person: author.id, password: demoPassword })).rejects.toMatchObject({
      code: 'too-many-attempts',
    })
  })

  it('takes only a person and a password', () => {
    for (const bad of [null, {}, { person: 'x', password: 'y' }, { person: randomUUID(), password: '' }]) {
      expect(SameAgain.safeParse(bad).success).toBe(false)
    }
  })
})
