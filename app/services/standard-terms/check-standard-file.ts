import type { z } from 'zod'
import { JsonError, parseJsonWithPlaces, type TextPlace } from '#app/platform/json-with-places.ts'
import { ImportedStandardTerms } from '#schemas/standard-terms.ts'

/** One thing wrong in a file, and where: its line and column, and the way to it in the file's own names (`chapters[2].sections[0].key`). */
export type FileError = {
  code: FileErrorCode
  place: TextPlace
  path: string
  /** What stands there: the unknown theme, the key that is there twice. */
  found: string
  /** The key of the question, section or chapter it is in, when that can be read. */
  within: string | null
}

export type FileErrorCode =
  | JsonError['code']
  | 'missing'
  | 'wrong-type'
  | 'empty'
  | 'too-long'
  | 'unknown-field'
  | 'unknown-theme'
  | 'unknown-question-kind'
  | 'unknown-kind'
  | 'unknown-organisation'
  | 'key-malformed'
  | 'number-malformed'
  | 'number-not-in-chapter'
  | 'duplicate-key'
  | 'duplicate-number'
  | 'cycle'
  | 'version-malformed'
  | 'version-exists'
  | 'no-questions'
  | 'other'

/** More would not help whoever has to mend the file. */
const most = 500

/**
 * Reads standard terms of reference from JSON and checks them whole: every error, each with its place, in the order of the file.
 * @param known what only the database knows: the codes of organisations.
 * @returns the file, or its errors: at most 500.
 */
export function checkStandardFile(
  text: string,
  known: { organisations: ReadonlySet<string> },
): { file: ImportedStandardTerms; errors: [] } | { file: null; errors: FileError[] } {
  let json: ReturnType<typeof parseJsonWithPlaces>
  try {
    json = parseJsonWithPlaces(text)
  } catch (error) {
    if (!(error instanceof JsonError)) throw error
    return { file: null, errors: [{ code: error.code, place: error.place, path: '', found: error.found, within: null }] }
  }
  const { value, placeOf } = json
  const parsed = ImportedStandardTerms.safeParse(value, { reportInput: true })
  const found = [...(parsed.error?.issues.flatMap(fromIssue) ?? []), ...fromTree(value, known.organisations)]
  if (parsed.success && found.length === 0) return { file: parsed.data, errors: [] }
  const errors = found.map(({ code, path, found }): FileError => ({
    code,
    place: placeOf(path),
    path: written(path),
    found,
    within: keyAround(value, path),
  }))
  errors.sort((one, other) => one.place.line - other.place.line || one.place.column - other.place.column)
  return { file: null, errors: errors.slice(0, most) }
}

type Found = { code: FileErrorCode; path: readonly PropertyKey[]; found: string }

/** An issue of the schema in words that the interface has a sentence for; one for every unknown field. */
function fromIssue(issue: z.core.$ZodIssue): Found[] {
  const { path } = issue
  const found = shown(issue.input)
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((name) => ({ code: 'unknown-field', path: [...path, name], found: name }))
  if (issue.input === undefined && issue.code.startsWith('invalid_'))
    return [{ code: 'missing', path, found: String(path.at(-1) ?? '') }]
  if (issue.code === 'invalid_type') return [{ code: 'wrong-type', path, found }]
  if (issue.code === 'too_small') return [{ code: 'empty', path, found }]
  if (issue.code === 'too_big') return [{ code: 'too-long', path, found: '' }]
  return [{ code: ofField(path), path, found }]
}

function ofField(path: readonly PropertyKey[]): FileErrorCode {
  const name = path.at(-1)
  if (path.at(-2) === 'themes') return 'unknown-theme'
  if (path.at(-2) === 'askedBy') return 'unknown-organisation'
  if (name === 'kind') return path.length > 1 ? 'unknown-question-kind' : 'unknown-kind'
  if (name === 'key') return 'key-malformed'
  if (name === 'number') return 'number-malformed'
  if (name === 'version') return 'version-malformed'
  return 'other'
}

/** What no single field shows: keys and numbers that are there twice, sections outside their chapter, organisations that are not known. */
function fromTree(value: unknown, organisations: ReadonlySet<string>): Found[] {
  const errors: Found[] = []
  const keys = new Set<string>()
  const numbers = new Set<string>()
  let questions = 0
  const once = (seen: Set<string>, code: FileErrorCode, name: unknown, path: readonly PropertyKey[]) => {
    if (typeof name !== 'string') return
    if (seen.has(name)) errors.push({ code, path, found: name })
    seen.add(name)
  }
  for (const [at, chapter] of list(value, 'chapters').entries()) {
    once(keys, 'duplicate-key', chapter.key, ['chapters', at, 'key'])
    once(numbers, 'duplicate-number', chapter.number, ['chapters', at, 'number'])
    for (const [place, section] of list(chapter, 'sections').entries()) {
      const path = ['chapters', at, 'sections', place]
      if (section.key !== undefined && section.key === chapter.key)
        errors.push({ code: 'cycle', path: [...path, 'key'], found: shown(section.key) })
      else once(keys, 'duplicate-key', section.key, [...path, 'key'])
      once(numbers, 'duplicate-number', section.number, [...path, 'number'])
      if (
        typeof section.number === 'string' &&
        typeof chapter.number === 'string' &&
        !section.number.startsWith(`${chapter.number}.`)
      )
        errors.push({ code: 'number-not-in-chapter', path: [...path, 'number'], found: section.number })
      for (const [index, question] of list(section, 'questions').entries()) {
        questions++
        once(keys, 'duplicate-key', question.key, [...path, 'questions', index, 'key'])
        const askedBy = Array.isArray(question.askedBy) ? (question.askedBy as unknown[]) : []
        for (const [who, code] of askedBy.entries())
          if (typeof code === 'string' && code.length > 1 && !organisations.has(code))
            errors.push({ code: 'unknown-organisation', path: [...path, 'questions', index, 'askedBy', who], found: code })
      }
    }
  }
  if (questions === 0 && Array.isArray(record(value).chapters))
    errors.push({ code: 'no-questions', path: ['chapters'], found: '' })
  return errors
}

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

function list(of: unknown, name: string): Record<string, unknown>[] {
  const found = record(of)[name]
  return Array.isArray(found) ? found.map(record) : []
}

/** `chapters[2].sections[0].key`. */
const written = (path: readonly PropertyKey[]) =>
  path.map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index ? '.' : ''}${String(step)}`)).join('')

/** The key of the innermost question, section or chapter around a place. */
function keyAround(value: unknown, path: readonly PropertyKey[]): string | null {
  let here = value
  let key: string | null = null
  for (const step of path) {
    here = record(here)[step as string]
    const own = record(here).key
    if (typeof own === 'string') key = own
  }
  return key
}

/** What stands there, short enough for a sentence. */
const shown = (input: unknown) => (typeof input === 'string' ? input : (JSON.stringify(input) ?? '')).slice(0, 80)
