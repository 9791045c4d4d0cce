import { DemoDraft } from '#schemas/demo-report.ts'
import { approveSection } from '../review/decide-section.server.ts'
import { returnSection } from '../review/decide-section.server.ts'
import { submitSection } from '../review/submit-section.server.ts'
import { acceptTerms } from '../terms-of-reference/accept-terms.server.ts'
import { createTerms } from '../terms-of-reference/create-terms.server.ts'
import { handOver } from '../terms-of-reference/hand-over.server.ts'
import draftFile from './content/yemen-draft.json' with { type: 'json' }
import { documentOfParagraphs } from './document-of-paragraphs.ts'
import type { Cast } from './cast.ts'
import { loadSources } from './load-sources.server.ts'
import { demoNotice } from './load-syria.server.ts'
import { writeSection } from './write-section.server.ts'

/** A half-written report on Yemen: sections in draft, in review, returned and approved, so that every role finds something to do. */
export async function loadYemen(cast: Cast, standardId: string): Promise<void> {
  const { sql } = cast.author
  const draft = DemoDraft.parse(draftFile)
  const itemId = await loadSources(cast, draft.sources)
  const { from, to } = draft.reportingPeriod
  const terms = {
    standardId,
    countryCode: draft.country,
    kind: 'general' as const,
    periodFrom: from,
    periodTo: to,
    dueOn: draft.dueOn,
  }
  const termsId = await createTerms(cast.policy, terms)
  await handOver(cast.policy, termsId)
  const { reportId } = await acceptTerms(cast.publisher, termsId)
  await sql`update report set notice = ${demoNotice}, title = replace(title, 'Algemeen ambtsbericht', 'Oefenrapport') where id = ${reportId}`

  for (const { nodeKey, status, returnReason, paragraphs } of draft.sections) {
    const [section] = await sql`
      select section.id from section join terms_node on terms_node.terms_id = ${termsId} and terms_node.number = section.number
      where section.report_id = ${reportId} and terms_node.key = ${nodeKey}`
    if (!section) throw new Error(`the report has no section ${nodeKey}`)
    const sectionId = section.id as string
    const document = documentOfParagraphs(paragraphs, {
      itemId,
      incident: (externalId) => {
        throw new Error(`the draft places no incidents, yet names ${externalId}`)
      },
    })
    await writeSection(cast, { sectionId, document, asOfDate: to })
    if (status !== 'draft') await submitSection(cast.author, sectionId)
    if (status === 'returned') await returnSection(cast.reviewer, { sectionId, reason: returnReason ?? '' })
    if (status === 'approved') await approveSection(cast.reviewer, sectionId)
  }
}
