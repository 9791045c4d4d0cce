import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { blockText, nodesOf } from '#editor/document/read.ts'
import { convertDocx } from '#app/services/imports/convert-docx.server.ts'
import { gatherSections } from '#app/services/imports/gather-sections.ts'
import { FileRefused, largestFile } from '#app/services/imports/open-docx.ts'
import { partsOf } from '#app/services/imports/split-report.server.ts'
import { suggestSections } from '#app/services/imports/suggest-sections.ts'
import { aReport } from './files.ts'

const sections = [
  { id: 's1', number: '1.1', title: 'Politieke ontwikkelingen' },
  { id: 's2', number: '1.2', title: 'Veiligheidssituatie' },
]

/** A zip archive of one file, with what its directory says of it made up at will. */
function zipOf(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt16LE(name.length, 26)
  const directory = Buffer.alloc(46)
  directory.writeUInt32LE(0x02014b50, 0)
  directory.writeUInt16LE(8, 10)
  directory.writeUInt32LE(packed.length, 20)
  directory.writeUInt32LE(10, 24)
  directory.writeUInt16LE(name.length, 28)
  const start = local.length + name.length + packed.length
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(start, 16)
  return Buffer.concat([local, Buffer.from(name), packed, directory, Buffer.from(name), end])
}

describe('a Word file', () => {
  it('comes over with headings, tables, notes at their place, and says what did not', async () => {
    const { html, notes, links, left } = await convertDocx(await aReport(['1.1 Politieke ontwikkelingen']), 'nl')
    expect({ notes, links }).toEqual({ notes: 1, links: 1 })
    expect(left).toMatchObject({ insertions: 1, deletions: 1, images: 0, comments: 0 })
    const parts = partsOf(html)
    expect(parts.map(({ level, title, number }) => [level, title, number])).toEqual([
      [0, '', ''],
      [1, 'Hoofdstuk zonder tekst', '1'],
      [2, '1.1 Politieke ontwikkelingen', '1.1'],
      [3, 'Een tussenkop', '1.1.1'],
    ])
    expect(blockText(parts[2]!.blocks[0]!)).toBe(
      'De tekst van deel 1 met nadruk. [Human Rights Watch, World Report 2024, p. 12.]',
    )
    const last = { type: 'doc', content: parts[3]!.blocks }
    expect(blockText(last)).toContain('Ingevoegd. Zie het verslag')
    expect(blockText(last)).not.toContain('Geschrapt')
    expect([...nodesOf(last)].filter((node) => node.type === 'tableHeader')).toHaveLength(2)
  })

  it.each([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['a text', Buffer.from('Gewone tekst'), 'no-docx'],
    ['an old Word file', Buffer.from('d0cf11e0a1b11ae100000000', 'hex'), 'old-word'],
    [
      'a file with a password',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      'protected',
    ],
    ['another archive', zipOf('word/other.xml', Buffer.from('<x/>')), 'no-docx'],
    ['a small file that unpacks to a very large one', zipOf('word/document.xml', Buffer.alloc(60_000_000)), 'too-large-inside'],
    ['one that hides it under another name', zipOf('word/document.bin', Buffer.alloc(140_000_000)), 'too-large-inside'],
    ['a huge file', Buffer.alloc(largestFile + 1), 'too-large'],
    ['a document that is none', zipOf('word/document.xml', Buffer.from('<x>')), 'damaged'],
  ])('that is %s is refused with the reason', async (_what, file, problem) => {
    const error: unknown = await convertDocx(file, 'nl').catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(FileRefused)
    expect((error as FileRefused).problem).toBe(problem)
  })

  it('cut off anywhere is refused, never read in part', async () => {
    const file = await aReport(['1.1 Politieke ontwikkelingen'])
    for (const share of [0.1, 0.5, 0.9, 0.99])
      await expect(convertDocx(file.subarray(0, Math.floor(file.length * share)), 'nl')).rejects.toThrow(FileRefused)
  })
})

describe('the parts of a file', () => {
  const part = (level: number, title: string, number = '', blocks: object[] = [{ type: 'paragraph' }]) =>
    ({ level, title, number, counted: number === '', blocks }) as ReturnType<typeof partsOf>[number]

  it('are suggested the section with the same title or number; what is below goes along; an empty heading goes nowhere', () => {
    expect(
      suggestSections(
        [
          part(0, ''),
          part(1, 'Landeninformatie', '', []),
          part(2, '4.1 De politieke ontwikkelingen', '4.1'),
          part(3, 'Verkiezingen'),
          part(2, '1.2 Veiligheid algemeen', '1.2'),
          part(2, 'Bijlage'),
        ],
        sections,
      ),
    ).toEqual(['', 'out', 's1', 'with', '', ''])
    expect(suggestSections([part(2, '1.2 Veiligheidssituatie algemeen', '1.2')], sections)).toEqual(['s2'])
  })

  it('come together per section, with headings for what is not its own title', () => {
    const gathered = gatherSections(
      [
        part(2, '1.1 Politieke ontwikkelingen'),
        part(3, 'Verkiezingen'),
        part(4, 'Uitslag'),
        part(2, 'Iets anders'),
        part(3, 'Weg'),
      ],
      ['s1', 'with', 'with', 's1', 'out'],
      sections,
    )
    expect(gathered).toHaveLength(1)
    expect(
      gathered[0]!.blocks.map((block) => `${block.type} ${String(block.attrs?.level ?? '')} ${blockText(block)}`.trim()),
    ).toEqual([
      'paragraph',
      'heading 3 Verkiezingen',
      'paragraph',
      'heading 4 Uitslag',
      'paragraph',
      'heading 3 Iets anders',
      'paragraph',
    ])
  })
})
