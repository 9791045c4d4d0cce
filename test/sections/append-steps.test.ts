import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DomainError } from '#app/platform/errors.ts'
import { appendSteps } from '#app/services/sections/append-steps.server.ts'
import { readText } from '#app/services/sections/read-text.server.ts'
import { checkDocument, EDITOR_VERSION, newBlockId } from '#editor/document/schema.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { testDatabase } from '../support/database.ts'
import { openPage } from './pages.ts'
import { aSection } from './section.ts'

const db = testDatabase()
const unknown = '0b5ad9f3-6f6c-4a36-9d0a-2f5cf5ef3a01'

const send = (useCase: UseCase, sectionId: string, steps: unknown[], more: object = {}) =>
  appendSteps(useCase, sectionId, {
    editorVersion: EDITOR_VERSION,
    version: 0,
    clientId: 'page-of-the-test',
    steps: steps as never,
    ...more,
  }).then(
    (answer) => ('version' in answer ? `version ${answer.version}` : `missed ${answer.missed.steps.length}`),
    (error: unknown) => (error instanceof DomainError ? `${error.code}: ${error.detail}` : `not foreseen: ${String(error)}`),
  )

const insert = (at: number, ...content: unknown[]) => ({ stepType: 'replace', from: at, to: at, slice: { content } })
const text = (words: string) => ({ type: 'text', text: words })
const paragraph = (id: string | null, ...content: unknown[]) => ({ type: 'paragraph', attrs: { id, kind: 'fact' }, content })

describe('steps that are sent', () => {
  it.each([
    ['no step of this editor', { stepType: 'nothing' }, 'invalid-input: steps-refused'],
    ['a place outside the text', insert(9000, text('x')), 'invalid-input: steps-refused'],
    ['an unknown block', insert(0, { type: 'script', content: [text('x')] }), 'invalid-input: steps-refused'],
    ['a block inside a line', insert(1, paragraph(newBlockId())), 'invalid-input: steps-refused'],
    ['words outside a block', insert(0, text('x')), 'invalid-input: steps-refused'],
    ['a block without an id', insert(0, paragraph(null, text('x'))), 'invalid-input: steps-refused'],
    [
      'a kind of paragraph that there is not',
      insert(0, { type: 'paragraph', attrs: { id: newBlockId(), kind: 'verdict' } }),
      'invalid-input: steps-refused',
    ],
    [
      'a citation that points nowhere',
      insert(1, { type: 'citation', attrs: { sourceItemId: 'x' } }),
      'invalid-input: steps-refused',
    ],
    [
      'a source that is not registered',
      insert(1, { type: 'citation', attrs: { sourceItemId: unknown } }),
      'invalid-input: unknown-source-item',
    ],
    [
      'an incident that is not registered',
      insert(0, { type: 'incident', attrs: { id: newBlockId(), incidentId: unknown, contextCardId: unknown } }),
      'invalid-input: unknown-incident',
    ],
    ['all of the text taken away', { stepType: 'replace', from: 0, to: 2 }, 'invalid-input: steps-refused'],
    ['more than a section can hold', insert(1, text('x'.repeat(1_000_001))), 'invalid-input: steps-refused'],
  ])('are refused when they bring %s, and nothing is changed', async (_what, step, answer) => {
    const { author, sectionId } = await aSection(db.sql)
    const before = await readText(author, sectionId)
    expect(await send(author, sectionId, [step])).toBe(answer)
    expect(await send(author, sectionId, [insert(1, text('goed')), step]), 'all or none').toBe(answer)
    expect(await readText(author, sectionId)).toEqual(before)
    expect(await db.sql`select 1 from section_step where section_id = ${sectionId}`).toHaveLength(0)
  })

  it('are refused with two blocks of one id', async () => {
    const { author, sectionId } = await aSection(db.sql)
    const id = newBlockId()
    expect(await send(author, sectionId, [insert(0, paragraph(id, text('a')), paragraph(id, text('b')))])).toBe(
      'invalid-input: steps-refused',
    )
  })

  it('are refused from another version of the editor, for a version that is not there yet, and for a section that is not there', async () => {
    const { author, sectionId } = await aSection(db.sql)
    const step = insert(1, text('x'))
    expect(await send(author, sectionId, [step], { editorVersion: 99 })).toBe('invalid-input: editor-version')
    expect(await send(author, sectionId, [step], { version: 5 })).toBe('invalid-input: steps-refused')
    expect(await send(author, unknown, [step])).toMatch('not-found')
    expect(await send(author, 'x', [step])).toMatch('not-found')
    const [chapter] =
      await db.sql`select id from section where not exists (select from section_document where section_id = section.id) limit 1`
    expect(await send(author, chapter!.id as string, [step]), 'a chapter has no text').toMatch('not-found')
  })

  it('are of who is signed in, whatever page they claim to come from', async () => {
    const { author, second, sectionId } = await aSection(db.sql)
    const victim = await openPage(author, sectionId, { clientId: 'page-of-the-victim' })
    victim.edit((tr) => tr.insertText('Van mij. ', 1))
    expect(await send(second, sectionId, [insert(1, text('Niet van mij. '))], { clientId: 'page-of-the-victim' })).toBe(
      'version 1',
    )
    await victim.settled()
    expect((await readText(author, sectionId)).document).toEqual(victim.document())
    expect(victim.words()).toContain('Van mij.')
    expect(victim.words()).toContain('Niet van mij.')
    const rows = await db.sql`select author_id from section_step where section_id = ${sectionId} order by version`
    expect(rows.map((row) => row.author_id)).toEqual([second.actor.id, author.actor.id])
  })

  it('of a storm of pages that are all behind are taken one page at a time; the others hear what they missed', async () => {
    const { author, sectionId } = await aSection(db.sql)
    const answers = await Promise.all(Array.from({ length: 30 }, (_, n) => send(author, sectionId, [insert(1, text(`${n} `))])))
    expect(answers.filter((answer) => answer === 'version 1')).toHaveLength(1)
    expect(answers.filter((answer) => answer.startsWith('missed'))).toHaveLength(29)
    expect((await readText(author, sectionId)).version).toBe(1)
  })

  it('cannot be changed or taken away afterwards, not even in the database', async () => {
    const { author, sectionId } = await aSection(db.sql)
    await send(author, sectionId, [insert(1, text('Blijft.'))])
    await expect(db.sql`update section_step set author_id = ${author.actor.id}`).rejects.toThrow('append-only')
    await expect(db.sql`delete from section_step`).rejects.toThrow('append-only')
  })

  it('leave a sound text whatever is thrown at them, ten thousand at random', async () => {
    const { author, sectionId } = await aSection(db.sql)
    const position = fc.integer({ min: -2, max: 60 })
    const node: fc.Arbitrary<unknown> = fc.oneof(
      fc.string({ maxLength: 8 }).map(text),
      fc.record({
        type: fc.constantFrom(
          'paragraph',
          'heading',
          'bulletList',
          'listItem',
          'table',
          'tableRow',
          'tableCell',
          'blockquote',
          'citation',
          'doc',
          'x',
        ),
        attrs: fc.option(
          fc.record({
            id: fc.oneof(
              fc.constant(null),
              fc.constant('b0123456789'),
              fc.nat(9999999).map(() => newBlockId()),
            ),
            kind: fc.constantFrom('fact', 'gap', 'x'),
            level: fc.constantFrom(3, 4, 9),
          }),
          { nil: undefined },
        ),
        content: fc.array(fc.oneof(fc.string({ maxLength: 4 }).map(text), fc.constant(paragraph(newBlockId(), text('y')))), {
          maxLength: 2,
        }),
      }),
    )
    const sound = fc.record({ from: fc.integer({ min: 1, max: 50 }), words: fc.string({ minLength: 1, maxLength: 6 }) })
    const step = fc.oneof(
      sound.map(({ from, words }) => insert(from, text(words))),
      sound.map(({ from }) => insert(from, paragraph(newBlockId(), text('z')))),
      fc.record({
        stepType: fc.constant('replace'),
        from: position,
        to: position,
        slice: fc.option(
          fc.record({
            content: fc.array(node, { maxLength: 3 }),
            openStart: fc.integer({ min: 0, max: 2 }),
            openEnd: fc.integer({ min: 0, max: 2 }),
          }),
          { nil: undefined },
        ),
      }),
      fc.record({
        stepType: fc.constantFrom('addMark', 'removeMark'),
        mark: fc.record({ type: fc.constantFrom('bold', 'language', 'x'), attrs: fc.constant({ lang: 'xx' }) }),
        from: position,
        to: position,
      }),
      fc.record({
        stepType: fc.constant('attr'),
        pos: position,
        attr: fc.constantFrom('kind', 'id', 'x'),
        value: fc.oneof(
          fc.constantFrom('gap', 'x', null),
          fc.nat().map(() => newBlockId()),
        ),
      }),
      fc.object(),
    )
    let [sent, taken] = [0, 0]
    let version = 1
    const blocks = ['Een', 'Twee', 'Drie', 'Vier', 'Vijf'].map((words) => paragraph(newBlockId(), text(words)))
    expect(await send(author, sectionId, [insert(0, ...blocks)])).toBe('version 1')
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 2 }), async (steps) => {
        sent += steps.length
        const answer = await send(author, sectionId, steps, { version }).catch((error: unknown) => String(error))
        expect(answer).not.toContain('not foreseen: PostgresError')
        if (!answer.startsWith('version')) return
        taken++
        version = Number(answer.slice('version '.length))
        const { document } = await readText(author, sectionId)
        expect(checkDocument(document)).toEqual(document)
      }),
      { numRuns: 7000, seed: 20261123 },
    )
    expect(sent).toBeGreaterThanOrEqual(10_000)
    expect(taken, 'some of them were sound').toBeGreaterThan(50)
    expect((await readText(author, sectionId)).version).toBe(version)
  }, 120_000)
})
