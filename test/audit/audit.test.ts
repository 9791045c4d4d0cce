import { describe, expect, it } from 'vitest'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { AuditEvent } from '#schemas/audit.ts'
import { testDatabase } from '../support/database.ts'
import { addPerson, as, noon } from '../support/people.ts'
import { auditExamples } from './examples.ts'

describe('the audit vocabulary', () => {
  const actions = AuditEvent.options.map((option) => option.shape.action.value).sort()

  it('has an example of every event here, once', () => {
    expect(auditExamples.map((it) => it.action).sort()).toEqual(actions)
  })

  describe.each(auditExamples.map((example) => [example.action, { result: 'done' as const, ...example }] as const))(
    '%s',
    (_action, event) => {
      it('is read back as it was written', () => {
        expect(AuditEvent.parse(JSON.parse(JSON.stringify(event)))).toEqual(event)
      })

      it('refuses what it does not know: a secret cannot slip into the details', () => {
        for (const secret of ['password', 'identity', 'text'])
          expect(AuditEvent.safeParse({ ...event, details: { ...event.details, [secret]: 'x' } }).success, secret).toBe(false)
      })

      it('refuses to miss one of its details, or an object of another kind', () => {
        for (const key of Object.keys(event.details)) {
          const less = Object.fromEntries(Object.entries(event.details).filter(([name]) => name !== key))
          expect(AuditEvent.safeParse({ ...event, details: less }).success, key).toBe(false)
        }
        expect(AuditEvent.safeParse({ ...event, objectType: 'teapot' }).success).toBe(false)
        expect(AuditEvent.safeParse({ ...event, result: 'maybe' }).success).toBe(false)
        expect(AuditEvent.safeParse({ ...event, objectId: undefined }).success).toBe(false)
      })
    },
  )

  it('refuses an action it does not know', () => {
    expect(AuditEvent.safeParse({ ...auditExamples[0], action: 'world.ended', result: 'done' }).success).toBe(false)
  })
})

describe('the audit in the database', () => {
  const db = testDatabase()
  const count = async () => Number((await db.sql`select count(*) from audit_event`)[0]?.count)

  it('keeps action, object, result, origin, actor and time', async () => {
    const author = await addPerson(db.sql, 'author')
    await recordEvent(as(db.sql, author), {
      action: 'session.ended',
      objectType: 'user',
      objectId: author.id,
      details: { everywhere: true },
    })
    const [row] = await db.sql`select * from audit_event where action = 'session.ended'`
    expect(row).toMatchObject({
      actor_id: author.id,
      at: noon,
      origin: 'test',
      object_type: 'user',
      object_id: author.id,
      result: 'done',
      details: { everywhere: true },
    })
  })

  it('holds every event, and every row reads back as the event it was', async () => {
    const author = await addPerson(db.sql, 'author')
    for (const example of auditExamples) await recordEvent(as(db.sql, author), example)
    const rows = await db.sql`
      select action, object_type as "objectType", object_id as "objectId", result, details from audit_event order by id desc
      limit ${auditExamples.length}`
    expect(rows.reverse().map((row) => AuditEvent.parse(row))).toEqual(
      auditExamples.map((example) => ({ result: 'done', ...example })),
    )
  })

  it('writes nothing when an event is not right, and nothing when the change is rolled back', async () => {
    const author = await addPerson(db.sql, 'author')
    const before = await count()
    const ended = { action: 'session.ended', objectType: 'user', objectId: author.id, details: { everywhere: true } } as const
    await expect(
      recordEvent(as(db.sql, author), { ...ended, details: { everywhere: true, password: 'x' } as never }),
    ).rejects.toThrow()
    const work = withTransaction(db.sql, async (tx) => {
      await recordEvent(as(tx, author), ended)
      throw new Error('the change itself failed')
    })
    await expect(work).rejects.toThrow('the change itself failed')
    expect(await count()).toBe(before)
  })

  it('is append-only: the database itself refuses to change or delete an event, one or all', async () => {
    await addPerson(db.sql, 'author')
    const before = await count()
    expect(before).toBeGreaterThan(0)
    await expect(db.sql`update audit_event set origin = 'elsewhere'`).rejects.toThrow(/append-only/)
    await expect(db.sql`update audit_event set details = '{}' where id = 1`).rejects.toThrow(/append-only/)
    await expect(db.sql`delete from audit_event where id = 1`).rejects.toThrow(/append-only/)
    await expect(db.sql`truncate audit_event`).rejects.toThrow(/append-only/)
    expect(await count()).toBe(before)
  })

  it('keeps the account of whoever did something', async () => {
    const author = await addPerson(db.sql, 'author')
    await recordEvent(as(db.sql, author), {
      action: 'session.ended',
      objectType: 'user',
      objectId: author.id,
      details: { everywhere: false },
    })
    await expect(db.sql`delete from app_user where id = ${author.id}`).rejects.toThrow(/foreign key/)
  })
})
