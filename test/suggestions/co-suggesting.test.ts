import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readText } from '#app/services/sections/read-text.server.ts'
import { sectionSchema } from '#editor/document/schema.ts'
import { decided } from '#editor/suggestions/decide.ts'
import { suggestionsIn } from '#editor/suggestions/overview.ts'
import { suggest } from '#editor/suggestions/suggest.ts'
import { openPage } from '../sections/pages.ts'
import { textOf } from '../sections/section.ts'
import { aWrittenSection } from '../review/section-in-review.ts'
import { testDatabase } from '../support/database.ts'

const db = testDatabase()

type Page = Awaited<ReturnType<typeof openPage>>

/** What a page in which everything is a suggestion does with what is typed in it. */
function suggester(page: Page) {
  const own = new Set<string>()
  const newId = () => {
    const id: string = crypto.randomUUID()
    own.add(id)
    return id
  }
  return (make: Parameters<Page['edit']>[0]) =>
    page.edit((tr) => suggest(page.state(), make(tr), { isOwn: (id) => own.has(id), newId }) ?? page.state().tr)
}

describe('suggesting while others write', () => {
  it('ends in the same text for everyone, with every suggestion in the name of who made it', async () => {
    const { author, reviewer, coordinator, sectionId } = await aWrittenSection(db.sql, textOf('De wet kent dienstplicht.'))
    const pages = [await openPage(author, sectionId), await openPage(reviewer, sectionId), await openPage(coordinator, sectionId)]
    const [writes, suggests, alsoSuggests] = [pages[0]!.edit, suggester(pages[1]!), suggester(pages[2]!)]
    writes((tr) => tr.insertText('Nu: ', 1))
    suggests((tr) => tr.insertText('kent geen', 8, 12))
    alsoSuggests((tr) => tr.delete(4, 8))
    suggests((tr) => tr.insertText(' Meer.', tr.doc.content.size - 1))
    for (const page of pages) await page.settled()
    for (const page of pages) await page.coWriter.catchUp()
    const { document } = await readText(author, sectionId)
    for (const page of pages) expect(page.document()).toEqual(document)
    const text = sectionSchema.nodeFromJSON(document)
    const rows = await db.sql<{ id: string; author: string }[]>`
      select id, author_id as author from suggestion where section_id = ${sectionId}`
    expect(new Set(rows.map(({ author: whose }) => whose))).toEqual(new Set([reviewer.actor.id, coordinator.actor.id]))
    expect(
      suggestionsIn(text)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(rows.map(({ id }) => id).sort())
    expect(decided(text, 'reject').textContent).toBe('Nu: De wet kent dienstplicht.')
    expect(pages.flatMap((page) => page.said).filter(({ kind }) => kind === 'refused')).toEqual([])
  })

  it('keeps the words of the text, whatever is suggested at the same moment', async () => {
    const edit = fc.record({ from: fc.nat(200), size: fc.nat(8), words: fc.constantFrom('', 'x', 'ab '), who: fc.nat(2) })
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 2, maxLength: 12 }), async (edits) => {
        const { author, reviewer, coordinator, sectionId } = await aWrittenSection(db.sql, textOf('De wet kent dienstplicht.'))
        const pages = [
          await openPage(author, sectionId),
          await openPage(reviewer, sectionId),
          await openPage(coordinator, sectionId),
        ]
        const ways = [pages[0]!.edit, suggester(pages[1]!), suggester(pages[2]!)]
        let typed = ''
        for (const { from, size, words, who } of edits) {
          const end = pages[who]!.state().doc.content.size - 1
          const at = 1 + (from % end)
          // The author only adds words, so that it is known which there must be.
          if (who === 0) {
            typed += words
            if (words) ways[0]!((tr) => tr.insertText(words, at))
          } else ways[who]!((tr) => tr.insertText(words, at, Math.min(end, at + size)))
        }
        for (const page of pages) await page.settled()
        for (const page of pages) await page.coWriter.catchUp()
        const { document } = await readText(author, sectionId)
        expect(pages[0]!.document()).toEqual(document)
        const left = decided(sectionSchema.nodeFromJSON(document), 'reject').textContent
        expect([...left].sort().join('')).toBe([...`De wet kent dienstplicht.${typed}`].sort().join(''))
      }),
      { numRuns: 8 },
    )
  })
})
