import type { JSONValue } from 'postgres'
import { describe, expect, it } from 'vitest'
import { hashOf } from '#app/platform/canonical-json.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { assignAuthor } from '#app/services/reports/assign-author.server.ts'
import { approveSection, ReturnReason, returnSection } from '#app/services/review/decide-section.server.ts'
import { readSectionForReview } from '#app/services/review/read-section-for-review.server.ts'
import { submitSection } from '#app/services/review/submit-section.server.ts'
import { whyNoDecision } from '#app/services/review/why-no-decision.ts'
import { saveDocument } from '#app/services/sections/save-document.server.ts'
import { emptyDocument } from '#editor/document/schema.ts'
import { aSection, textOf } from '../sections/section.ts'
import { testDatabase } from '../support/database.ts'
import { addPerson, as } from '../support/people.ts'
import { aSectionInReview, aWrittenSection, statusOf } from './section-in-review.ts'

const nobody = '00000000-0000-4000-8000-000000000000'
const reason = 'De tweede alinea heeft nog een bron nodig.'
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof DomainError ? `${error.code}: ${error.detail}` : String(error)),
  )

describe('submitting a section', () => {
  const db = testDatabase()

  it('is refused without a text, and without a day up to which it goes; nothing changes then', async () => {
    const { author, sectionId } = await aSection(db.sql)
    expect(await refusal(submitSection(author, sectionId))).toBe('invalid-input: no-as-of-date')
    await db.sql`update section set as_of_date = '2026-10-15' where id = ${sectionId}`
    expect(await refusal(submitSection(author, sectionId))).toBe('invalid-input: no-text')
    await saveDocument(author, { sectionId, baseVersion: 0, document: textOf('  \n ') })
    expect(await refusal(submitSection(author, sectionId))).toBe('invalid-input: no-text')
    expect(await statusOf(db.sql, sectionId)).toBe('draft')
    await saveDocument(author, { sectionId, baseVersion: 1, document: textOf('Tekst.') })
    await submitSection(author, sectionId)
    expect(await statusOf(db.sql, sectionId)).toBe('in-review')
  })

  it('happens once, also when two do it at the same moment; from then on the text stands still', async () => {
    const { author, second, sectionId } = await aWrittenSection(db.sql)
    const answers = await Promise.all([author, second].map((who) => refusal(submitSection(who, sectionId))))
    expect(answers.sort()).toEqual(['done', 'wrong-state: section-closed'])
    expect(await refusal(saveDocument(author, { sectionId, baseVersion: 1, document: emptyDocument() }))).toBe(
      'wrong-state: section-closed',
    )
    const events = await db.sql`select details from audit_event where action = 'section.submitted' and object_id = ${sectionId}`
    expect(events.map((it) => it.details)).toEqual([{ version: 1 }])
  })

  it('of an unknown or malformed section is not found', async () => {
    const { author } = await aSection(db.sql)
    for (const id of [nobody, 'x', '']) expect(await refusal(submitSection(author, id))).toBe('not-found: undefined')
  })
})

describe('deciding on a section', () => {
  const db = testDatabase()

  it('approves the very text that was read, with its version and hash, and tells the audit', async () => {
    const document = textOf('De wet stelt eisen.')
    const { reviewer, sectionId } = await aSectionInReview(db.sql, document)
    await approveSection(reviewer, sectionId, { status: 'in-review', version: 1 })
    expect(await statusOf(db.sql, sectionId)).toBe('approved')
    const [decision] =
      await db.sql`select decision, document_version, document_hash, reviewer_id from review_decision where section_id = ${sectionId}`
    expect(decision).toEqual({
      decision: 'approved',
      document_version: 1,
      document_hash: hashOf(document),
      reviewer_id: reviewer.actor.id,
    })
    const [event] = await db.sql`select details from audit_event where action = 'section.approved' and object_id = ${sectionId}`
    expect(event!.details).toEqual({ version: 1, hash: hashOf(document) })
  })

  it('is never done by its author, nor by anyone who wrote in it, whatever their roles', async () => {
    const { author, reviewer, publisher, sectionId } = await aWrittenSection(db.sql)
    await saveDocument(reviewer, { sectionId, baseVersion: 1, document: textOf('Ook van de beoordelaar.') })
    await assignAuthor(author, sectionId, author.actor.id)
    await submitSection(author, sectionId)
    const both = { ...author, actor: { ...author.actor, roles: ['author', 'reviewer'] as const } }
    for (const who of [author, both, reviewer]) {
      expect(await refusal(approveSection(who, sectionId))).toBe('not-allowed: section.approve')
      expect(await refusal(returnSection(who, { sectionId, reason }))).toBe('not-allowed: section.return')
    }
    const { state } = await readSectionForReview(author, sectionId)
    expect([author, both, reviewer, publisher].map((who) => whyNoDecision(who.actor, state))).toEqual([
      'role',
      'own-author',
      'own-contributor',
      null,
    ])
    expect(await statusOf(db.sql, sectionId)).toBe('in-review')
    await approveSection(publisher, sectionId)
    expect(await statusOf(db.sql, sectionId)).toBe('approved')
  })

  it('looks at who wrote and at the text as they are once it is its turn, not as they were when it began to wait', async () => {
    const { reviewer, publisher, sectionId } = await aWrittenSection(db.sql)
    const late = textOf('Op het laatst herschreven.')
    let approvals: Promise<string[]> | undefined
    await withTransaction(db.sql, async (tx) => {
      await tx`select 1 from section where id = ${sectionId} for update`
      approvals = refusal(approveSection(reviewer, sectionId)).then(async (first) => [
        first,
        await refusal(approveSection(publisher, sectionId)),
      ])
      await someoneWaits()
      // What a save by the reviewer and a submission leave behind.
      await tx`update section_document set document = ${tx.json(late as JSONValue)}, version = 2 where section_id = ${sectionId}`
      await tx`insert into section_contribution (section_id, user_id, last_saved_at) values (${sectionId}, ${reviewer.actor.id}, now())`
      await tx`update section set status = 'in-review' where id = ${sectionId}`
    })
    expect(await approvals).toEqual(['not-allowed: section.approve', 'done'])
    const [decision] = await db.sql`select document_version, document_hash from review_decision where section_id = ${sectionId}`
    expect(decision).toEqual({ document_version: 2, document_hash: hashOf(late) })
  })

  async function someoneWaits() {
    for (let turn = 0; turn < 200; turn++) {
      const [waiting] = await db.sql`
        select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
      if (waiting) return
      await new Promise((done) => setTimeout(done, 10))
    }
    throw new Error('nobody waited for the section')
  }

  it('needs a reason to return, of ten characters or more', async () => {
    const { reviewer, sectionId } = await aSectionInReview(db.sql)
    for (const poor of ['', '         ', 'n.v.t.', '  te kort  '])
      await expect(returnSection(reviewer, { sectionId, reason: poor })).rejects.toThrow('reason-too-short')
    await expect(returnSection(reviewer, { sectionId, reason: 'x'.repeat(4001) })).rejects.toThrow('too-long')
    expect(ReturnReason.safeParse(undefined).success).toBe(false)
    expect(await statusOf(db.sql, sectionId)).toBe('in-review')
    await returnSection(reviewer, { sectionId, reason: `  ${reason}  ` })
    expect(await statusOf(db.sql, sectionId)).toBe('returned')
    expect((await readSectionForReview(reviewer, sectionId)).decisions).toMatchObject([
      { decision: 'returned', reason, version: 1 },
    ])
  })

  it('of two reviewers at once takes exactly one decision, whichever way each decides', async () => {
    const seen = { status: 'in-review', version: 1 } as const
    type Deciding = 'approve' | 'return'
    const pairs: [Deciding, Deciding][] = [
      ['approve', 'approve'],
      ['approve', 'return'],
      ['return', 'approve'],
      ['return', 'return'],
    ]
    for (const pair of pairs) {
      const { reviewer, publisher, sectionId } = await aSectionInReview(db.sql)
      const answers = await Promise.all(
        [reviewer, publisher].map((who, index) =>
          refusal(
            pair[index] === 'approve' ? approveSection(who, sectionId, seen) : returnSection(who, { sectionId, reason, seen }),
          ),
        ),
      )
      expect(answers.sort(), pair.join(' and ')).toEqual(['conflict: section-changed', 'done'])
      expect(await db.sql`select 1 from review_decision where section_id = ${sectionId}`).toHaveLength(1)
      const events = await db.sql`
        select 1 from audit_event where action in ('section.approved', 'section.returned') and object_id = ${sectionId}`
      expect(events).toHaveLength(1)
    }
  })

  it('is refused when the text is another than the one that was read', async () => {
    const { author, reviewer, publisher, sectionId } = await aSectionInReview(db.sql)
    const seen = { status: 'in-review', version: 1 } as const
    await returnSection({ ...publisher, clock: () => new Date('2026-10-31T12:00:00Z') }, { sectionId, reason, seen })
    await saveDocument(author, { sectionId, baseVersion: 1, document: textOf('Nu met een bron.') })
    await submitSection(author, sectionId)
    expect(await refusal(approveSection(reviewer, sectionId, seen))).toBe('conflict: section-changed')
    await approveSection(reviewer, sectionId, { ...seen, version: 2 })
    expect((await readSectionForReview(reviewer, sectionId)).decisions.map((it) => [it.decision, it.version])).toEqual([
      ['approved', 2],
      ['returned', 1],
    ])
  })

  it('is possible only in review; what is approved can still go back', async () => {
    const { author, reviewer, publisher, sectionId } = await aWrittenSection(db.sql)
    expect(await refusal(approveSection(reviewer, sectionId))).toBe('wrong-state: section-not-in-review')
    expect(await refusal(returnSection(reviewer, { sectionId, reason }))).toBe('wrong-state: section-not-in-review')
    await submitSection(author, sectionId)
    await approveSection(reviewer, sectionId)
    expect(await refusal(approveSection(publisher, sectionId))).toBe('wrong-state: section-not-in-review')
    await returnSection(publisher, { sectionId, reason })
    expect(await refusal(returnSection(reviewer, { sectionId, reason }))).toBe('wrong-state: section-not-in-review')
    await saveDocument(author, { sectionId, baseVersion: 1, document: textOf('Verbeterd.') })
  })

  it('on an unknown or malformed section, or a chapter, is not found', async () => {
    const reviewer = as(db.sql, await addPerson(db.sql, 'reviewer'))
    await aSection(db.sql)
    const [chapter] = await db.sql`
      select id from section where not exists (select from section_document where section_id = section.id) limit 1`
    for (const id of [nobody, 'x', chapter!.id]) {
      expect(await refusal(approveSection(reviewer, id))).toBe('not-found: undefined')
      expect(await refusal(returnSection(reviewer, { sectionId: id, reason }))).toBe('not-found: undefined')
    }
  })
})
