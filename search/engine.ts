import { z } from 'zod'
import { Day, Id } from '#schemas/values.ts'
import { IncidentKind, Language, ParagraphKind, SourceKind, Theme } from '#schemas/vocabulary.ts'

/**
 * The search port. Two engines stand behind it (postgres/, meilisearch/) and pass one contract test suite. The rest of the house knows only
 * this file.
 */

/** A citable piece of a released section. */
export const PassageDocument = z.object({
  type: z.literal('passage'),
  /** `<release id>_<block id>`: the same passage in another release is another document. */
  id: z.string().regex(/^[A-Za-z0-9_-]+$/),
  releaseId: Id,
  releaseNumber: z.string(),
  releasedOn: Day,
  reportTitle: z.string(),
  /** Printed with every result, e.g. "Demonstratietekst – geen ambtsbericht". */
  notice: z.string().nullable(),
  country: z.string(),
  language: Language,
  /** Chapter and section titles with their numbers, outermost first. */
  breadcrumb: z.array(z.string()),
  sectionNumber: z.string(),
  anchor: z.string(),
  kind: ParagraphKind.or(z.enum(['heading', 'list', 'table', 'incident'])),
  text: z.string(),
  questions: z.array(z.string()),
  themes: z.array(Theme),
  asOf: Day,
  /** Period of the facts, not of publication. */
  factsFrom: Day,
  factsTo: Day,
  sourceCount: z.number().int().nonnegative(),
  sourceKinds: z.array(SourceKind),
  /** False once a newer release holds the same section. */
  current: z.boolean(),
})
export type PassageDocument = z.infer<typeof PassageDocument>

/** An incident with what it is against the whole. */
export const IncidentDocument = z.object({
  type: z.literal('incident'),
  id: z.string().regex(/^[A-Za-z0-9_-]+$/),
  incidentId: Id,
  dataset: z.string(),
  externalId: z.string(),
  country: z.string(),
  kind: IncidentKind,
  admin1: z.string().nullable(),
  admin2: z.string().nullable(),
  place: z.string().nullable(),
  actors: z.array(z.string()),
  text: z.string(),
  summaryNl: z.string(),
  summaryEn: z.string(),
  factsFrom: Day,
  factsTo: Day,
  deathsLow: z.number().int().nullable(),
  deathsBest: z.number().int().nullable(),
  deathsHigh: z.number().int().nullable(),
  themes: z.array(Theme),
  sourceCount: z.number().int().nullable(),
})
export type IncidentDocument = z.infer<typeof IncidentDocument>

export const SearchDocument = z.discriminatedUnion('type', [PassageDocument, IncidentDocument])
export type SearchDocument = z.infer<typeof SearchDocument>

export type SearchRequest = {
  query: string
  types: readonly SearchDocument['type'][]
  country?: string | undefined
  theme?: Theme | undefined
  /** Only what is about facts in this period, either end open. */
  factsFrom?: string | undefined
  factsTo?: string | undefined
  /** Of what is kept in two languages, such as an incident's summary, this one is shown; Dutch unless told. */
  language?: Language | undefined
  /** Superseded passages are left out unless asked for. */
  includeSuperseded?: boolean
  /** From 0. */
  offset: number
  /** At most 100. */
  limit: number
}

/** A piece of text, marked where it matched. Never markup: the page decides how a match looks. */
export type Highlight = { text: string; match: boolean }[]
export type SearchHit = { document: SearchDocument; highlight: Highlight }
export type SearchResult = {
  hits: SearchHit[]
  /** How many documents match, exact up to the engine's own bound. */
  total: number
  facets: { country: Record<string, number>; theme: Record<string, number>; type: Record<string, number> }
  /** What was understood: the words looked for after stemming and expansion. */
  understood: string[]
  /** Whether the query was longer than what is looked at. */
  shortened: boolean
  engine: 'postgres' | 'meilisearch'
}

export interface SearchEngine {
  readonly name: 'postgres' | 'meilisearch'
  /** Makes or updates the index and its settings; safe to call at every start. */
  prepare(): Promise<void>
  /** Adds or replaces by id; resolves when the engine has them, rejects when it refused. */
  put(documents: readonly SearchDocument[]): Promise<void>
  remove(ids: readonly string[]): Promise<void>
  /** Empties the index. */
  clear(): Promise<void>
  search(request: SearchRequest): Promise<SearchResult>
  health(): Promise<{ ok: boolean; detail?: string }>
  close(): Promise<void>
}
