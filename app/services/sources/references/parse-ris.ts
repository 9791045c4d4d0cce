import type { SourceKind } from '#schemas/vocabulary.ts'
import type { RawReference, RawReferences } from './reference.ts'

/** RIS types of reference (TY) and what they are in the register; all others are `other`. */
const kinds: Record<string, SourceKind> = {
  JOUR: 'academic',
  EJOUR: 'academic',
  BOOK: 'academic',
  EBOOK: 'academic',
  CHAP: 'academic',
  CONF: 'academic',
  CPAPER: 'academic',
  THES: 'academic',
  NEWS: 'media',
  MGZN: 'media',
  BLOG: 'media',
  VIDEO: 'media',
  MPCT: 'media',
  STAT: 'legislation',
  BILL: 'legislation',
  CASE: 'legislation',
  LEGAL: 'legislation',
  UNBILL: 'legislation',
  GOVDOC: 'government',
  DATA: 'dataset',
  DBASE: 'dataset',
  AGGR: 'dataset',
  HEAR: 'oral',
  PCOMM: 'oral',
}
const articles = ['JOUR', 'EJOUR', 'NEWS', 'MGZN', 'BLOG', 'CHAP']
/** Tags of each field, the one that says it best first. */
const tags = {
  title: ['TI', 'T1', 'CT', 'BT'],
  published: ['DA', 'PY', 'Y1'],
  accessed: ['Y2'],
  url: ['UR', 'L2', 'LK'],
  doi: ['DO'],
  language: ['LA'],
} as const
const container = ['T2', 'JF', 'JO', 'JA']

type Tagged = { tag: string; text: string; line: number }

/** A RIS file: a line per field, "TY  - RPRT" to "ER  - ". */
export function parseRis(text: string): RawReferences {
  const result: RawReferences = { found: [], problems: [] }
  let open: Tagged[] | null = null
  const close = () => {
    if (open) result.found.push(recordOf(open))
    open = null
  }
  const unclosed = (fields: Tagged[]) => {
    result.found.push({ line: fields[0]!.line, code: 'unclosed-entry', found: fields[0]!.text })
  }
  text.split(/\r\n|\r|\n/).forEach((content, index) => {
    const line = index + 1
    const [, tag, value] = /^([A-Z][A-Z0-9]) {1,2}-(?: (.*)|\s*)$/.exec(content) ?? []
    if (tag === 'TY') {
      if (open) unclosed(open)
      open = [{ tag, text: (value ?? '').trim(), line }]
    } else if (tag === 'ER') close()
    else if (tag && open) open.push({ tag, text: (value ?? '').trim(), line })
    else if (open && content.trim()) {
      // A long field goes on at the next line.
      const last = open.at(-1)!
      if (last.tag !== 'TY') last.text = `${last.text} ${content.trim()}`
    } else if (content.trim()) result.problems.push({ entry: null, line, code: 'text-between', found: content.trim() })
  })
  if (open) unclosed(open)
  return result
}

function recordOf(fields: readonly Tagged[]): RawReference {
  const type = fields[0]!.text.toUpperCase()
  const all = (wanted: readonly string[]) =>
    wanted.flatMap((tag) => fields.filter((field) => field.tag === tag && field.text !== ''))
  const names = (wanted: readonly string[]) => all(wanted).map(({ text }) => text)
  const authors = names(['AU', 'A1'])
  const published = names(['PB'])
  return {
    line: fields[0]!.line,
    kind: kinds[type] ?? 'other',
    publishers: articles.includes(type)
      ? [...names(container), ...published, authors.join('; ')]
      : [...published, authors.join('; '), ...names(container)],
    fields: Object.fromEntries(
      Object.entries(tags).flatMap(([name, wanted]) => {
        const field = all(wanted)[0]
        return field ? [[name, { text: field.text, line: field.line }]] : []
      }),
    ),
  }
}
