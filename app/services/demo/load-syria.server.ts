import { DemoReport } from '#schemas/demo-report.ts'
import { createRelease } from '../releases/create-release.server.ts'
import { addSubsection } from '../reports/add-subsection.server.ts'
import { bindQuestions } from '../reports/bind-questions.server.ts'
import { renameSection } from '../reports/rename-section.server.ts'
import { approveSection } from '../review/decide-section.server.ts'
import { submitSection } from '../review/submit-section.server.ts'
import { acceptTerms } from '../terms-of-reference/accept-terms.server.ts'
import { createTerms } from '../terms-of-reference/create-terms.server.ts'
import { dropQuestion } from '../terms-of-reference/drop-question.server.ts'
import { handOver } from '../terms-of-reference/hand-over.server.ts'
import { rewordQuestion } from '../terms-of-reference/reword-question.server.ts'
import reportFile from './content/syria-report.json' with { type: 'json' }
import { documentOfParagraphs } from './document-of-paragraphs.ts'
import type { Cast } from './cast.ts'
import type { PlacedIncidents } from './load-incidents.server.ts'
import { loadSources } from './load-sources.server.ts'
import { writeSection } from './write-section.server.ts'

/** Printed on every page of a demonstration text. */
export const demoNotice = 'Demonstratietekst – geen ambtsbericht'

/** The demonstration report on Syria, written, reviewed and released by the demo people. @returns the release's number. */
export async function loadSyria(cast: Cast, standardId: string, incidents: PlacedIncidents): Promise<string> {
  const { sql } = cast.author
  const file = DemoReport.parse(reportFile)
  const itemId = await loadSources(cast, file.sources)
  const termsId = await createTerms(cast.policy, {
    standardId,
    countryCode: file.country,
    kind: 'general',
    periodFrom: file.reportingPeriod.from,
    periodTo: file.reportingPeriod.to,
    dueOn: '2026-12-15',
  })
  await differ(cast, termsId)
  await handOver(cast.policy, termsId)
  const { reportId } = await acceptTerms(cast.publisher, termsId)
  await sql`update report set notice = ${demoNotice}, title = replace(title, 'Algemeen ambtsbericht', 'Demonstratierapport') where id = ${reportId}`

  const sectionIds: string[] = []
  for (const [nodeSectionId, parts] of await partsBySection(cast, reportId, file)) {
    for (const part of parts) {
      const sectionId = await placePart(cast, nodeSectionId, part, parts.length > 1)
      const document = documentOfParagraphs(part.paragraphs, {
        itemId,
        incident: (externalId) => placedIncident(incidents, externalId),
      })
      await writeSection(cast, { sectionId, document, asOfDate: file.reportingPeriod.to })
      await submitSection(cast.author, sectionId)
      await approveSection(cast.reviewer, sectionId)
      sectionIds.push(sectionId)
    }
  }
  const { number } = await createRelease(cast.publisher, { reportId, sectionIds })
  return number
}

/** Two differences from the standard, so that the released terms of reference show how a difference and its reason are told. */
async function differ({ policy }: Cast, termsId: string): Promise<void> {
  await dropQuestion(policy, {
    termsId,
    questionKey: 'groups.country-specific',
    reason: 'De vaste vragen over groepen dekken voor deze demonstratie wat in dit land gevraagd wordt.',
  })
  await rewordQuestion(policy, {
    termsId,
    questionKey: 'politics.developments',
    revision: 1,
    wordingNl:
      'Hoe is de staat ingericht, hoe functioneren de belangrijkste instellingen in de praktijk, en welke politieke ontwikkelingen in binnen- en buitenland waren in de verslagperiode van belang, ook in gebieden buiten de greep van de regering?',
    wordingEn:
      'How is the state organised, how do the main institutions function in practice, and which political developments at home and abroad mattered in the reporting period, also in areas outside government control?',
    reason: 'In de verslagperiode oefenden meerdere partijen gezag uit; de vraag vraagt daarom ook naar hun gebieden.',
  })
}

type Part = DemoReport['sections'][number]

/** The demonstration's parts by the section of the report that was asked their first question, in the order of the text. */
async function partsBySection(cast: Cast, reportId: string, file: DemoReport): Promise<Map<string, Part[]>> {
  const rows = await cast.author.sql<{ key: string; sectionId: string }[]>`
    select terms_question.key, section.id as "sectionId"
    from section join section_question on section_question.section_id = section.id
    join terms_question on terms_question.id = section_question.question_id
    where section.report_id = ${reportId}`
  const sectionOf = new Map(rows.map((row) => [row.key, row.sectionId]))
  const parts = new Map<string, Part[]>()
  for (const part of file.sections) {
    const sectionId = sectionOf.get(part.questionKeys[0] as string)
    if (!sectionId) throw new Error(`nothing in the report answers ${part.questionKeys[0]}`)
    parts.set(sectionId, [...(parts.get(sectionId) ?? []), part])
  }
  return parts
}

/** Where the terms of reference ask one thing and the text tells it in parts, each part is a subsection; otherwise the section itself. */
async function placePart(cast: Cast, nodeSectionId: string, part: Part, oneOfSeveral: boolean): Promise<string> {
  const { title, questionKeys } = part
  if (oneOfSeveral) return addSubsection(cast.author, { parentId: nodeSectionId, title, questionKeys })
  await renameSection(cast.author, { sectionId: nodeSectionId, title })
  await bindQuestions(cast.author, { sectionId: nodeSectionId, questionKeys })
  return nodeSectionId
}

function placedIncident(incidents: PlacedIncidents, externalId: string) {
  const placed = incidents.get(externalId)
  if (!placed) throw new Error(`the text places incident ${externalId}, which is not among its incidents`)
  return placed
}
