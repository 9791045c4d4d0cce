import { z } from 'zod'
import type { SourceKind } from '#schemas/vocabulary.ts'
import { jsonErrorAt } from './json-error.ts'
import type { RawReference, RawReferences } from './reference.ts'

/** CSL types and what they are in the register; all others are `other`. */
const kinds: Record<string, SourceKind> = {
  'article-journal': 'academic',
  book: 'academic',
  chapter: 'academic',
  'paper-conference': 'academic',
  thesis: 'academic',
  'article-newspaper': 'media',
  'article-magazine': 'media',
  broadcast: 'media',
  post: 'media',
  'post-weblog': 'media',
  motion_picture: 'media',
  bill: 'legislation',
  legislation: 'legislation',
  legal_case: 'legislation',
  regulation: 'legislation',
  treaty: 'legislation',
  dataset: 'dataset',
  hearing: 'oral',
  interview: 'oral',
  personal_communication: 'oral',
  speech: 'oral',
}
const articles = ['article-journal', 'article-newspaper', 'article-magazine', 'chapter', 'post-weblog']

const text = z.union([z.string(), z.number().transform(String)])
const part = z.union([z.number().int(), z.string()])
/** A date in parts, or as it was typed. */
const CslDate = z
  .looseObject({
    'date-parts': z.array(z.array(part).min(1)).min(1).optional(),
    raw: z.string().optional(),
    literal: z.string().optional(),
  })
  .transform((date) => date['date-parts']?.[0]?.slice(0, 3).join('-') ?? date.raw ?? date.literal ?? '')
const Name = z.looseObject({ literal: z.string().optional(), family: z.string().optional(), given: z.string().optional() })
const nameOf = ({ literal, family, given }: z.infer<typeof Name>) => literal ?? [family, given].filter(Boolean).join(', ')

/** A CSL-JSON item in the fields that are kept; anything else in it is passed by. */
const CslItem = z.looseObject({
  type: z.string().default(''),
  title: text.default(''),
  publisher: text.default(''),
  'container-title': text.default(''),
  authority: text.default(''),
  author: z.array(Name).default([]),
  issued: CslDate.optional(),
  accessed: CslDate.optional(),
  URL: text.optional(),
  DOI: text.optional(),
  language: text.optional(),
})

/** A CSL-JSON file, as reference managers write it: a list of items, or an object with one. */
export function parseCsl(json: string): RawReferences {
  let parsed: unknown
  try {
    parsed = JSON.parse(json)
  } catch {
    const { line, found } = placeOf(json)
    return { found: [], problems: [{ entry: null, line, code: 'malformed-json', found }] }
  }
  const list = z
    .union([z.array(z.unknown()), z.looseObject({ items: z.array(z.unknown()) }).transform(({ items }) => items)])
    .safeParse(parsed)
  if (!list.success) return { found: [], problems: [{ entry: null, line: 1, code: 'not-a-list', found: json.slice(0, 80) }] }
  const lines = itemLines(json, Array.isArray(parsed) ? 1 : 2)
  return {
    found: list.data.map((value, index) => {
      const line = lines[index] ?? 1
      const item = CslItem.safeParse(value)
      if (item.success) return recordOf(item.data, line)
      return { line, code: 'malformed-entry' as const, found: item.error.issues.map(({ path }) => path.join('.')).join(', ') }
    }),
    problems: [],
  }
}

function recordOf(item: z.infer<typeof CslItem>, line: number): RawReference {
  const { type, title, publisher, author, authority, issued, accessed, URL, DOI, language } = item
  const container = item['container-title']
  const authors = author.map(nameOf).filter(Boolean).join('; ')
  const at = (value: string | undefined) => (value === undefined ? undefined : { text: value, line })
  return {
    line,
    kind: kinds[type] ?? 'other',
    publishers: articles.includes(type) ? [container, publisher, authority, authors] : [publisher, authority, authors, container],
    fields: Object.fromEntries(
      Object.entries({ title, published: issued, accessed, url: URL, doi: DOI, language }).flatMap(([name, value]) => {
        const field = at(value)
        return field ? [[name, field]] : []
      }),
    ),
  }
}

/** The line each item begins at: every value that opens at this depth. @param depth 1 in a list, 2 in a list in an object. */
function itemLines(json: string, depth: number): number[] {
  const lines: number[] = []
  let level = 0
  let line = 1
  for (let at = 0; at < json.length; at++) {
    const sign = json[at]!
    if (sign === '\n') line++
    else if (sign === '"') {
      for (at++; at < json.length && json[at] !== '"'; at++) if (json[at] === '\\') at++
    } else if (sign === '{' || sign === '[') {
      if (level === depth && sign === '{') lines.push(line)
      level++
    } else if (sign === '}' || sign === ']') level--
  }
  return lines
}

function placeOf(json: string): { line: number; found: string } {
  const at = jsonErrorAt(json)
  return { line: json.slice(0, at).split('\n').length, found: json.slice(at, at + 40) }
}
