import type { UseCase } from '#app/platform/context.server.ts'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import incidentFile from '#app/services/demo/content/syria-incidents.json' with { type: 'json' }
import { createRelease } from '#app/services/releases/create-release.server.ts'
import { assignAuthor } from '#app/services/reports/assign-author.server.ts'
import { setAsOfDate } from '#app/services/reports/set-as-of-date.server.ts'
import { approveSection } from '#app/services/review/decide-section.server.ts'
import { submitSection } from '#app/services/review/submit-section.server.ts'
import { saveDocument } from '#app/services/sections/save-document.server.ts'
import { createSource } from '#app/services/sources/create-source.server.ts'
import { createSourceItem } from '#app/services/sources/create-source-item.server.ts'
import { acceptTerms } from '#app/services/terms-of-reference/accept-terms.server.ts'
import { createTerms } from '#app/services/terms-of-reference/create-terms.server.ts'
import { dropQuestion } from '#app/services/terms-of-reference/drop-question.server.ts'
import { handOver } from '#app/services/terms-of-reference/hand-over.server.ts'
import { newBlockId } from '#editor/document/schema.ts'
import type { DocumentNode } from '#schemas/document.ts'
import type { ParagraphKind, SourceKind } from '#schemas/vocabulary.ts'
import { anIncident } from '../review/incident.ts'
import { addPerson, as } from '../support/people.ts'
import { documentOf } from '../support/released.ts'

/** The people of a report, each on a clock that can be set. */
export async function cast(sql: Queryable) {
  let now = new Date('2026-10-01T12:00:00Z')
  const clock = () => now
  const person = async (role: string) => as(sql, await addPerson(sql, role), clock)
  return {
    policy: await person('policy'),
    author: await person('author'),
    reviewer: await person('reviewer'),
    publisher: await person('publisher'),
    officer: await person('decision-officer'),
    /** @param day `YYYY-MM-DD`. */
    onDay: (day: string) => void (now = new Date(`${day}T12:00:00Z`)),
  }
}
export type People = Awaited<ReturnType<typeof cast>>

/** A report on a version that is in force, accepted by Foreign Affairs. @returns its id and its sections' ids by number. */
export async function aReport(people: People, standardId: string, countryCode: string, dropped: readonly string[] = []) {
  const { policy, publisher } = people
  const period = { periodFrom: '2026-01-01', periodTo: '2026-06-30', dueOn: '2026-12-31' }
  const termsId = await createTerms(policy, { standardId, countryCode, kind: 'general', ...period })
  for (const questionKey of dropped) {
    await dropQuestion(policy, { termsId, questionKey, reason: 'In dit land niet van toepassing.' })
  }
  await handOver(policy, termsId)
  const { reportId } = await acceptTerms(publisher, termsId)
  const rows = await policy.sql<{ number: string; id: string }[]>`select number, id from section where report_id = ${reportId}`
  return { reportId, termsId, sections: new Map(rows.map(({ number, id }) => [number, id])) }
}

/** Writes a section's next text on one day and has it approved on another. */
export async function writeAndApprove(
  people: People,
  sectionId: string,
  content: readonly DocumentNode[],
  days: { written: string; approved: string },
): Promise<void> {
  const { author, reviewer } = people
  people.onDay(days.written)
  const [row] = await author.sql<{ version: number }[]>`select version from section_document where section_id = ${sectionId}`
  await assignAuthor(author, sectionId, author.actor.id)
  await setAsOfDate(author, sectionId, '2026-06-30')
  await saveDocument(author, { sectionId, baseVersion: row!.version, document: documentOf(...content) })
  people.onDay(days.approved)
  await submitSection(author, sectionId)
  await approveSection(reviewer, sectionId)
}

export const release = (people: People, reportId: string, sectionIds: readonly string[]) =>
  createRelease(people.publisher, { reportId, sectionIds: [...sectionIds] })

/** A paragraph of a kind that cites these items. */
export const passage = (kind: ParagraphKind, text: string, ...items: string[]): DocumentNode => ({
  type: 'paragraph',
  attrs: { id: newBlockId(), kind },
  content: [
    { type: 'text', text },
    ...items.map((sourceItemId) => ({
      type: 'citation',
      attrs: { sourceItemId, locator: 'p. 1', support: 'supports', quote: null },
    })),
  ],
})

let items = 0
/** A publication of a source of this kind. */
export async function anItem(author: UseCase, kind: SourceKind): Promise<string> {
  const sourceId = await createSource(author, { name: `Bron ${++items} ${crypto.randomUUID()}`, kind })
  return createSourceItem(author, {
    ...{ sourceId, title: `Publicatie ${items}`, published: '2026-05', accessedOn: '2026-09-01', confidentiality: 'public' },
  })
}

/** An incident block with context figures, or with the reason why there are none. */
export async function placed(sql: Queryable, inContext: boolean): Promise<DocumentNode> {
  const incidentId = await anIncident(sql)
  const figures = inContext ? JSON.stringify(incidentFile.incidents[0]!.figures) : null
  const [card] = await sql<{ id: string }[]>`
    insert into context_card (incident_id, figures, no_context_reason, computed_at)
    values (${incidentId}, ${figures}::text::jsonb, ${inContext ? null : 'Geen telling voor dit gebied.'}, now()) returning id`
  return { type: 'incident', attrs: { id: newBlockId(), incidentId, contextCardId: card!.id } }
}
