import { describe, expect, it } from 'vitest'
import { startThread } from '#app/services/comments/start-thread.server.ts'
import { readWork } from '#app/services/home/read-work.server.ts'
import { assignAuthors } from '#app/services/reports/assign-author.server.ts'
import { readReport } from '#app/services/reports/read-report.server.ts'
import { handOver } from '#app/services/terms-of-reference/hand-over.server.ts'
import { roles } from '#schemas/vocabulary.ts'
import { testDatabase } from '../support/database.ts'
import { addPerson, as, noon } from '../support/people.ts'
import { someReport, someTerms, standardSections } from '../support/terms.ts'

describe('Mijn werk', () => {
  const db = testDatabase()
  const workOf = async (who: string) => readWork(as(db.sql, await addPerson(db.sql, who)))

  it('has something to say to every role of a new installation, and only lists the role has to do with', async () => {
    for (const role of roles) {
      const work = await workOf(role)
      expect(work.releases.rows).toEqual([])
      expect(work.preparing === null).toBe(role !== 'policy')
      expect(work.mine === null).toBe(role !== 'author')
      expect(work.toRelease === null).toBe(role !== 'publisher')
      expect(work.accounts === null).toBe(role !== 'administrator')
      expect(work.readsOnly).toBe(role === 'external-expert')
      expect(work.search).toBe(['decision-officer', 'researcher', 'contributor', 'coordinator'].includes(role))
    }
    const { accounts } = await workOf('administrator')
    expect(accounts?.map((it) => it.role).sort()).toEqual([...roles].sort())
    expect(accounts?.find((it) => it.role === 'author')?.accounts).toBe(1)
  })

  it('shows policy what is in preparation by date, Foreign Affairs what waits to be accepted, and never more than a page of it', async () => {
    const policy = as(db.sql, await addPerson(db.sql, 'policy'))
    for (let day = 10; day < 25; day++) await someTerms(policy, { countryCode: 'YEM', periodFrom: `2019-01-${day}` })
    const urgent = await someTerms(policy, { countryCode: 'IRQ', dueOn: '2026-12-01' })
    const waiting = await someTerms(policy, { countryCode: 'TUR' })
    await handOver(policy, waiting)
    const work = await workOf('policy')
    expect(work.preparing).toMatchObject({ more: true })
    expect(work.preparing?.rows).toHaveLength(12)
    expect(work.preparing?.rows[0]?.id).toBe(urgent)
    expect(work.handedOver?.rows.map((it) => it.id)).toEqual([waiting])
    for (const role of ['author', 'reviewer', 'publisher']) {
      expect((await workOf(role)).toAccept?.rows.map((it) => it.id)).toEqual([waiting])
    }
  })

  it('follows a section: unassigned, the author’s, in review, returned on top, approved and waiting for a release', async () => {
    const author = as(db.sql, await addPerson(db.sql, 'author'))
    const reviewer = await addPerson(db.sql, 'reviewer')
    const reportId = await someReport(as(db.sql, await addPerson(db.sql, 'policy')), author)
    const { tree } = await readReport(author, reportId)
    const [first, second] = tree.filter((it) => it.hasText).map((it) => it.id)
    expect((await workOf('publisher')).unassigned?.rows).toMatchObject([{ reportId, sections: standardSections.length }])
    await assignAuthors(author, { sectionIds: [first!, second!], authorId: author.actor.id })
    const before = await workOf('author')
    expect(before.unassigned?.rows[0]?.sections).toBe(standardSections.length - 2)
    expect(before.mine?.rows.map((it) => it.id)).toEqual([first, second])

    await db.sql`update section set status = 'in-review', submitted_at = ${noon} where id in (${first!}, ${second!})`
    expect((await workOf('reviewer')).inReview?.rows.map((it) => it.id).sort()).toEqual([first, second].sort())
    await db.sql`insert into section_contribution values (${second!}, ${reviewer.id}, ${noon})`
    expect(
      (await workOf('reviewer')).inReview?.rows.map((it) => it.id),
      'not what they wrote in',
    ).toEqual([first])

    await db.sql`update section set status = 'returned' where id = ${second!}`
    await startThread(as(db.sql, reviewer), { sectionId: second!, nature: 'fact', body: 'Bron?' })
    expect((await workOf('author')).mine?.rows[0]).toMatchObject({ id: second, status: 'returned', comments: 1 })

    await db.sql`update section set status = 'approved' where id = ${first!}`
    await db.sql`
      insert into review_decision (section_id, reviewer_id, decision, document_version, document_hash, decided_at)
      values (${first!}, ${reviewer.id}, 'approved', 1, 'x', ${noon})`
    expect((await workOf('publisher')).toRelease?.rows).toMatchObject([{ reportId, sections: 1 }])
    const [release] = await db.sql`
      insert into release (report_id, number, title, language, released_at, released_by, content, hash)
      values (${reportId}, 'SYR-2026-1', 'Rapport', 'nl', ${noon}, ${reviewer.id}, '{}', 'x') returning id`
    await db.sql`insert into release_section values (${release!.id}, ${first!}, '0.1', 'x', '2026-11-01', 'x')`
    expect((await workOf('publisher')).toRelease?.rows).toEqual([])
    expect((await workOf('decision-officer')).releases.rows).toMatchObject([{ number: 'SYR-2026-1', sections: 1 }])
  })
})
