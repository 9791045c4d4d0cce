import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Transaction } from '@tiptap/pm/state'
import { readSection } from '#app/services/sections/read-section.server.ts'
import { readText } from '#app/services/sections/read-text.server.ts'
import { settleEverything } from '#app/services/sections/settle-text.server.ts'
import { submitSection } from '#app/services/review/submit-section.server.ts'
import { setAsOfDate } from '#app/services/reports/set-as-of-date.server.ts'
import { checkDocument } from '#editor/document/schema.ts'
import { testDatabase } from '../support/database.ts'
import { openPage, sendTo } from './pages.ts'
import { aSection } from './section.ts'

const db = testDatabase()

describe('writing one text with several people', () => {
  it('takes what each typed, in one order for all, and remembers who made every step', async () => {
    const { author, second, sectionId } = await aSection(db.sql)
    const [one, two] = [await openPage(author, sectionId), await openPage(second, sectionId)]
    one.type('Van de eerste. ')
    two.type('Van de tweede. ')
    expect(await one.settled()).toMatchObject({ kind: 'saved' })
    expect(await two.settled()).toMatchObject({ kind: 'saved' })
    await one.coWriter.catchUp()
    expect(one.document()).toEqual(two.document())
    expect((await readText(author, sectionId)).document).toEqual(one.document())
    expect(one.words()).toContain('Van de eerste.')
    expect(one.words()).toContain('Van de tweede.')
    const steps = await db.sql`select author_id from section_step where section_id = ${sectionId}`
    expect(new Set(steps.map((row) => row.author_id))).toEqual(new Set([author.actor.id, second.actor.id]))
    const { section } = await readSection(author, sectionId)
    expect(section.document, 'and the whole text follows').toEqual(one.document())
    expect([...section.contributorIds].sort()).toEqual([author.actor.id, second.actor.id].sort())
  })

  it('makes who comes second wait and never fail: what they are told they missed is all that was written', async () => {
    const { author, second, sectionId } = await aSection(db.sql)
    const pages = await Promise.all([author, second, author, second].map((useCase) => openPage(useCase, sectionId)))
    for (let key = 0; key < 25; key++) {
      for (const page of pages) page.type(String(key % 10))
      await new Promise((done) => setTimeout(done, 3))
    }
    for (const page of pages) await page.settled()
    expect(new Set(pages.flatMap((page) => page.said.map((state) => state.kind)))).toEqual(new Set(['saving', 'saved']))
    expect((await readText(author, sectionId)).document.content[0]!.content![0]!.text).toHaveLength(100)
  })

  it('takes steps once, however often a page sends them because the answer got lost', async () => {
    const { author, sectionId } = await aSection(db.sql)
    let lose = 3
    const page = await openPage(author, sectionId, {
      send: async (...sent) => {
        const answer = await sendTo(...sent)
        if (lose-- > 0) throw new Error('the connection was lost after the server took it')
        return answer
      },
    })
    page.type('Eén keer.')
    for (let tries = 0; tries < 4; tries++) {
      page.coWriter.flush()
      await new Promise((done) => setTimeout(done, 150))
    }
    expect(await page.settled()).toMatchObject({ kind: 'saved' })
    expect(page.said.map((state) => state.kind)).toContain('unreachable')
    const { document } = await readText(author, sectionId)
    expect(JSON.stringify(document).match(/Eén keer\./g)).toHaveLength(1)
    expect(page.kept(), 'nothing is left to keep').toBeNull()
  })

  it('keeps unsent steps while the server is away, and puts them on top of what others wrote meanwhile', async () => {
    const { author, second, sectionId } = await aSection(db.sql)
    let away = true
    const { version } = await readText(author, sectionId)
    const page = await openPage(author, sectionId, {
      send: (...sent) => (away ? Promise.reject(new Error('away')) : sendTo(...sent)),
    })
    page.type('Zonder verbinding.')
    await new Promise((done) => setTimeout(done, 250))
    expect(page.said.at(-1)).toEqual({ kind: 'unreachable' })
    expect(page.kept()).toMatchObject({ version, steps: [{ stepType: 'replace' }] })
    const other = await openPage(second, sectionId)
    other.edit((tr) => tr.insertText('Intussen. ', 1))
    await other.settled()
    away = false
    page.coWriter.flush()
    await page.settled()
    expect(page.words()).toMatch(/Intussen\. Zonder verbinding\.|Zonder verbinding\.Intussen\. /)
    expect((await readText(author, sectionId)).document).toEqual(page.document())
  })

  it('hands back words whose paragraph somebody else removed, whole', async () => {
    const { author, second, sectionId } = await aSection(db.sql)
    const first = await openPage(author, sectionId)
    first.type('Een alinea die zal verdwijnen')
    first.edit((tr) => tr.split(tr.doc.content.size - 1))
    await first.settled()
    let away = true
    const late = await openPage(second, sectionId, {
      send: (...sent) => (away ? Promise.reject(new Error('away')) : sendTo(...sent)),
    })
    late.edit((tr) => tr.insertText(' – met een toevoeging', 8))
    first.edit((tr) => tr.delete(0, tr.doc.firstChild!.nodeSize))
    await first.settled()
    away = false
    late.coWriter.flush()
    await new Promise((done) => setTimeout(done, 400))
    expect(late.coWriter.dirty).toBe(false)
    expect(late.lost).toHaveLength(1)
    expect(JSON.stringify(late.lost[0])).toContain('met een toevoeging')
    expect((await readText(author, sectionId)).document).toEqual(late.document())
  })

  it('keeps a text that came too late beside the section, whole, and says so', async () => {
    const { author, second, sectionId } = await aSection(db.sql)
    const [one, two] = [await openPage(author, sectionId), await openPage(second, sectionId)]
    one.type('Op tijd.')
    await one.settled()
    await two.coWriter.catchUp()
    await setAsOfDate(author, sectionId, '2026-10-01')
    await submitSection(author, sectionId)
    two.type(' Te laat.')
    expect(await two.settled()).toEqual({ kind: 'closed', late: true })
    const { section, copies } = await readSection(second, sectionId)
    expect(JSON.stringify(section.document)).not.toContain('Te laat')
    expect(copies.map((copy) => JSON.stringify(copy.document))).toEqual([expect.stringContaining('Op tijd. Te laat.')])
  })

  it('has what was acknowledged also after a process died before the text was written whole', async () => {
    const { author, sectionId } = await aSection(db.sql)
    const page = await openPage(author, sectionId)
    page.type('Bevestigd.')
    await page.settled()
    const [behind] = await db.sql`select version from section_document where section_id = ${sectionId}`
    expect(behind).toEqual({ version: 0 })
    expect(await settleEverything(author as never)).toBeGreaterThan(0)
    const [whole] = await db.sql`select version, document from section_document where section_id = ${sectionId}`
    expect(whole).toEqual({ version: page.coWriter.version, document: page.document() })
    expect(await settleEverything(author as never), 'nothing is left').toBe(0)
  })

  it('can read every version back, by steps and from snapshots', async () => {
    const { author, sectionId } = await aSection(db.sql)
    const page = await openPage(author, sectionId)
    const versions = new Map<number, string>()
    for (let round = 0; round < 13; round++) {
      for (let key = 0; key < 20; key++) page.type('a')
      await page.settled()
      versions.set(page.coWriter.version, page.words())
      await readSection(author, sectionId)
    }
    const [kept] =
      await db.sql`select count(*) as snapshots, max(version) as last from section_snapshot where section_id = ${sectionId}`
    expect(kept!.snapshots).toBeGreaterThan(1)
    for (const [version, words] of versions) {
      const { document } = await readText(author, sectionId, version)
      expect(document.content.flatMap((block) => block.content?.map((it) => it.text) ?? []).join('')).toBe(words)
    }
    await expect(readText(author, sectionId, page.coWriter.version + 1)).rejects.toThrow('not-found')
  })

  it.each([1, 2, 3])('ends with the same text for all after a storm of random edits with lost answers (%i)', async (round) => {
    const { author, second, sectionId } = await aSection(db.sql)
    const random = fc.sample(fc.integer({ min: 0, max: 1_000_000 }), { numRuns: 4000, seed: round })
    let next = 0
    const pick = (below: number) => random[next++ % random.length]! % Math.max(1, below)
    const unreliable: typeof sendTo = async (...sent) => {
      if (pick(10) === 0) throw new Error('never arrived')
      const answer = await sendTo(...sent)
      if (pick(10) === 0) throw new Error('the answer got lost')
      return answer
    }
    const pages = await Promise.all(
      [author, second, author, second, author].map((who) => openPage(who, sectionId, { send: unreliable })),
    )
    for (let turn = 0; turn < 120; turn++) {
      const page = pages[pick(pages.length)]!
      page.edit((tr) => randomEdit(tr, pick))
      if (pick(4) === 0) await new Promise((done) => setTimeout(done, pick(40)))
      if (pick(6) === 0) void pages[pick(pages.length)]!.coWriter.catchUp()
      if (pick(5) === 0) page.coWriter.flush()
    }
    for (let tries = 0; tries < 200 && pages.some((page) => page.coWriter.dirty); tries++) {
      for (const page of pages) page.coWriter.flush()
      await new Promise((done) => setTimeout(done, 30))
    }
    expect(pages.flatMap((page) => page.said).filter((state) => state.kind === 'refused')).toEqual([])
    for (const page of pages) await page.coWriter.catchUp()
    const { document, version } = await readText(author, sectionId)
    expect(pages.map((page) => [page.coWriter.version, page.coWriter.dirty])).toEqual(pages.map(() => [version, false]))
    for (const page of pages) expect(page.document()).toEqual(document)
    expect(checkDocument(document), 'and it is a sound text').toEqual(document)
  })
})

/** Types, splits, deletes, joins, drags a block elsewhere, or changes a paragraph's kind. */
function randomEdit(tr: Transaction, pick: (below: number) => number): Transaction {
  const { doc } = tr
  const blocks = doc.childCount
  const index = pick(blocks)
  const at = doc.children.slice(0, index).reduce((sum, block) => sum + block.nodeSize, 0)
  const block = doc.child(index)
  const inside = at + 1 + pick(block.content.size + 1)
  switch (pick(8)) {
    case 0:
      return tr.split(inside)
    case 1:
      return block.content.size > 2 ? tr.delete(at + 1 + pick(block.content.size - 1), at + 1 + block.content.size) : tr
    case 2:
      return index > 0 ? tr.join(at) : tr
    case 3: {
      if (blocks < 2) return tr
      tr.delete(at, at + block.nodeSize)
      return tr.insert(0, block)
    }
    case 4:
      return tr.setNodeAttribute(at, 'kind', ['fact', 'synthesis', 'quote', 'gap'][pick(4)])
    case 5:
      return blocks > 1 ? tr.delete(at, at + block.nodeSize) : tr
    default:
      return tr.insertText(['Land ', 'wet ', 'é', '. ', '«١٢» '][pick(5)]!, inside)
  }
}
