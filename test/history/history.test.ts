import { describe, expect, it } from 'vitest'
import { DomainError } from '#app/platform/errors.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { attributedText } from '#app/services/history/attribution.server.ts'
import { dropVersionName } from '#app/services/history/drop-version-name.server.ts'
import { nameVersion } from '#app/services/history/name-version.server.ts'
import { noteReading } from '#app/services/history/note-reading.server.ts'
import { readAttributed } from '#app/services/history/read-attributed.server.ts'
import { ComparisonQuery, readComparison } from '#app/services/history/read-comparison.server.ts'
import { readMoments } from '#app/services/history/read-moments.server.ts'
import { restoreText } from '#app/services/history/restore-text.server.ts'
import { approveSection, returnSection } from '#app/services/review/decide-section.server.ts'
import { submitSection } from '#app/services/review/submit-section.server.ts'
import { readText } from '#app/services/sections/read-text.server.ts'
import { settleSection } from '#app/services/sections/settle-text.server.ts'
import { writeSteps } from '#app/services/sections/write-steps.server.ts'
import { newBlockId } from '#editor/document/schema.ts'
import { aWrittenSection } from '../review/section-in-review.ts'
import { openPage } from '../sections/pages.ts'
import { aSection } from '../sections/section.ts'
import { testDatabase } from '../support/database.ts'

const db = testDatabase()
const unknown = '0b5ad9f3-6f6c-4a36-9d0a-2f5cf5ef3a01'

const at = (useCase: UseCase, time: string): UseCase => ({ ...useCase, clock: () => new Date(`2026-11-02T${time}:00Z`) })
const write = async (useCase: UseCase, sectionId: string, words: string, place: 'begin' | 'end' = 'end') => {
  const page = await openPage(useCase, sectionId)
  if (place === 'end') page.type(words)
  else page.edit((tr) => tr.insertText(words, 1))
  await page.settled()
}
const query = (asked: object) => ComparisonQuery.parse(asked)
const said = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof DomainError ? `${error.code}: ${error.detail}` : String(error)),
  )
const wordsOf = async (useCase: UseCase, sectionId: string) =>
  JSON.stringify((await readText(useCase, sectionId)).document)
    .match(/"text":"([^"]*)"/g)
    ?.map((it) => it.slice(8, -1))
    .join('|')

describe('the moments of a text', () => {
  it('are who wrote, without a pause; and what was submitted, decided, named, restored', async () => {
    const { author, second, reviewer, sectionId } = await aWrittenSection(db.sql)
    await write(at(author, '09:00'), sectionId, ' Eerst.')
    await write(at(author, '09:10'), sectionId, ' Verder.')
    await write(at(second, '09:12'), sectionId, ' Ook.')
    await write(at(author, '09:20'), sectionId, ' Nog.')
    await write(at(author, '10:00'), sectionId, ' Later.')
    const { version } = await readText(author, sectionId)
    await nameVersion(at(author, '10:05'), sectionId, { version, name: ' Naar de lezers ' })
    await submitSection(at(author, '10:10'), sectionId)
    await returnSection(at(reviewer, '10:20'), { sectionId, reason: 'Er ontbreekt nog een bron.' })
    await restoreText(at(author, '10:30'), sectionId, { version: version - 1, seen: version })
    const { moments, total } = await readMoments(author, sectionId)
    expect(
      moments.map((moment) => (moment.kind === 'writing' ? [moment.person, moment.others] : [moment.kind, moment.said])),
    ).toEqual([
      ['restored', ''],
      ['returned', 'Er ontbreekt nog een bron.'],
      ['submitted', ''],
      ['named', 'Naar de lezers'],
      [author.actor.name, 0],
      [author.actor.name, 1],
      [second.actor.name, 1],
      [author.actor.name, 0],
    ])
    expect(total).toBe(8)
    expect(moments.find(({ kind }) => kind === 'submitted')).toMatchObject({ version })
  })

  it('tell a person what they last read only when they come back', async () => {
    const { author, second, sectionId } = await aWrittenSection(db.sql)
    const lastRead = async () => (await readMoments(second, sectionId)).lastRead?.version
    expect(await lastRead()).toBeUndefined()
    const { version } = await readText(author, sectionId)
    await noteReading(at(second, '09:00'), sectionId, version)
    await write(at(author, '09:30'), sectionId, ' Nieuw.')
    await noteReading(at(second, '09:40'), sectionId, version + 1)
    expect(await lastRead(), 'the same reading').toBeUndefined()
    await write(at(author, '10:30'), sectionId, ' Nieuwer.')
    await noteReading(at(second, '11:00'), sectionId, version + 2)
    expect(await lastRead()).toBe(version + 1)
    await noteReading(at(second, '11:30'), sectionId, version + 2)
    expect(await lastRead(), 'and that stays while they read').toBe(version + 1)
    await noteReading(at(author, '11:00'), sectionId, version)
    await noteReading(at(author, '12:30'), sectionId, version)
    expect((await readMoments(author, sectionId)).lastRead, 'who wrote on it had read it').toMatchObject({ version: version + 2 })
  })
})

describe('two moments of a section', () => {
  it('are compared with who did what, whichever is asked first, and narrowed to one person', async () => {
    const { author, second, sectionId } = await aWrittenSection(db.sql)
    const { version } = await readText(author, sectionId)
    await write(at(author, '09:00'), sectionId, ' Van de een.')
    await write(at(second, '09:01'), sectionId, 'Van de ander. ', 'begin')
    const whole = await readComparison(author, sectionId, query({ from: version }))
    const added = (comparison: typeof whole) =>
      comparison.lines.flatMap((line) =>
        'block' in line
          ? line.block.pieces.flatMap(({ change, content, by }) =>
              change === 'added'
                ? [
                    [
                      content
                        .map(({ text }) => text)
                        .join('')
                        .trim(),
                      by?.authorId,
                    ],
                  ]
                : [],
            )
          : [],
      )
    expect(added(whole)).toEqual([
      ['Van de ander.', second.actor.id],
      ['Van de een.', author.actor.id],
    ])
    expect(whole.people.map(({ id }) => id).sort()).toEqual([author.actor.id, second.actor.id].sort())
    expect(whole.counts).toEqual({ added: 0, removed: 0, changed: 1 })
    const turned = await readComparison(author, sectionId, query({ from: version + 2, to: version }))
    expect(added(turned)).toEqual(added(whole))
    const narrowed = await readComparison(author, sectionId, query({ from: version, by: second.actor.id }))
    expect(added(narrowed)).toEqual([['Van de ander.', second.actor.id]])
    const nothing = await readComparison(author, sectionId, query({ from: version, to: version }))
    expect(nothing.lines).toEqual([{ same: 1 }])
  })

  it('must be of this section and of a version it had', async () => {
    const { author, sectionId } = await aWrittenSection(db.sql)
    expect(await said(readComparison(author, sectionId, query({ from: 9999 })))).toMatch('not-found')
    expect(await said(readComparison(author, unknown, query({ from: 0 })))).toMatch('not-found')
    expect(await said(readComparison(author, 'x', query({ from: 0 })))).toMatch('not-found')
    expect(await said(readAttributed(author, sectionId, 9999))).toMatch('not-found')
    expect(ComparisonQuery.safeParse({ from: '-1' }).success).toBe(false)
    expect(query({ from: '3', by: 'nobody' })).toEqual({ from: 3, by: undefined, all: false })
  })

  it('tell since approval what was changed afterwards', async () => {
    const { author, reviewer, sectionId } = await aWrittenSection(db.sql)
    await submitSection(author, sectionId)
    await approveSection(reviewer, sectionId)
    const { version } = await readText(author, sectionId)
    await returnSection(reviewer, { sectionId, reason: 'De cijfers zijn verouderd.' })
    await write(author, sectionId, ' Na vaststelling.')
    const { place } = await readMoments(author, sectionId)
    expect(place).toMatchObject({ approved: version, head: version + 1 })
  })
})

describe('restoring', () => {
  it('brings a block back as a change of whoever restores, and the words keep who wrote them first', async () => {
    const { author, second, sectionId } = await aWrittenSection(db.sql)
    const { version, document } = await readText(author, sectionId)
    const block = String(document.content[0]!.attrs!.id)
    const page = await openPage(second, sectionId)
    page.edit((tr) =>
      tr
        .delete(1, 4)
        .insert(
          tr.doc.content.size,
          tr.doc.type.schema.nodes.paragraph!.create({ id: newBlockId() }, tr.doc.type.schema.text('Erbij.')),
        ),
    )
    await page.settled()
    const seen = (await readText(author, sectionId)).version
    expect(await restoreText(author, sectionId, { version, block, seen })).toEqual({ version: seen + 1 })
    expect(await wordsOf(author, sectionId)).toBe('De wet stelt eisen.|Erbij.')
    expect(await restoreText(author, sectionId, { version, block, seen: seen + 1 }), 'nothing to do').toEqual({
      version: seen + 1,
    })
    const [step] =
      await db.sql`select author_id, client_id from section_step where section_id = ${sectionId} and version = ${seen + 1}`
    expect(step).toEqual({ author_id: author.actor.id, client_id: 'restored-text' })
    const { blocks } = await readAttributed(author, sectionId)
    expect(blocks[1]!.pieces.map(({ by }) => by?.authorId)).toEqual([second.actor.id])
  })

  it('does not overwrite what came since it was looked at', async () => {
    const { author, second, sectionId } = await aWrittenSection(db.sql)
    const { version, document } = await readText(author, sectionId)
    const block = String(document.content[0]!.attrs!.id)
    await write(second, sectionId, ' Eén.')
    await write(second, sectionId, ' Twee.')
    for (const input of [{ block }, {}])
      expect(await said(restoreText(author, sectionId, { version, seen: version + 1, ...input }))).toBe('conflict: text-moved-on')
    expect(await wordsOf(author, sectionId)).toContain('Twee.')
  })

  it('is refused when the text is closed, and for what was never there, and leaves no trace', async () => {
    const { author, sectionId } = await aWrittenSection(db.sql)
    const { version } = await readText(author, sectionId)
    await write(author, sectionId, ' Meer.')
    const seen = version + 1
    expect(await said(restoreText(author, sectionId, { version: seen + 1, seen }))).toMatch('not-found')
    expect(await said(restoreText(author, sectionId, { version, seen, block: 'b0000000000' }))).toMatch('not-found')
    expect(await said(restoreText(author, unknown, { version, seen }))).toMatch('not-found')
    await submitSection(author, sectionId)
    expect(await said(restoreText(author, sectionId, { version, seen }))).toBe('wrong-state: section-closed')
    expect(await db.sql`select 1 from audit_event where action = 'section.restored' and object_id = ${sectionId}`).toHaveLength(0)
    expect(await db.sql`select 1 from section_kept_copy where section_id = ${sectionId}`).toHaveLength(0)
  })
})

describe('names of versions', () => {
  it('are given once in a section, to versions that are there, and taken away again', async () => {
    const { author, sectionId } = await aWrittenSection(db.sql)
    await nameVersion(author, sectionId, { version: 0, name: 'Opzet' })
    expect(await said(nameVersion(author, sectionId, { version: 1, name: 'Opzet' }))).toBe('conflict: name-taken')
    expect(await said(nameVersion(author, sectionId, { version: 99, name: 'Later' }))).toMatch('not-found')
    expect(await said(nameVersion(author, sectionId, { version: 0, name: '  ' }))).toMatch('name-missing')
    expect(await said(nameVersion(author, sectionId, { version: 0, name: 'x'.repeat(121) }))).toMatch('name-too-long')
    const { moments } = await readMoments(author, sectionId)
    const named = moments.find(({ kind }) => kind === 'named')
    expect(named).toMatchObject({ said: 'Opzet', version: 0 })
    const id = (named as { id: string }).id
    await dropVersionName(author, sectionId, id)
    expect(await said(dropVersionName(author, sectionId, id))).toMatch('not-found')
    expect(await said(dropVersionName(author, sectionId, 'x'))).toMatch('not-found')
    expect((await readMoments(author, sectionId)).moments.some(({ kind }) => kind === 'named')).toBe(false)
  })
})

describe('a long history', () => {
  it('of 10,000 steps opens, compares and says who wrote what in under a second each', async () => {
    const { author, second, sectionId } = await aSection(db.sql)
    const many = 10_000
    // Two people typing in some sixty paragraphs: written at once, as they would have come one by one.
    let size = 2
    let number = 0
    const words = 'In de verslagperiode is volgens bronnen sprake van toename van het aantal meldingen. '
    for (let done = 0; done < many; done += 500) {
      const who = (done / 500) % 2 ? second : author
      const moment = new Date(Date.UTC(2026, 10, 1, 8) + done * 4000)
      const steps = Array.from({ length: 500 }, (_, index) => {
        number++
        const letter = words[number % words.length]!
        if (index % 160 === 159) {
          const id = newBlockId()
          const step = {
            stepType: 'replace',
            from: size,
            to: size,
            slice: { content: [{ type: 'paragraph', attrs: { id, kind: 'fact' } }] },
          }
          size += 2
          return step
        }
        const step = { stepType: 'replace', from: size - 1, to: size - 1, slice: { content: [{ type: 'text', text: letter }] } }
        size++
        return step
      })
      const useCase = { ...who, clock: () => moment }
      await writeSteps(useCase, { sectionId, version: done, clientId: 'page-of-the-bench', steps })
      await settleSection(useCase, sectionId)
    }
    const timed = async <T>(work: () => Promise<T>) => {
      const begun = performance.now()
      const answer = await work()
      return { took: Math.round(performance.now() - begun), answer }
    }
    const opened = await timed(() => readMoments(author, sectionId))
    const compared = await timed(() => readComparison(author, sectionId, query({ from: 0 })))
    const recent = await timed(() => readComparison(author, sectionId, query({ from: many - 100 })))
    const first = await timed(() => readAttributed(author, sectionId))
    const again = await timed(() => readAttributed(author, sectionId))
    console.info(
      `10,000 steps, milliseconds: moments ${opened.took}, compared from the beginning ${compared.took}, the last hundred ${recent.took}, ` +
        `who wrote what ${first.took}, again ${again.took}`,
    )
    expect(opened.answer.place.head).toBe(many)
    expect(compared.answer.people).toHaveLength(2)
    expect(again.answer).toEqual(first.answer)
    expect(await db.sql`select 1 from section_attribution where section_id = ${sectionId}`).toHaveLength(1)
    const { runs } = await attributedText(db.sql, sectionId, 5000)
    expect(runs.length).toBeGreaterThan(1)
    for (const { took } of [opened, compared, recent, first, again]) expect(took).toBeLessThan(1000)
  }, 120_000)
})
