import { Meilisearch, type EnqueuedTaskPromise, type MultiSearchQuery } from 'meilisearch'
import { SearchDocument, type SearchEngine, type SearchRequest, type SearchResult } from '../engine.ts'
import { highlight, shownText } from '../language/highlight.ts'
import { loadLanguage } from '../language/language.ts'
import { termsWanted } from '../language/understand.ts'
import { planQuery, type IndexFacts, type Plan } from '../planning/plan-query.ts'
import { scoreOf } from '../planning/score.ts'
import { nearestWord } from '../planning/spelling.ts'
import { anyOf, chosenOf, matchingOf, phrasesOf } from './filters.ts'
import { recordOf, settings, type IndexRecord } from './index-records.ts'

export type MeilisearchSettings = {
  url: string
  key: string | undefined
  /** Milliseconds a search may take before it counts as failed. */
  patience?: number
  /** The index's name. */
  index?: string
}

const batch = 1000
/** How many documents each way of finding brings to the ranking. */
const mostOfAllWords = 300
const mostOfAWord = 150
/** Private-use characters: no text holds them. */
const [markStart, markEnd] = ['\uE000', '\uE001']

/**
 * The engine for real installations. Meilisearch finds candidates by the terms of search/language and counts facets; ranking them is our own sum
 * (search/planning/score.ts), the same as on PostgreSQL: its own rules know no word weights and lose words from one end of a query.
 */
export function createMeilisearchEngine({
  url,
  key,
  patience = 2000,
  index: uid = 'herkomst',
}: MeilisearchSettings): SearchEngine {
  const connect = (timeout: number) => new Meilisearch({ host: url, apiKey: key, timeout })
  const reading = connect(patience)
  const writing = connect(60_000)
  const index = writing.index<IndexRecord>(uid)

  return {
    name: 'meilisearch',
    prepare: async () => {
      const exists = await writing.getRawIndex(uid).then(
        () => true,
        () => false,
      )
      if (!exists) await succeeded(writing.createIndex(uid, { primaryKey: 'id' }), 'index_already_exists')
      await succeeded(index.updateSettings(settings))
    },
    put: async (documents) => {
      const language = await loadLanguage()
      for (let from = 0; from < documents.length; from += batch) {
        await succeeded(index.addDocuments(documents.slice(from, from + batch).map((it) => recordOf(language, it))))
      }
    },
    remove: async (ids) => succeeded(index.deleteDocuments([...ids])),
    clear: async () => succeeded(index.deleteAllDocuments()),
    search: (request) => search(asker(reading, uid), request),
    health: async () => {
      try {
        await reading.health()
        return { ok: true }
      } catch (error) {
        return { ok: false, detail: (error as Error).message }
      }
    },
    close: async () => {},
  }
}

/** Waits for the task itself: that the server took it says nothing yet. */
async function succeeded(enqueued: EnqueuedTaskPromise, tolerated?: string): Promise<void> {
  const task = await enqueued.waitTask({ timeout: 300_000, interval: 20 })
  if (task.status === 'succeeded' || (tolerated !== undefined && task.error?.code === tolerated)) return
  throw new Error(`Meilisearch task ${task.uid} (${task.type}) ${task.status}: ${task.error?.message ?? 'no reason given'}`)
}

type Query = Omit<MultiSearchQuery, 'indexUid'>
type Answer = {
  hits: (Partial<IndexRecord> & { _formatted?: { words?: string } })[]
  total: number
  facets: Record<string, Record<string, number>>
}
type Ask = (queries: readonly Query[]) => Promise<Answer[]>

/** Several queries in one request. */
const asker =
  (client: Meilisearch, indexUid: string): Ask =>
  async (queries) => {
    if (queries.length === 0) return []
    const { results } = await client.multiSearch<{ queries: MultiSearchQuery[] }, IndexRecord>({
      queries: queries.map((query) => ({ matchingStrategy: 'all' as const, ...query, indexUid })),
    })
    return results.map((it) => ({
      hits: it.hits,
      total: it.estimatedTotalHits ?? 0,
      facets: it.facetDistribution ?? {},
    }))
  }

const factsOf = (ask: Ask): IndexFacts => ({
  frequencies: async (terms) => {
    const [all, ...each] = await ask([{ limit: 0 }, ...terms.map((term) => ({ limit: 0, filter: [anyOf('terms', [term])] }))])
    return { size: all?.total ?? 0, of: new Map(terms.map((term, at) => [term, each[at]?.total ?? 0])) }
  },
  nearest: async (word) => {
    const [answer] = await ask([
      {
        q: word,
        limit: 10,
        attributesToRetrieve: ['id'],
        attributesToCrop: ['words'],
        cropLength: 6,
        attributesToHighlight: ['words'],
        highlightPreTag: markStart,
        highlightPostTag: markEnd,
      },
    ])
    const marked = new RegExp(`${markStart}([^${markEnd}]*)${markEnd}`, 'g')
    const words = answer?.hits.flatMap((hit) => [...(hit._formatted?.words ?? '').matchAll(marked)].map((it) => it[1]!)) ?? []
    return nearestWord(word, words)
  },
})

async function search(ask: Ask, request: SearchRequest): Promise<SearchResult> {
  const language = await loadLanguage()
  const plan = await planQuery(language, request.query, factsOf(ask))
  const none = { hits: [], total: 0, facets: { country: {}, theme: {}, type: {} }, engine: 'meilisearch' as const }
  if (plan.empty) return { ...none, understood: [], shortened: plan.shortened }

  const matching = matchingOf(plan, request)
  const chosen = chosenOf(request)
  const everything = [...matching, ...chosen.type, ...chosen.country, ...chosen.themes]
  const q = phrasesOf(plan)
  // Each facet is counted without its own choice, so that its other values stay to choose from.
  const counting: Query[] = [
    { q, limit: 0, filter: everything },
    { q, limit: 0, filter: [...matching, ...chosen.country, ...chosen.themes], facets: ['type'] },
    { q, limit: 0, filter: [...matching, ...chosen.type, ...chosen.themes], facets: ['country'] },
    { q, limit: 0, filter: [...matching, ...chosen.type, ...chosen.country], facets: ['themes'] },
  ]
  const [[all, byType, byCountry, byTheme], ranked] = await Promise.all([
    ask(counting),
    ask(candidateQueries(plan, q, everything)).then((answers) => rank(plan, answers)),
  ])
  const documents = await pageOf(ask, ranked, request, { q, filter: everything })
  const wanted = new Set(termsWanted(plan))
  return {
    hits: documents.map((document) => ({
      document,
      highlight: highlight(language, shownText(document, request.language), wanted),
    })),
    total: all?.total ?? 0,
    facets: {
      type: byType?.facets.type ?? {},
      country: byCountry?.facets.country ?? {},
      theme: byTheme?.facets.themes ?? {},
    },
    understood: [...plan.understood],
    shortened: plan.shortened,
    engine: 'meilisearch',
  }
}

/** What has everything that was wanted, what has all but one thing, and what has each thing by itself. */
function candidateQueries(plan: Plan, q: string, everything: readonly string[]): Query[] {
  const groups = plan.wanted.map(({ alternatives }) => anyOf('terms', [...new Set(alternatives.flatMap(({ terms }) => terms))]))
  const sets: { conditions: string[]; limit: number }[] = groups.map((group) => ({ conditions: [group], limit: mostOfAWord }))
  if (groups.length > 1) sets.unshift({ conditions: groups, limit: mostOfAllWords })
  if (groups.length > 2) {
    for (const left of groups) sets.push({ conditions: groups.filter((it) => it !== left), limit: mostOfAWord })
  }
  return sets.map(({ conditions, limit }) => ({
    q,
    limit,
    filter: [...everything, ...conditions],
    sort: ['newest:desc', 'id:asc'],
    attributesToRetrieve: ['id', 'newest', 'terms', 'impacts'],
  }))
}

/** The ids of the candidates, best first. */
function rank(plan: Plan, answers: readonly Answer[]): string[] {
  const candidates = new Map(answers.flatMap(({ hits }) => hits).map((hit) => [hit.id!, hit]))
  return [...candidates.values()]
    .map(({ id, newest, terms = [], impacts = [] }) => ({
      id: id!,
      newest: newest!,
      score: scoreOf(plan, { of: new Map(terms.map((term, at) => [term, impacts[at]!])), length: terms.length }),
    }))
    .sort((a, b) => b.score - a.score || b.newest - a.newest || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id)
}

/** The asked page: ranked candidates first, then what else matches, newest first. */
async function pageOf(
  ask: Ask,
  ranked: readonly string[],
  { offset, limit }: SearchRequest,
  rest: Query,
): Promise<SearchDocument[]> {
  const ids = ranked.slice(offset, offset + limit)
  const missing = limit - ids.length
  const { filter } = rest as { filter: string[] }
  const [top, tail] = await ask([
    { limit: ids.length, filter: [anyOf('id', ids)], attributesToRetrieve: ['document'] },
    {
      ...rest,
      filter: ranked.length > 0 ? [...filter, `NOT ${anyOf('id', ranked)}`] : filter,
      sort: ['newest:desc', 'id:asc'],
      offset: Math.max(0, offset - ranked.length),
      limit: missing,
      attributesToRetrieve: ['document'],
    },
  ])
  const parse = (answer: Answer | undefined) => (answer?.hits ?? []).map((hit) => SearchDocument.parse(hit.document))
  const byId = new Map(parse(top).map((document) => [document.id, document]))
  return [...ids.flatMap((id) => byId.get(id) ?? []), ...parse(tail)]
}
