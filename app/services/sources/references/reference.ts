import type { SourceKind } from '#schemas/vocabulary.ts'

export const referenceFormats = ['csl-json', 'bibtex', 'ris'] as const
export type ReferenceFormat = (typeof referenceFormats)[number]

/** A publication as a file of references describes it, in the fields that the register keeps. */
export type ReferenceEntry = {
  /** Which one in the file, from 1. */
  entry: number
  /** Line it begins at, from 1. */
  line: number
  title: string
  publisher: string
  kind: SourceKind
  published: string | null
  accessedOn: string | null
  url: string | null
  doi: string | null
  language: string | null
}

/** What is wrong in a file; the interface has a sentence for each. */
export const referenceProblems = [
  'empty',
  'unknown-format',
  'too-large',
  'too-many',
  'malformed-json',
  'not-a-list',
  'malformed-entry',
  'unclosed-entry',
  'text-between',
  'no-title',
  'no-publisher',
  'title-too-long',
  'publisher-too-long',
  'malformed-date',
  'malformed-access-date',
  'malformed-address',
  'malformed-doi',
  'language-left-out',
] as const
export type ReferenceProblemCode = (typeof referenceProblems)[number]

export type ReferenceProblem = {
  /** Null for what is about the whole file. */
  entry: number | null
  line: number
  code: ReferenceProblemCode
  /** What stands there, shortened. */
  found: string
}

/** These are said, and do not keep an entry from being taken over. */
export const harmless: readonly ReferenceProblemCode[] = ['language-left-out', 'text-between']

export type ParsedReferences = {
  format: ReferenceFormat | null
  /** Those without an error, in the order of the file. */
  entries: ReferenceEntry[]
  problems: ReferenceProblem[]
  /** How many publications the file describes, wrong ones included. */
  total: number
}

/** One publication as a parser found it: texts as they stand, each with its line. */
export type RawReference = {
  line: number
  kind: SourceKind
  /** Names that may be the publisher, best first. */
  publishers: readonly string[]
  fields: Partial<Record<'title' | 'published' | 'accessed' | 'url' | 'doi' | 'language', { text: string; line: number }>>
}

/** What a parser makes of a file: what it could read, and what it could not. */
export type RawReferences = {
  found: (RawReference | { line: number; code: ReferenceProblemCode; found: string })[]
  problems: ReferenceProblem[]
}
