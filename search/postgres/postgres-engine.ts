import type { Fragment, Sql } from 'postgres'
import { SearchDocument, type SearchEngine, type SearchRequest, type SearchResult } from '../engine.ts'
import { highlight, shownText } from '../language/highlight.ts'
import { vocabularyOf, weights } from '../language/index-terms.ts'
import { loadLanguage } from '../language/language.ts'
import { termsWanted } from '../language/understand.ts'
import { planQuery, type IndexFacts, type Plan } from '../planning/plan-query.ts'
import { lengthShare, usualLength } from '../planning/score.ts'
import { gramsOf, nearestWord } from '../planning/spelling.ts'
import { lexeme, rowOf } from './index-rows.ts'

const batch = 250
/** The rarity (see Plan.weightOf) of a term in nine out of ten documents. */
const leastTelling = 0.1

/**
 * The engine inside the database: the embedded default, and the fallback while Meilisearch is away. Stems, compound parts and concepts are made
 * in TypeScript, so that it needs no extension and no dictionary; a document is found by any of the words and ranked by how rare, how often and
 * where they stand.
 */
export function createPostgresEngine(sql: Sql): SearchEngine {
  return {
    name: 'postgres',
    // The tables come with the migrations.
    prepare: async () => {},
    put: (documents) => put(sql, documents),
    remove: async (ids) => {
      await sql`delete from search.document where id = any(${[...ids]}::text[])`
    },
    clear: async () => {
      await sql`delete from search.document`
      await sql`delete from search.word`
    },
    search: (request) => search(sql, request),
    health: async () => {
      try {
        await sql`select 1 from search.document limit 1`
        return { ok: true }
      } catch (error) {
        return { ok: false, detail: (error as Error).message }
      }
    },
    close: async () => {},
  }
}

async function put(sql: Sql, documents: readonly SearchDocument[]): Promise<void> {
  const language = await loadLanguage()
  // The last of two documents with one id wins; one statement cannot write a row twice.
  const unique = [...new Map(documents.map((it) => [it.id, it])).values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  for (let from = 0; from < unique.length; from += batch) {
    const some = unique.slice(from, from + batch)
    await sql`
      insert into search.document (id, type, country, themes, current, facts_from, facts_to, newest, terms, words, document)
      select id, type, country, themes, current, facts_from, facts_to, newest, terms::tsvector, words, document
      from jsonb_to_recordset(${sql.json(some.map((it) => rowOf(language, it)) as never)}) as r (
        id text, type text, country text, themes text[], current boolean, facts_from date, facts_to date, newest date, terms text, words text,
        document jsonb)
      on conflict (id) do update set
        type = excluded.type, country = excluded.country, themes = excluded.themes, current = excluded.current,
        facts_from = excluded.facts_from, facts_to = excluded.facts_to, newest = excluded.newest, terms = excluded.terms,
        words = excluded.words, document = excluded.document`
    // Sorted, so that two writers that meet wait for each other instead of for ever.
    const words = [...new Set(some.flatMap(vocabularyOf))].sort().map((word) => ({ word, grams: gramsOf(word) }))
    await sql`
      insert into search.word (word, grams)
      select word, grams from jsonb_to_recordset(${sql.json(words)}) as r (word text, grams text[])
      on conflict do nothing`
  }
}

/** What the planner asks of the index. */
const factsOf = (sql: Sql): IndexFacts => ({
  frequencies: async (terms) => {
    const [size] = await sql`
      select case when reltuples > 0 then reltuples::bigint else (select count(*) from search.document) end as size
      from pg_class where oid = 'search.document'::regclass`
    const rows = await sql<{ term: string; count: number }[]>`
      select term, (select count(*) from search.document where terms @@ query::tsquery) as count
      from unnest(${[...terms]}::text[], ${terms.map(lexeme)}::text[]) as wanted (term, query)`
    return { size: Number(size?.size ?? 0), of: new Map(rows.map((row) => [row.term, Number(row.count)])) }
  },
  nearest: async (word) => {
    const grams = gramsOf(word)
    const rows = await sql<{ word: string }[]>`
      select word from search.word
      where grams && ${grams} and length(word) between ${word.length - 2} and ${word.length + 2}
      order by cardinality(array(select unnest(grams) intersect select unnest(${grams}::text[]))) desc, word
      limit 40`
    return nearestWord(
      word,
      rows.map((row) => row.word),
    )
  },
})

async function search(sql: Sql, request: SearchRequest): Promise<SearchResult> {
  const language = await loadLanguage()
  const plan = await planQuery(language, request.query, factsOf(sql))
  const none = { hits: [], total: 0, facets: { country: {}, theme: {}, type: {} }, engine: 'postgres' as const }
  if (plan.empty) return { ...none, understood: [], shortened: plan.shortened }

  const matching = matchingOf(sql, plan, request)
  const { ofType, ofCountry, ofTheme } = chosenOf(sql, request)
  // Each facet is counted without its own choice, so that its other values stay to choose from.
  const [counts, rows] = await Promise.all([
    sql<{ facet: string; value: string | null; count: number }[]>`
      with matched as materialized (
        select type, country, themes, ${ofType} as of_type, ${ofCountry} as of_country, ${ofTheme} as of_theme
        from search.document where ${matching}
      )
      select 'total' as facet, null as value, count(*) as count from matched where of_type and of_country and of_theme
      union all select 'type', type, count(*) from matched where of_country and of_theme group by 2
      union all select 'country', country, count(*) from matched where of_type and of_theme group by 2
      union all select 'theme', theme, count(*) from matched, unnest(themes) as theme where of_type and of_country group by 2`,
    sql<{ document: unknown }[]>`
      select document from search.document
      where ${matching} and ${ofType} and ${ofCountry} and ${ofTheme}
      order by ${scoreOf(sql, plan)} desc, newest desc, id
      limit ${request.limit} offset ${request.offset}`,
  ])
  const wanted = new Set(termsWanted(plan))
  const facet = (name: string) =>
    Object.fromEntries(counts.filter((it) => it.facet === name).map(({ value, count }) => [value, Number(count)]))
  return {
    hits: rows.map((row) => {
      const document = SearchDocument.parse(row.document)
      return { document, highlight: highlight(language, shownText(document, request.language), wanted) }
    }),
    total: Number(counts.find((it) => it.facet === 'total')?.count ?? 0),
    facets: { country: facet('country'), theme: facet('theme'), type: facet('type') },
    understood: [...plan.understood],
    shortened: plan.shortened,
    engine: 'postgres',
  }
}

/** What holds for every match, whatever facet values were chosen. */
function matchingOf(sql: Sql, plan: Plan, { factsFrom, factsTo, includeSuperseded }: SearchRequest): Fragment {
  const all: Fragment[] = [sql`true`]
  const anyOf = (terms: readonly string[]) => terms.map(lexeme).join(' | ')
  if (plan.phrases.length > 0) {
    if (plan.phraseTerms.length > 0) all.push(sql`terms @@ ${plan.phraseTerms.map(lexeme).join(' & ')}::tsquery`)
    for (const phrase of plan.phrases) all.push(sql`words like ${`%${phrase}%`}`)
  } else if (plan.wanted.length > 0) all.push(sql`terms @@ ${anyOf(termsWanted(plan))}::tsquery`)
  if (plan.excludedTerms.length > 0) all.push(sql`not terms @@ ${anyOf(plan.excludedTerms)}::tsquery`)
  for (const phrase of plan.excludedPhrases) all.push(sql`words not like ${`%${phrase}%`}`)
  if (!includeSuperseded) all.push(sql`current`)
  if (factsFrom) all.push(sql`facts_to >= ${factsFrom}`)
  if (factsTo) all.push(sql`facts_from <= ${factsTo}`)
  return all.reduce((left, right) => sql`${left} and ${right}`)
}

/** Whether a row has the chosen value of each facet. */
const chosenOf = (sql: Sql, { types, country, theme }: SearchRequest) => ({
  ofType: sql`type = any(${[...types]}::text[])`,
  ofCountry: country ? sql`country = ${country}` : sql`true`,
  ofTheme: theme ? sql`themes @> array[${theme}]::text[]` : sql`true`,
})

/** The sum over what was wanted of its best alternative: frequency and place from ts_rank, times rarity; over the document's length. */
function scoreOf(sql: Sql, plan: Plan): Fragment {
  const { A, B, C, D } = weights
  // A term that nearly every document has changes no order; scoring it for all of them is most of the work.
  const tells = (term: string) => plan.weightOf(term) >= leastTelling
  const some = termsWanted(plan).some(tells)
  const scores = plan.wanted.map(({ alternatives }) => {
    const each = alternatives.map(({ terms, weight }) =>
      terms
        .filter((term) => !some || tells(term))
        .map(
          (term) =>
            sql`${(weight * plan.weightOf(term)) / terms.length}::float8 * ts_rank(array[${D}, ${C}, ${B}, ${A}]::real[], terms, ${lexeme(term)}::tsquery)`,
        )
        .reduce((left, right) => sql`${left} + ${right}`, sql`0`),
    )
    return sql`greatest(${each.reduce((left, right) => sql`${left}, ${right}`)})`
  })
  if (scores.length === 0) return sql`0::float8`
  const sum = scores.reduce((left, right) => sql`${left} + ${right}`)
  return sql`(${sum}) / (${1 - lengthShare}::float8 + ${lengthShare / usualLength}::float8 * length(terms))`
}
