import { describe, expect, it } from 'vitest'
import {
  blockText,
  checkDocument,
  citationsOf,
  DocumentRefused,
  EDITOR_VERSION,
  emptyDocument,
  incidentsOf,
  migrateDocument,
  newBlockId,
  sectionSchema,
} from '#editor/document/schema.ts'
import { BlockId, type SectionDocument } from '#schemas/document.ts'
import golden from './golden-1.json'
import goldenNow from './golden-2.json'

const paragraph = (text: string, attrs: Record<string, unknown> = {}) => ({
  type: 'paragraph',
  attrs: { kind: 'fact', ...attrs },
  content: [{ type: 'text', text }],
})
const doc = (...content: unknown[]) => ({ type: 'doc', content })
const marked = (type: string, attrs: Record<string, unknown>) =>
  doc({ type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type, attrs }] }] })
const uuid = '0b5ad9f3-6f6c-4a36-9d0a-2f5cf5ef3a01'

const withoutCaptions = (document: SectionDocument): unknown =>
  JSON.parse(JSON.stringify(document, (key, value: unknown) => (key === 'caption' ? undefined : value)))

describe('the document of a section', () => {
  it('of version 1 is still read and written back unchanged, to the last attribute', () => {
    const migrated = migrateDocument(golden as SectionDocument, 1)
    expect(withoutCaptions(migrated), 'but for the caption a table can have since').toEqual(golden)
    expect(checkDocument(migrated)).toEqual(migrated)
    expect(checkDocument(golden)).toEqual(migrated)
  })

  it('of version 2 is read and written back unchanged, to the last attribute', () => {
    expect(EDITOR_VERSION).toBe(2)
    expect(migrateDocument(goldenNow as SectionDocument, 2)).toEqual(goldenNow)
    expect(checkDocument(goldenNow)).toEqual(goldenNow)
  })

  it('of a version this program does not know is refused, not guessed at', () => {
    for (const version of [0, -1, 1.5, EDITOR_VERSION + 1, NaN]) {
      expect(() => migrateDocument(golden as SectionDocument, version)).toThrow(RangeError)
    }
  })

  it('starts as one empty paragraph with an id of its own', () => {
    const [one, two] = [emptyDocument(), emptyDocument()]
    expect(checkDocument(one)).toEqual(one)
    expect(one.content[0]?.attrs?.id).not.toBe(two.content[0]?.attrs?.id)
    expect(checkDocument(doc()).content).toHaveLength(1)
  })

  it('gives blocks without an id one each, also when two have no attributes at all', () => {
    const checked = checkDocument(
      doc({ type: 'paragraph' }, { type: 'paragraph' }, { type: 'blockquote', content: [paragraph('x')] }),
    )
    const ids = [checked.content[0], checked.content[1], checked.content[2], checked.content[2]?.content?.[0]].map(
      (it) => it?.attrs?.id,
    )
    expect(new Set(ids).size).toBe(4)
    for (const id of ids) expect(BlockId.safeParse(id).success).toBe(true)
    expect(sectionSchema.nodes.paragraph!.create().attrs.id, 'the schema’s own defaults stay untouched').toBeNull()
  })

  it.each([
    ['something else than a document', 'text'],
    ['null', null],
    ['an unknown block', doc({ type: 'script', content: [] })],
    ['an unknown mark', doc({ type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'link' }] }] })],
    ['text outside a block', doc({ type: 'text', text: 'x' })],
    ['empty text', doc({ type: 'paragraph', content: [{ type: 'text', text: '' }] })],
    ['a list without items', doc({ type: 'bulletList', content: [] })],
    ['an unknown kind of paragraph', doc(paragraph('x', { kind: 'opinion' }))],
    ['a malformed block id', doc(paragraph('x', { id: '"><script>' }))],
    ['two blocks with one id', doc(paragraph('x', { id: 'b0000000001' }), paragraph('y', { id: 'b0000000001' }))],
    ['a citation of nothing', doc({ type: 'paragraph', content: [{ type: 'citation', attrs: { sourceItemId: 'x' } }] })],
    ['an incident without its context card', doc({ type: 'incident', attrs: { incidentId: uuid } })],
    [
      'a term that is none',
      doc({ type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'term', attrs: { key: '"' } }] }] }),
    ],
    ['a comment of no thread', marked('comment', { threadId: 'x' })],
    ['a passage taken from the public without a ground', marked('redaction', {})],
    ['a suggestion of no one', marked('insertion', { id: 7 })],
    ['a deletion by another name', marked('deletion', { id: 'x' })],
    ['a change that is none', marked('modification', { id: uuid, type: 'verdict', attrName: 'kind' })],
    ['a mention of no incident', doc({ type: 'paragraph', content: [{ type: 'incidentMention', attrs: { incidentId: uuid } }] })],
    ['a note without words', doc({ type: 'paragraph', content: [{ type: 'footnoteToMatch', attrs: { text: '' } }] })],
    [
      'a language that is none',
      doc({ type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'language', attrs: { lang: '"' } }] }] }),
    ],
  ])('refuses %s', (_what, json) => {
    expect(() => checkDocument(json)).toThrow(DocumentRefused)
  })

  it('refuses nesting deep enough to break a program, in a way that can be caught', () => {
    let node: unknown = paragraph('x')
    for (let depth = 0; depth < 20_000; depth++) node = { type: 'blockquote', content: [node] }
    expect(() => checkDocument(doc(node))).toThrow(DocumentRefused)
  })

  it('tells its citations and incidents in reading order, and its words', () => {
    expect(citationsOf(golden)).toEqual([{ sourceItemId: uuid, locator: 'p. 3', support: 'supports', quote: 'no such term' }])
    expect(incidentsOf(golden)).toHaveLength(1)
    expect(blockText(golden.content[1]!)).toBe('De wet kent het begrip نقض niet.\nTweede regel')
    expect(blockText(golden.content[5]!)).toBe('Jaar')
  })

  it('makes block ids in the agreed form, and many of them without a double', () => {
    const ids = Array.from({ length: 10_000 }, newBlockId)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.every((id) => BlockId.safeParse(id).success)).toBe(true)
  })
})
