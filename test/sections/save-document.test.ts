import { describe, expect, it } from 'vitest'
import { DomainError } from '#app/platform/errors.ts'
import { largestDocument, saveDocument } from '#app/services/sections/save-document.server.ts'
import { startThread } from '#app/services/comments/start-thread.server.ts'
import { readSection } from '#app/services/sections/read-section.server.ts'
import { settleCopy } from '#app/services/sections/settle-copy.server.ts'
import { createSourceItem } from '#app/services/sources/create-source-item.server.ts'
import { createSource } from '#app/services/sources/create-source.server.ts'
import { testDatabase } from '../support/database.ts'
import { aSection, textOf } from './section.ts'

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof DomainError ? `${error.code}: ${error.detail}` : String(error)),
  )

describe('saving the text of a section', () => {
  const db = testDatabase()

  it('keeps every character, counts versions, remembers who wrote, and tells the audit', async () => {
    const { author, sectionId } = await aSection(db.sql)
    const words = 'Ġgħ – «١٢» 👩‍👩‍👧 tekst met é, ‏عربي‎ en \u00a0spatie'
    expect(await saveDocument(author, { sectionId, baseVersion: 0, document: textOf('eerst') })).toEqual({ version: 1 })
    expect(await saveDocument(author, { sectionId, baseVersion: 1, document: textOf(words) })).toEqual({ version: 2 })
    const { section } = await readSection(author, sectionId)
    expect(section.document.content[0]?.content?.[0]?.text).toBe(words)
    expect(section).toMatchObject({ version: 2, savedBy: author.actor.name, contributorIds: [author.actor.id] })
    const events =
      await db.sql`select details from audit_event where action = 'section.saved' and object_id = ${sectionId} order by id`
    expect(events.map((event) => event.details)).toEqual([{ version: 1 }, { version: 2 }])
  })

  it('does nothing when the same is sent again, as after an answer that got lost', async () => {
    const { author, sectionId } = await aSection(db.sql)
    const document = textOf('een keer')
    expect(await saveDocument(author, { sectionId, baseVersion: 0, document })).toEqual({ version: 1 })
    expect(await saveDocument(author, { sectionId, baseVersion: 0, document })).toEqual({ version: 1 })
    expect(await saveDocument(author, { sectionId, baseVersion: 1, document })).toEqual({ version: 1 })
    expect((await readSection(author, sectionId)).copies).toEqual([])
  })

  it('takes marks of comments only where they name threads on words of this very section', async () => {
    const { author, second, sectionId } = await aSection(db.sql)
    const onWords = (id: string) =>
      startThread(second, { sectionId: id, quote: 'De wet', onWords: true, nature: 'fact', body: 'Welke wet?' })
    const marked = (threadId: string) => {
      const document = textOf('De wet kent dienstplicht.')
      document.content[0]!.content![0]!.marks = [{ type: 'comment', attrs: { threadId } }]
      return document
    }
    await saveDocument(author, { sectionId, baseVersion: 0, document: textOf('De wet.') })
    const { sectionId: other } = await aSection(db.sql)
    const whole = await startThread(second, { sectionId, nature: 'fact', body: 'Over het geheel.' })
    for (const threadId of ['00000000-0000-4000-8000-000000000000', await onWords(other), whole])
      expect(await refusal(saveDocument(author, { sectionId, baseVersion: 1, document: marked(threadId) }))).toBe(
        'invalid-input: unknown-thread',
      )
    expect((await readSection(author, sectionId)).section.version).toBe(1)
    const document = marked(await onWords(sectionId))
    expect(await saveDocument(author, { sectionId, baseVersion: 1, document })).toEqual({ version: 2 })
    expect((await readSection(author, sectionId)).section.document).toEqual(document)
  })

  it('lets exactly one of two people who save at once win, and keeps the other’s text whole', async () => {
    const { author, second, sectionId } = await aSection(db.sql)
    const texts = [textOf('van de eerste'), textOf('van de tweede')]
    const writers = [author, second]
    const answers = await Promise.all(
      writers.map((writer, index) => refusal(saveDocument(writer, { sectionId, baseVersion: 0, document: texts[index] }))),
    )
    expect([...answers].sort()).toEqual(['conflict: document-version', 'done'])
    const winner = answers.indexOf('done')
    const loser = writers[1 - winner]!
    expect((await readSection(author, sectionId)).section.document).toEqual(texts[winner])
    const { copies } = await readSection(loser, sectionId)
    expect(copies.map((copy) => copy.document)).toEqual([texts[1 - winner]])
    expect((await readSection(writers[winner]!, sectionId)).copies, 'a copy is shown only to its writer').toEqual([])

    expect(await refusal(saveDocument(loser, { sectionId, baseVersion: 0, document: texts[1 - winner] }))).toBe(
      'conflict: document-version',
    )
    expect((await readSection(loser, sectionId)).copies, 'the same text again is the same copy').toHaveLength(1)

    const copyId = copies[0]!.id
    expect(await refusal(settleCopy(writers[winner]!, { sectionId, copyId })), 'not theirs to settle').toMatch('not-found')
    await settleCopy(loser, { sectionId, copyId })
    await settleCopy(loser, { sectionId, copyId })
    expect((await readSection(loser, sectionId)).copies).toEqual([])
    const [row] = await db.sql`select document from section_kept_copy where id = ${copyId}`
    expect(row?.document, 'settled, yet still in the database').toEqual(texts[1 - winner])
    const events =
      await db.sql`select action from audit_event where object_id = ${sectionId} and action like 'section.copy%' order by id`
    expect(events.map((event) => event.action)).toEqual(['section.copy-kept', 'section.copy-settled'])
  })

  it('survives twenty saves at once: one wins, nineteen texts are kept', async () => {
    const { author, sectionId } = await aSection(db.sql)
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        refusal(saveDocument(author, { sectionId, baseVersion: 0, document: textOf(`tekst ${n}`) })),
      ),
    )
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(1)
    expect((await readSection(author, sectionId)).copies).toHaveLength(19)
  })

  it.each(['in-review', 'approved'])(
    'does not change a section that is %s, and keeps the text that came too late, once',
    async (status) => {
      const { author, second, sectionId } = await aSection(db.sql)
      const first = textOf('op tijd')
      await saveDocument(author, { sectionId, baseVersion: 0, document: first })
      await db.sql`update section set status = ${status} where id = ${sectionId}`
      const late = { sectionId, baseVersion: 1, document: textOf('te laat') }
      expect(await refusal(saveDocument(second, late))).toBe('wrong-state: section-closed')
      expect(await refusal(saveDocument(second, late))).toBe('wrong-state: section-closed')
      const { section, copies } = await readSection(second, sectionId)
      expect([section.version, section.document]).toEqual([1, first])
      expect(copies.map((copy) => [copy.baseVersion, copy.document])).toEqual([[1, late.document]])
      expect((await readSection(author, sectionId)).copies).toEqual([])
      expect(await saveDocument(author, { sectionId, baseVersion: 0, document: first }), 'an answer that got lost').toEqual({
        version: 1,
      })
    },
  )

  it('keeps every late text while the section is being submitted: each save is saved or kept', async () => {
    const { author, sectionId } = await aSection(db.sql)
    const close = db.sql`update section set status = 'in-review' where id = ${sectionId}`
    const answers = await Promise.all(
      Array.from({ length: 8 }, async (_, n) => {
        if (n === 4) await close
        return refusal(saveDocument(author, { sectionId, baseVersion: 0, document: textOf(`tekst ${n}`) }))
      }),
    )
    const { section, copies } = await readSection(author, sectionId)
    expect(section.version + copies.length, answers.join()).toBe(8)
  })

  it('keeps step with the citations, and refuses sources and incidents that are not registered', async () => {
    const { author, sectionId } = await aSection(db.sql)
    const sourceId = await createSource(author, { name: 'Bureau voor cijfers', kind: 'government' })
    const [one, two] = [
      await createSourceItem(author, { sourceId, title: 'Eerste' }),
      await createSourceItem(author, { sourceId, title: 'Tweede' }),
    ]
    const cited = async () =>
      (await db.sql`select source_item_id as id from section_source_item where section_id = ${sectionId}`)
        .map((row) => row.id)
        .sort()
    await saveDocument(author, { sectionId, baseVersion: 0, document: textOf('a', one, two, one) })
    expect(await cited()).toEqual([one, two].sort())
    await saveDocument(author, { sectionId, baseVersion: 1, document: textOf('a', two) })
    expect(await cited()).toEqual([two])
    expect((await readSection(author, sectionId)).items.map((item) => item.title)).toEqual(['Tweede'])

    const unknown = '0b5ad9f3-6f6c-4a36-9d0a-2f5cf5ef3a01'
    expect(await refusal(saveDocument(author, { sectionId, baseVersion: 2, document: textOf('a', unknown) }))).toBe(
      'invalid-input: unknown-source-item',
    )
    const incident = { type: 'incident', attrs: { incidentId: unknown, contextCardId: unknown } }
    expect(
      await refusal(saveDocument(author, { sectionId, baseVersion: 2, document: { type: 'doc', content: [incident] } })),
    ).toBe('invalid-input: unknown-incident')
    expect((await readSection(author, sectionId)).section.version).toBe(2)
  })

  it.each([
    ['no document', 'text', 'invalid-input: document-refused'],
    ['nothing', undefined, 'invalid-input: document-refused'],
    ['an unknown block', { type: 'doc', content: [{ type: 'script' }] }, 'invalid-input: document-refused'],
    ['too large a text', textOf('x'.repeat(largestDocument)), 'invalid-input: document-too-large'],
  ])('refuses %s', async (_what, document, answer) => {
    const { author, sectionId } = await aSection(db.sql)
    expect(await refusal(saveDocument(author, { sectionId, baseVersion: 0, document }))).toBe(answer)
  })

  it('refuses a text of an editor version it does not know, and a section that does not exist', async () => {
    const { author, sectionId } = await aSection(db.sql)
    expect(await refusal(saveDocument(author, { sectionId, baseVersion: 0, editorVersion: 99, document: textOf('x') }))).toBe(
      'invalid-input: editor-version',
    )
    const unknown = '0b5ad9f3-6f6c-4a36-9d0a-2f5cf5ef3a01'
    expect(await refusal(saveDocument(author, { sectionId: unknown, baseVersion: 0, document: textOf('x') }))).toMatch(
      'not-found',
    )
    expect(await refusal(readSection(author, 'x'))).toMatch('not-found')
    expect(await refusal(readSection(author, undefined))).toMatch('not-found')
  })
})
