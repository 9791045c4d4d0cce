import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sectionSchema } from '#editor/document/schema.ts'
import { decide, decided } from '#editor/suggestions/decide.ts'
import { suggestionsIn } from '#editor/suggestions/overview.ts'
import { suggest } from '#editor/suggestions/suggest.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { readText } from '#app/services/sections/read-text.server.ts'
import { openPage } from '../sections/pages.ts'
import { textOf } from '../sections/section.ts'
import { aWrittenSection } from '../review/section-in-review.ts'
import { testDatabase } from '../support/database.ts'

const db = testDatabase()
type Page = Awaited<ReturnType<typeof openPage>>
type Edit = Parameters<Page['edit']>[0]

/** A reviewer suggested " echter" behind "De wet" or a new paragraph behind the first; an author and the reviewer have it open. */
async function suggested(what: 'words' | 'paragraph' = 'words') {
  const { author, second, reviewer, sectionId } = await aWrittenSection(db.sql, textOf('De wet geldt.'))
  const own = new Set<string>()
  const newId = () => {
    const id: string = crypto.randomUUID()
    own.add(id)
    return id
  }
  const reviewing = await openPage(reviewer, sectionId)
  const suggests = (make: Edit) =>
    reviewing.edit((tr) => suggest(reviewing.state(), make(tr), { isOwn: (id) => own.has(id), newId }) ?? tr)
  if (what === 'words') suggests((tr) => tr.insertText(' echter', 7))
  else
    suggests((tr) =>
      tr.insert(tr.doc.content.size, sectionSchema.nodes.paragraph!.create(null, sectionSchema.text('Een nieuwe.'))),
    )
  await reviewing.settled()
  const writing = await openPage(author, sectionId)
  return { author, second, reviewer, sectionId, reviewing, writing, suggests, own }
}
const now = async (who: UseCase, sectionId: string) => sectionSchema.nodeFromJSON((await readText(who, sectionId)).document)
const everyone = async (...pages: Page[]) => {
  for (const page of pages) await page.settled()
  for (const page of pages) await page.coWriter.catchUp()
  for (const page of pages) expect(page.said.filter(({ kind }) => kind === 'refused')).toEqual([])
}

/** Where a text says something. */
const at = (page: Page, words: string): number => {
  let found = -1
  page.state().doc.descendants((node, pos) => {
    const index = node.text?.indexOf(words) ?? -1
    if (found === -1 && index !== -1) found = pos + index
  })
  return found
}
const writesIn = (page: Page, words: string, behind: string) =>
  page.edit((tr) => tr.insert(at(page, behind) + behind.length, sectionSchema.text(words)))

describe('what an author writes in the middle of a suggestion', () => {
  it.each(['reject', 'accept'] as const)('stays when somebody decides to %s it', async (decision) => {
    const { author, sectionId, writing } = await suggested()
    writesIn(writing, ' nog', ' ech')
    writing.edit((tr) => decide(tr, decision))
    await everyone(writing)
    expect((await now(author, sectionId)).textContent).toBe(
      decision === 'reject' ? 'De wet nog geldt.' : 'De wet ech nogter geldt.',
    )
  })

  it('stays when it stood in a new paragraph that is turned down: in the paragraph before', async () => {
    const { author, sectionId, writing } = await suggested('paragraph')
    writesIn(writing, ' Let op.', 'Een nieuwe.')
    writing.edit((tr) => decide(tr, 'reject'))
    await everyone(writing)
    const text = await now(author, sectionId)
    expect(text.childCount).toBe(1)
    expect(text.textContent).toBe('De wet geldt. Let op.')
  })

  it('stays as a suggestion to take it out when the reviewer takes out all of it', async () => {
    const { author, sectionId, writing, reviewing, suggests } = await suggested()
    writesIn(writing, ' nog', ' ech')
    await everyone(writing, reviewing)
    suggests((tr) => tr.delete(7, 7 + ' echter nog'.length))
    await everyone(reviewing, writing)
    const text = await now(author, sectionId)
    expect(text.textContent).toBe('De wet nog geldt.')
    expect(suggestionsIn(text)).toMatchObject([{ inserted: '', removed: ' nog' }])
  })
})

describe('what an author writes in a suggestion at the moment it goes', () => {
  it('stays when the reviewer takes it back just after', async () => {
    const { author, sectionId, writing, reviewing, own } = await suggested()
    writesIn(writing, ' nog', ' ech')
    await writing.settled()
    reviewing.edit((tr) => decide(tr, 'reject', (id) => own.has(id)))
    await everyone(reviewing, writing)
    const text = await now(author, sectionId)
    expect(text.textContent).toBe('De wet nog geldt.')
    for (const page of [reviewing, writing]) expect(page.document()).toEqual(text.toJSON())
  })

  it('is kept beside the text when the reviewer takes it back just before', async () => {
    const { author, sectionId, writing, reviewing, own } = await suggested()
    reviewing.edit((tr) => decide(tr, 'reject', (id) => own.has(id)))
    await reviewing.settled()
    writesIn(writing, ' nog', ' ech')
    await everyone(writing)
    expect((await now(author, sectionId)).textContent).toBe('De wet geldt.')
    expect(sectionSchema.nodeFromJSON(writing.lost[0]).textContent).toContain(' nog')
  })

  it('stays when another author turns it down just after', async () => {
    const { author, second, sectionId, writing } = await suggested()
    const deciding = await openPage(second, sectionId)
    writesIn(writing, ' nog', ' ech')
    writesIn(writing, ' en', 'ter')
    await writing.settled()
    deciding.edit((tr) => decide(tr, 'reject'))
    await everyone(deciding, writing)
    const text = await now(author, sectionId)
    expect(text.textContent).toBe('De wet nog en geldt.')
    for (const page of [deciding, writing]) expect(page.document()).toEqual(text.toJSON())
  })

  it('stays when a whole new paragraph goes just after, in the paragraph before', async () => {
    const { author, second, sectionId, writing } = await suggested('paragraph')
    const deciding = await openPage(second, sectionId)
    writesIn(writing, ' Let op.', 'Een nieuwe.')
    await writing.settled()
    deciding.edit((tr) => decide(tr, 'reject'))
    await everyone(deciding, writing)
    const text = await now(author, sectionId)
    expect(text.textContent).toBe('De wet geldt. Let op.')
    expect(text.childCount).toBe(1)
    expect(deciding.document()).toEqual(text.toJSON())
  })

  it('goes with the text around it as before when nobody suggested anything', async () => {
    const { author, second, sectionId } = await aWrittenSection(db.sql, textOf('De wet geldt hier.'))
    const [one, two] = [await openPage(author, sectionId), await openPage(second, sectionId)]
    writesIn(one, ' nog', ' geldt')
    await one.settled()
    two.edit((tr) => tr.delete(7, 18))
    await everyone(one, two)
    expect((await now(author, sectionId)).textContent).toBe('De wet.')
  })

  it('is never gone unseen, whatever is suggested, taken back and decided at the same moment', async () => {
    const act = fc.record({
      who: fc.constantFrom('writes', 'suggests', 'takes back', 'turns down', 'sends'),
      at: fc.nat(100),
      words: fc.constantFrom('ab', 'c', ' d '),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 10 }), async (acts) => {
        const { author, second, sectionId, writing, reviewing, suggests, own } = await suggested()
        const deciding = await openPage(second, sectionId)
        const pages = [writing, reviewing, deciding]
        const written = [...'De wet geldt.']
        for (const { who, at: place, words } of acts) {
          const inside = (page: Page) => 1 + (place % page.state().doc.firstChild!.content.size)
          if (who === 'writes') {
            written.push(...words)
            writing.edit((tr) => tr.insert(inside(writing), sectionSchema.text(words)))
          } else if (who === 'suggests') suggests((tr) => tr.insertText(words, inside(reviewing)))
          else if (who === 'takes back') reviewing.edit((tr) => decide(tr, 'reject', (id) => own.has(id)))
          else if (who === 'turns down') deciding.edit((tr) => decide(tr, 'reject'))
          else await pages[place % 3]!.settled()
        }
        await everyone(...pages)
        const text = await now(author, sectionId)
        for (const page of pages) expect(page.document()).toEqual(text.toJSON())
        // Two who take the same suggestion out at once may both put the words back.
        const left = [...decided(text, 'reject').textContent]
        const gone = written.filter((letter) => {
          const place = left.indexOf(letter)
          return place === -1 || left.splice(place, 1).length === 0
        })
        if (writing.lost.length === 0) expect(gone).toEqual([])
      }),
      // Every run takes a section of its own, and a report has no more than some: looking for a shorter failure would run out of them and hide it.
      { numRuns: 12, endOnFailure: true },
    )
  })
})
