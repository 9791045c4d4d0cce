import { describe, expect, it } from 'vitest'
import { addUser, type NewUser } from '#app/services/accounts/add-user.server.ts'
import { chooseLanguage } from '#app/services/accounts/choose-language.server.ts'
import { listDemoAccounts } from '#app/services/accounts/demo-accounts.server.ts'
import { roles } from '#schemas/vocabulary.ts'
import { testDatabase } from '../support/database.ts'
import { addPerson, as, noon } from '../support/people.ts'

const someone: NewUser = {
  email: 'iemand@example.org',
  name: 'Iemand',
  organisation: 'BZ',
  password: 'a long enough one',
  roles: ['author'],
}

describe('adding an account', () => {
  const db = testDatabase()
  const add = (changes: Partial<NewUser> = {}) =>
    addUser({ sql: db.sql, actor: null, clock: () => noon, origin: 'cli' }, { ...someone, ...changes })
  const count = async () => Number((await db.sql`select count(*) from app_user`)[0]?.count)

  it('keeps the person, their roles and the fact that they were added', async () => {
    const id = await add({ email: 'Iemand@Example.ORG', roles: ['author', 'coordinator'], topics: ['gender'] })
    const [user] = await db.sql`select email, language, active, is_demo from app_user where id = ${id}`
    expect(user).toEqual({ email: 'iemand@example.org', language: 'nl', active: true, is_demo: false })
    expect([...(await db.sql`select role, topics from user_role where user_id = ${id} order by role`)]).toEqual([
      { role: 'author', topics: [] },
      { role: 'coordinator', topics: ['gender'] },
    ])
    const [event] = await db.sql`select * from audit_event where object_id = ${id}`
    expect(event).toMatchObject({
      action: 'user.added',
      actor_id: null,
      origin: 'cli',
      details: { roles: ['author', 'coordinator'] },
    })
  })

  it('refuses a second account for an address in any case, and leaves nothing behind', async () => {
    await add({ email: 'dubbel@example.org' })
    const before = await count()
    await expect(add({ email: 'DUBBEL@example.org' })).rejects.toMatchObject({ code: 'conflict', detail: 'email-taken' })
    expect(await count()).toBe(before)
  })

  it('adds one of two that come at the same moment', async () => {
    const outcomes = await Promise.allSettled([add({ email: 'samen@example.org' }), add({ email: 'samen@example.org' })])
    expect(outcomes.map((it) => it.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect([...(await db.sql`select count(*)::int as n from app_user where email = 'samen@example.org'`)]).toEqual([{ n: 1 }])
  })

  it('refuses an organisation that is not there', async () => {
    const before = await count()
    await expect(add({ email: 'elders@example.org', organisation: 'NSA' })).rejects.toMatchObject({
      detail: 'unknown-organisation',
    })
    expect(await count()).toBe(before)
  })

  it.each([
    ['an address without a host', { email: 'iemand' }],
    ['an empty name', { name: '   ' }],
    ['a short password', { password: 'eleven char' }],
    ['no role', { roles: [] }],
    ['an unknown role', { roles: ['king' as never] }],
    ['an unknown topic', { topics: ['weather' as never] }],
    ['an unknown language', { language: 'fr' as never }],
  ])('refuses %s', async (_what, changes) => {
    const before = await count()
    await expect(add({ email: 'fout@example.org', ...changes })).rejects.toThrow()
    expect(await count()).toBe(before)
  })

  it('knows every role of the vocabulary in the database, and no other', async () => {
    const known = (await db.sql`select code from role order by code`).map((row) => row.code)
    expect(known).toEqual([...roles].sort())
  })

  it('tells demo accounts from real ones', async () => {
    expect(await listDemoAccounts(db.sql)).toEqual([])
    await addPerson(db.sql, 'reviewer')
    await addPerson(db.sql, 'policy')
    expect((await listDemoAccounts(db.sql)).map((it) => it.email)).toEqual(['beleid@demo.example', 'beoordelaar@demo.example'])
    await db.sql`update app_user set active = false where email = 'beleid@demo.example'`
    expect((await listDemoAccounts(db.sql)).map((it) => it.email)).toEqual(['beoordelaar@demo.example'])
  })

  it("keeps a person's choice of language and records it", async () => {
    const author = await addPerson(db.sql, 'author')
    await chooseLanguage(as(db.sql, author), 'en')
    expect((await db.sql`select language from app_user where id = ${author.id}`)[0]?.language).toBe('en')
    const [event] = await db.sql`select details from audit_event where action = 'user.language-chosen'`
    expect(event?.details).toEqual({ language: 'en' })
  })
})
