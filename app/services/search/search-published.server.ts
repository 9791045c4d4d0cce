import type { UseCase } from '#app/platform/context.server.ts'
import { today } from '#app/platform/today.ts'
import { citationText, permalink } from '#editor/render/citations/passage-citation.ts'
import { computeContext, type ContextAnswer } from '#app/services/incidents/compute-context.server.ts'
import type { Highlight, IncidentDocument, PassageDocument, SearchEngine } from '#search/engine.ts'
import type { Language } from '#schemas/vocabulary.ts'
import type { SearchInput } from './search-input.server.ts'

export const pageSize = 20
/** At most this many contexts are computed at the same time: a page of incidents must not take every connection. */
const contextsAtOnce = 4

type Shown<T> = { href: string; highlight: Highlight; document: T }
export type PassageResult = Shown<PassageDocument> & { citation: string }
export type IncidentResult = Shown<IncidentDocument> & { context: ContextAnswer | null }
export type SearchAnswer = {
  results: (PassageResult | IncidentResult)[]
  total: number
  facets: { country: Record<string, number>; theme: Record<string, number>; type: Record<string, number> }
  understood: string[]
  /** Whether the query was longer than what was looked at. */
  shortened: boolean
  /** Whether the usual engine was away. */
  fallback: boolean
}

/**
 * Passages of released sections and incidents of the register, ranked together, each with what an officer needs to judge and cite it: place in the
 * report, as-of date and citation; for an incident what it is against the whole.
 */
export async function searchPublished(
  useCase: UseCase,
  engine: SearchEngine,
  input: Omit<SearchInput, 'from' | 'to'> & { from?: string | undefined; to?: string | undefined },
  { baseUrl, language }: { baseUrl: string; language: Language },
): Promise<SearchAnswer> {
  const {
    hits,
    total,
    facets,
    understood,
    shortened,
    engine: answered,
  } = await engine.search({
    query: input.q,
    types: input.type ? [input.type] : ['passage', 'incident'],
    country: input.country || undefined,
    theme: input.theme || undefined,
    language,
    factsFrom: input.from,
    factsTo: input.to,
    includeSuperseded: input.superseded,
    offset: (input.page - 1) * pageSize,
    limit: pageSize,
  })
  const incidents = hits.flatMap(({ document }) => (document.type === 'incident' ? document.incidentId : []))
  const contexts = await computeContexts(useCase, incidents)
  const consultedOn = today(useCase.clock)
  return {
    results: hits.map(({ document, highlight }) =>
      document.type === 'passage'
        ? {
            document,
            highlight,
            href: permalink(document.releaseNumber, document.anchor),
            citation: citationText({ ...document, section: sectionOf(document) }, baseUrl, consultedOn),
          }
        : {
            document,
            highlight,
            href: `/incidents/${document.incidentId}`,
            context: contexts.get(document.incidentId) ?? null,
          },
    ),
    total,
    facets,
    understood,
    shortened,
    fallback: answered !== engine.name,
  }
}

/** "3.2 Vrouwen": the crumb of the section itself; a heading within the section may follow it. */
const sectionOf = ({ breadcrumb, sectionNumber }: PassageDocument): string =>
  breadcrumb.findLast((crumb) => crumb.startsWith(`${sectionNumber} `)) ?? sectionNumber

async function computeContexts(useCase: UseCase, ids: readonly string[]): Promise<Map<string, ContextAnswer>> {
  const found = new Map<string, ContextAnswer>()
  const left = [...ids]
  const worker = async () => {
    for (let id = left.shift(); id !== undefined; id = left.shift()) {
      // An incident that was removed after it was indexed has no context; the result still says what it was.
      const context = await computeContext(useCase, id).catch(() => null)
      if (context) found.set(id, context)
    }
  }
  await Promise.all(Array.from({ length: contextsAtOnce }, worker))
  return found
}
