import assert from 'node:assert/strict'
import type { Sql } from '#app/platform/database/sql.server.ts'
import { readText } from '#app/services/sections/read-text.server.ts'
import type { SectionDocument } from '#schemas/document.ts'
import { until } from '../../support/processes.ts'
import type { Author } from './author.ts'

/**
 * Waits until everything is acknowledged, and holds the outcome against what was typed: every page of a section shows the very text the server has,
 * each author's paragraph says what they typed, letter by letter, and the table of steps has every letter once.
 * @throws {AssertionError} otherwise.
 */
export async function mustBeWhole(sql: Sql, authors: readonly Author[]): Promise<void> {
  await until('everything is acknowledged', () => authors.every((author) => author.acknowledged === author.typed.length), 60_000)
  for (const author of authors) {
    await author.catchUp()
    const { document } = await readText({ sql }, author.seat.sectionId)
    assert.deepEqual(author.document(), document, 'a page shows another text than the server has')
    assert.equal(wordsOf(document, author.seat.paragraph).trimStart(), author.typed, 'a text is not what its author typed')
  }
  const stored = await storedLetters(sql, authors)
  for (const author of authors)
    assert.equal(stored.get(author), author.typed.length, 'a letter was stored more than once, or never')
}

/** How many letters of each author are on the server's disk. */
export async function storedLetters(sql: Sql, authors: readonly Author[]): Promise<Map<Author, number>> {
  const rows = await sql<{ clientId: string; letters: number }[]>`
    select client_id as "clientId", count(*)::int as letters from section_step
    where client_id = any(${authors.map((author) => author.clientId)}::text[]) group by client_id`
  const byClient = new Map(rows.map((row) => [row.clientId, row.letters]))
  return new Map(authors.map((author) => [author, byClient.get(author.clientId) ?? 0]))
}

const wordsOf = ({ content }: SectionDocument, paragraph: number): string =>
  (content[paragraph]?.content ?? []).map((it) => it.text ?? '').join('')
