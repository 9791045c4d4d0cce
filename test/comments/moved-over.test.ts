import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readThreads } from '#app/services/comments/read-threads.server.ts'
import { aSectionInReview } from '../review/section-in-review.ts'
import { testDatabase } from '../support/database.ts'

const migration = (name: string) =>
  readFileSync(new URL(`../../app/platform/database/migrations/${name}`, import.meta.url), 'utf8')

describe('remarks from before there were threads', () => {
  const db = testDatabase()

  it('become threads with their words, makers and days, and say that nobody marked them', async () => {
    const { author, reviewer, sectionId } = await aSectionInReview(db.sql)
    await db.sql`drop table comment_mention, comment_message, comment_thread`
    const before = /create table review_comment[\s\S]*?\n\);/.exec(migration('007.do.review-and-release.sql'))![0]
    await db.sql.unsafe(before)
    await db.sql`
      insert into review_comment (section_id, block_id, quote, body, author_id, created_at, resolved_by, resolved_at) values
        (${sectionId}, null, null, 'Over het geheel.', ${author.actor.id}, '2026-01-01', null, null),
        (${sectionId}, 'babc', 'De wet', 'Welke wet?', ${reviewer.actor.id}, '2026-01-02', null, null),
        (${sectionId}, null, 'eisen', 'Welke eisen?', ${reviewer.actor.id}, '2026-01-03', ${author.actor.id}, '2026-01-04')`
    await db.sql.unsafe(migration('027.do.comment-threads.sql'))
    expect(await readThreads(reviewer, sectionId)).toMatchObject([
      { place: 'section', nature: null, quote: null, authorId: author.actor.id, messages: [{ body: 'Over het geheel.' }] },
      { place: 'text', blockId: 'babc', quote: 'De wet', resolvedAt: null, messages: [{ body: 'Welke wet?' }] },
      { place: 'text', blockId: null, quote: 'eisen', resolvedBy: 'Auteur Demo', messages: [{ body: 'Welke eisen?' }] },
    ])
  })
})
