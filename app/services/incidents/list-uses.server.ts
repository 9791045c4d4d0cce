import type { UseCase } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import type { Actor } from '#app/policies/actor.ts'
import { Id } from '#schemas/values.ts'

export type IncidentUses = {
  sections: { id: string; number: string; title: string; report: string }[]
  releases: { number: string; title: string }[]
}

/**
 * Where an incident is used: sections as they stand now, and releases. A page shows sections only to who may view them.
 * @throws {DomainError} `not-found` for a malformed id.
 */
export async function listUses({ sql }: UseCase<Actor | null>, incidentId: string): Promise<IncidentUses> {
  if (!Id.safeParse(incidentId).success) throw new DomainError('not-found')
  const inDocument = `$.**.attrs ? (@.incidentId == "${incidentId}")`
  const sections = await sql<IncidentUses['sections']>`
    select section.id, section.number, section.title, report.title as report
    from section_document
    join section on section.id = section_document.section_id
    join report on report.id = section.report_id
    where document @? ${inDocument}::text::jsonpath
    order by report.title, section.number`
  const releases = await sql<IncidentUses['releases']>`
    select number, title from release where content -> 'incidents' ? ${incidentId} order by released_at desc`
  return { sections: [...sections], releases: [...releases] }
}
