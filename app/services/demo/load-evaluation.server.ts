import { DemoDraft, DemoReport } from '#schemas/demo-report.ts'
import { today } from '#app/platform/today.ts'
import { actorByEmail } from '../accounts/actor-by-email.server.ts'
import { askForRemarks } from '../evaluation/ask-for-remarks.server.ts'
import { giveRemark } from '../evaluation/give-remark.server.ts'
import { listPilots } from '../evaluation/list-pilots.server.ts'
import { markPilot, pilotable } from '../evaluation/mark-pilot.server.ts'
import { recordEvaluation } from '../evaluation/record-evaluation.server.ts'
import { createContextCard } from '../incidents/create-context-card.server.ts'
import { createRelease } from '../releases/create-release.server.ts'
import { approveSection } from '../review/decide-section.server.ts'
import { submitSection } from '../review/submit-section.server.ts'
import { acceptTerms } from '../terms-of-reference/accept-terms.server.ts'
import { copyStandard } from '../terms-of-reference/copy-standard.server.ts'
import { handOver } from '../terms-of-reference/hand-over.server.ts'
import draftFile from './content/syria-former.json' with { type: 'json' }
import reportFile from './content/syria-report.json' with { type: 'json' }
import type { Cast } from './cast.ts'
import { documentOfParagraphs } from './document-of-paragraphs.ts'
import type { PlacedIncidents } from './load-incidents.server.ts'
import { demoNotice } from './load-syria.server.ts'
import { writeSection } from './write-section.server.ts'

/** Why the incidents of the former report stand without figures: what is at hand covers another period. */
const noContextReason =
  'Bij de vorige uitvraag werd geen context gevraagd; de cijfers die er zijn beslaan januari tot en met november 2019, een andere periode dan dit rapport.'

/**
 * Something true to evaluate: a short report on Syria under the version before the revision, beside the one under the revised version, with remarks,
 * a targeted question, a proposal and a decision. Nothing where the former version is not there.
 * @param release the number of the release under the revised version.
 */
export async function loadEvaluation(cast: Cast, standardId: string, incidents: PlacedIncidents, release: string): Promise<void> {
  const { sql } = cast.author
  const [former] = await sql<{ id: string }[]>`
    select id from standard_terms where successor_id = ${standardId} and status = 'withdrawn' order by created_at limit 1`
  if (!former) return
  await loadFormerReport(cast, former.id, incidents)
  await loadOpinions(cast, standardId, release)
  // The four countries of the pilot that the State Secretary named (SR-10).
  const drafts = (await listPilots(cast.policy)).filter(({ kind, status }) => kind === 'general' && pilotable(status))
  for (const { id } of drafts.slice(0, 1)) {
    for (const countryCode of ['SYR', 'YEM', 'IRQ', 'TUR']) await markPilot(cast.policy, { standardId: id, countryCode })
  }
}

async function loadFormerReport(cast: Cast, standardId: string, incidents: PlacedIncidents): Promise<void> {
  const { sql } = cast.author
  const draft = DemoDraft.parse(draftFile)
  const { from, to } = draft.reportingPeriod
  // Drawn up while that version was in force: since then it has been withdrawn.
  const termsId = await copyStandard(cast.policy, {
    ...{ standardId, countryCode: draft.country, kind: 'general', periodFrom: from, periodTo: to, dueOn: draft.dueOn },
  })
  await handOver(cast.policy, termsId)
  const { reportId } = await acceptTerms(cast.publisher, termsId)
  await sql`
    update report set notice = ${demoNotice}, title = replace(title, 'Algemeen ambtsbericht', 'Demonstratierapport (vorige uitvraag)')
    where id = ${reportId}`
  const itemIds = await readItems(cast)
  const sectionIds: string[] = []
  for (const { nodeKey, paragraphs } of draft.sections) {
    const [section] = await sql<{ id: string }[]>`
      select section.id from section join terms_node on terms_node.terms_id = ${termsId} and terms_node.number = section.number
      where section.report_id = ${reportId} and terms_node.key = ${nodeKey}`
    const sectionId = section!.id
    const cards = new Map<string, { incidentId: string; contextCardId: string }>()
    for (const externalId of paragraphs.flatMap((paragraph) => paragraph.incident?.externalId ?? [])) {
      const { incidentId } = incidents.get(externalId)!
      cards.set(externalId, { incidentId, contextCardId: await createContextCard(cast.author, { incidentId, noContextReason }) })
    }
    const document = documentOfParagraphs(paragraphs, {
      itemId: (key) => itemIds.get(key)!,
      incident: (externalId) => cards.get(externalId)!,
    })
    await writeSection(cast, { sectionId, document, asOfDate: to })
    await submitSection(cast.author, sectionId)
    await approveSection(cast.reviewer, sectionId)
    sectionIds.push(sectionId)
  }
  await giveRemark(cast.author, {
    ...{ side: 'author', sectionId: sectionIds[1]!, questionKey: 'security.national.nature', aspect: 'no-sources' },
    body: 'De bron codeert geen wapens. Op een open vraag naar de aard van het geweld was wel te antwoorden geweest.',
  })
  await createRelease(cast.publisher, { reportId, sectionIds })
}

/** The publications that the demonstration report on Syria registered, by its own keys. */
async function readItems({ author: { sql } }: Cast): Promise<Map<string, string>> {
  const rows = await sql<{ id: string; title: string }[]>`select id, title from source_item`
  const idOf = new Map(rows.map(({ id, title }) => [title, id]))
  return new Map(
    DemoReport.parse(reportFile).sources.flatMap(({ key, title }) => (idOf.has(title) ? [[key, idOf.get(title)!]] : [])),
  )
}

/** What was said, asked, proposed and decided: a few of each. */
async function loadOpinions(cast: Cast, standardId: string, release: string): Promise<void> {
  const { sql } = cast.author
  const officer = { ...cast.author, actor: await actorByEmail(sql, 'beslis@demo.example') }
  const [section] = await sql<{ number: string }[]>`
    select asked.number from release, jsonb_to_recordset(content->'sections') as asked(number text, questions jsonb)
    where release.number = ${release} and questions @> '[{"key": "security.regions.intensity"}]' order by asked.number limit 1`
  const inThreeMonths = new Date(cast.policy.clock().getTime() + 90 * 86_400_000)
  const requestId = await askForRemarks(cast.policy, {
    ...{ standardId, questionKey: 'security.regions.intensity', addressee: 'decision-officer' },
    body: 'Helpt het bij uw werk dat de regio’s met dezelfde maanden een jaar eerder worden vergeleken?',
    openUntil: today(() => inThreeMonths),
  })
  await giveRemark(officer, {
    ...{
      side: 'officer',
      release,
      section: section!.number,
      questionKey: 'security.regions.intensity',
      aspect: 'used-for',
      requestId,
    },
    body: 'Ja. Ik gebruikte de vergelijking om te zien of een incident past in een toename of op zichzelf staat.',
  })
  await recordEvaluation(cast.policy, {
    ...{ standardId, questionKey: 'security.regions.intensity', revision: 0, change: 'keep', proposal: '', decision: 'adopted' },
    decisionReason: 'De vergelijking met een jaar eerder wordt gebruikt; de vraag blijft zoals zij is.',
  })
  await recordEvaluation(cast.policy, {
    ...{ standardId, questionKey: 'security.national.nature', revision: 0, change: 'split', decision: null, decisionReason: '' },
    proposal: 'Vraag wapens en tactieken apart: bronnen die het verloop tellen, coderen wapens vaak niet.',
  })
}
