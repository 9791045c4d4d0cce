import { parseBibtex } from './parse-bibtex.ts'
import { parseCsl } from './parse-csl.ts'
import { parseRis } from './parse-ris.ts'
import { shortened, toEntry } from './reference-fields.ts'
import type { ParsedReferences, RawReferences, ReferenceFormat, ReferenceProblemCode } from './reference.ts'

/** Characters a file of references may have, and publications it may describe: what one person can look through. */
export const largestFile = 1_000_000
export const mostEntries = 300

const parsers: Record<ReferenceFormat, (text: string) => RawReferences> = {
  'csl-json': parseCsl,
  bibtex: parseBibtex,
  ris: parseRis,
}

/** Reads a file of references: CSL-JSON, BibTeX or RIS, told apart by what stands in it. Never throws: what is wrong comes with its place. */
export function parseReferences(file: string): ParsedReferences {
  const text = file.replace(/^\uFEFF/, '')
  const nothing = (code: ReferenceProblemCode, format: ReferenceFormat | null = null): ParsedReferences => ({
    format,
    entries: [],
    problems: [{ entry: null, line: 1, code, found: shortened(text.slice(0, 80)) }],
    total: 0,
  })
  if (text.trim() === '') return nothing('empty')
  if (text.length > largestFile) return nothing('too-large')
  const format = formatOf(text)
  if (!format) return nothing('unknown-format')
  const raw = parsers[format](text)
  if (raw.found.length > mostEntries) return nothing('too-many', format)
  if (raw.found.length === 0 && raw.problems.length === 0) return nothing('empty', format)
  const entries: ParsedReferences['entries'] = []
  const problems = raw.problems.map((problem) => ({ ...problem, found: shortened(problem.found) }))
  raw.found.forEach((found, index) => {
    if ('code' in found) return problems.push({ entry: index + 1, ...found, found: shortened(found.found) })
    const read = toEntry(found, index + 1)
    problems.push(...read.problems)
    if (read.entry) entries.push(read.entry)
  })
  return { format, entries, problems: problems.sort((a, b) => a.line - b.line), total: raw.found.length }
}

function formatOf(text: string): ReferenceFormat | null {
  if (/^\s*[[{]/.test(text)) return 'csl-json'
  if (/^TY {1,2}-/m.test(text)) return 'ris'
  return /@[A-Za-z]+\s*[{(]/.test(text) ? 'bibtex' : null
}
