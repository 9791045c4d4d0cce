import type { JSONValue } from 'postgres'
import { z } from 'zod'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import { canonicalJson, hashOf } from '#app/platform/canonical-json.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { withPublicFaces } from '#editor/document/public-face.ts'
import { ReleaseContent } from '#schemas/release.ts'
import { Id } from '#schemas/values.ts'
import { CitationStyle } from '#schemas/vocabulary.ts'
import { freezeSections } from './freeze-sections.server.ts'
import { freezeTerms } from './freeze-terms.server.ts'
import { gatherSources } from './gather-sources.server.ts'
import { renderFiles } from './render-files.server.ts'

export const NewRelease = z.object({
  reportId: Id,
  sectionIds: z.array(Id).min(1).max(1000),
  /** How its footnotes and list of sources are written. */
  citationStyle: CitationStyle.default('dutch-report'),
})
export type NewRelease = z.input<typeof NewRelease>

/**
 * Publishes approved sections of a report: their texts, the terms of reference they answer, sources' public faces, incidents and context cards are frozen, hashed and
 * rendered, all in one transaction, so that there is never half a release.
 * @returns the permanent number and the SHA-256 of the content's canonical JSON.
 * @throws {DomainError} `not-found`; `wrong-state` (`not-approved`) or `conflict` (`changed-after-approval`) with the sections' numbers;
 * `invalid-input` (`pdf-refused`) when the text cannot be set accessibly.
 */
export async function createRelease(useCase: UseCase, input: NewRelease): Promise<{ number: string; hash: string }> {
  const { reportId, sectionIds, citationStyle } = NewRelease.parse(input)
  const { actor, clock } = useCase
  return withTransaction(useCase.sql, async (tx) => {
    const report = await readReport(tx, reportId)
    const sections = await freezeSections(tx, reportId, sectionIds, report.language)
    const releasedAt = clock()
    const sources = await gatherSources(
      tx,
      sections.map((section) => section.document),
    )
    const { code, nameNl, nameEn, ...rest } = report
    const content = ReleaseContent.parse({
      format: 'herkomst-release/1',
      number: await nextNumber(tx, code, releasedAt),
      ...rest,
      country: { code, nameNl, nameEn },
      citationStyle,
      releasedAt: releasedAt.toISOString(),
      sections: sections.map((section) => ({
        ...section,
        document: withPublicFaces(section.document, (id) => sources.items[id]?.confidential === true),
      })),
      ...sources,
      terms: await freezeTerms(tx, reportId, sectionIds),
    })
    const hash = hashOf(content)
    const files = await renderFiles(content, hash)
    const [release] = await tx`
      insert into release (report_id, number, title, language, released_at, released_by, content, hash)
      values (${reportId}, ${content.number}, ${content.title}, ${content.language}, ${releasedAt}, ${actor.id},
        ${tx.json(JSON.parse(canonicalJson(content)) as JSONValue)}, ${hash})
      returning id`
    const releaseId = release?.id as string
    for (const section of content.sections) {
      await tx`
        insert into release_section (release_id, section_id, number, title, as_of_date, hash)
        values (${releaseId}, ${section.id}, ${section.number}, ${section.title}, ${section.asOf}, ${hashOf(section)})`
    }
    for (const file of files) {
      await tx`
        insert into release_file (release_id, part, format, media_type, content, hash)
        values (${releaseId}, ${file.part}, ${file.format}, ${file.mediaType}, ${file.content}, ${file.hash})`
    }
    await tx`insert into search_outbox (object_type, object_id) values ('release', ${releaseId})`
    await recordEvent(
      { ...useCase, sql: tx },
      {
        action: 'release.created',
        objectType: 'release',
        objectId: releaseId,
        details: { number: content.number, hash, sections: content.sections.length },
      },
    )
    return { number: content.number, hash }
  })
}

async function readReport(tx: Queryable, reportId: string) {
  const [report] = await tx`
    select report.title, report.kind, report.language, report.notice, report.period_from as "from", report.period_to as "to",
      country.code, country.name_nl as "nameNl", country.name_en as "nameEn"
    from report join country on country.code = report.country_code where report.id = ${reportId}`
  if (!report) throw new DomainError('not-found')
  const { from, to, ...rest } = report
  return { ...rest, period: { from, to } } as Pick<ReleaseContent, 'title' | 'kind' | 'language' | 'notice' | 'period'> &
    ReleaseContent['country']
}

/** COUNTRY-YEAR-SEQUENCE without gaps: two publishers at once wait for each other. */
async function nextNumber(tx: Queryable, country: string, releasedAt: Date): Promise<string> {
  const prefix = `${country}-${releasedAt.getUTCFullYear()}-`
  await tx`select pg_advisory_xact_lock(hashtext(${`release ${prefix}`}))`
  const [last] = await tx`
    select coalesce(max(substr(number, ${prefix.length + 1})::int), 0) as sequence from release where starts_with(number, ${prefix})`
  return `${prefix}${Number(last?.sequence) + 1}`
}
