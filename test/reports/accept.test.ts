import { describe, expect, it } from 'vitest'
import { listReports, readReportLine } from '#app/services/reports/list-reports.server.ts'
import { readReport } from '#app/services/reports/read-report.server.ts'
import { acceptTerms, reportTitle } from '#app/services/terms-of-reference/accept-terms.server.ts'
import { addQuestion } from '#app/services/terms-of-reference/add-question.server.ts'
import { dropQuestion } from '#app/services/terms-of-reference/drop-question.server.ts'
import { handOver } from '#app/services/terms-of-reference/hand-over.server.ts'
import { readTerms } from '#app/services/terms-of-reference/read-terms.server.ts'
import { testDatabase } from '../support/database.ts'
import { addPerson, as } from '../support/people.ts'
import { someReport, someTerms, standardFile, standardQuestions, standardSections } from '../support/terms.ts'

const reason = 'In dit land niet aan de orde in deze periode.'

describe('accepting terms of reference', () => {
  const db = testDatabase()
  const people = async () => ({
    policy: as(db.sql, await addPerson(db.sql, 'policy')),
    author: as(db.sql, await addPerson(db.sql, 'author')),
  })

  it('creates a report with a Dutch title and a section for every node, bound to all of its questions, with empty documents', async () => {
    const { policy, author } = await people()
    const reportId = await someReport(policy, author)
    const report = await readReport(author, reportId)
    expect(report).toMatchObject({
      title: 'Algemeen ambtsbericht Syrië, 1 januari – 30 november 2019',
      kind: 'general',
      stage: 'to-start',
      dueOn: '2027-02-01',
      sections: standardSections.length,
      draft: standardSections.length,
    })
    expect(report.tree.map((it) => [it.number, it.title])).toEqual(
      standardFile.chapters.flatMap((chapter) => [chapter, ...chapter.sections].map((it) => [it.number, it.title.nl])),
    )
    for (const line of report.tree) {
      const chapter = standardFile.chapters.find((it) => it.number === line.number)
      expect(line.hasText).toBe(!chapter)
      expect(line.parentId === null).toBe(chapter !== undefined)
      expect(line.questions).toBe(standardSections.find((it) => it.number === line.number)?.questions.length ?? 0)
    }
    const bound = await db.sql`
      select question.key from section_question join terms_question question on question.id = question_id join section on section.id = section_id
      where report_id = ${reportId}`
    expect(bound.map((it) => it.key).sort()).toEqual(standardQuestions.map((it) => it.key).sort())
    const documents = await db.sql`
      select version, document->>'type' as type from section_document join section on section.id = section_id where report_id = ${reportId}`
    expect(documents).toHaveLength(standardSections.length)
    expect(documents.every((it) => it.version === 0 && it.type === 'doc')).toBe(true)
    expect(await readTerms(policy, report.termsId)).toMatchObject({ status: 'accepted', acceptedBy: 'Auteur Demo', reportId })
  })

  it('leaves out dropped questions, sections and chapters without any, and binds added ones', async () => {
    const { policy, author } = await people()
    const termsId = await someTerms(policy, { countryCode: 'YEM' })
    const gone = standardFile.chapters.find((chapter) => chapter.key === 'return')!
    for (const question of gone.sections.flatMap((section) => section.questions)) {
      await dropQuestion(policy, { termsId, questionKey: question.key, reason })
    }
    const politics = standardSections.find((section) => section.key === 'politics')!
    for (const question of politics.questions) await dropQuestion(policy, { termsId, questionKey: question.key, reason })
    const question = { termsId, wordingNl: 'Wat gebeurde er in het gehele land?', kind: 'context', reason } as const
    const added = await addQuestion(policy, { ...question, nodeKey: 'human-rights' })
    await handOver(policy, termsId)
    const { reportId } = await acceptTerms(author, termsId)
    const { tree } = await readReport(author, reportId)
    expect(tree.map((it) => it.number)).toEqual(
      standardFile.chapters
        .filter((chapter) => chapter !== gone)
        .flatMap((chapter) => [chapter.number, ...chapter.sections.filter((it) => it !== politics).map((it) => it.number)]),
    )
    const rights = tree.find((it) => it.number === '3')!
    expect(rights, 'a chapter that is asked something itself holds text').toMatchObject({ hasText: true, questions: 1 })
    const [bound] =
      await db.sql`select key from terms_question join section_question on question_id = id where section_id = ${rights.id}`
    expect(bound?.key).toBe(added)
  })

  it('gives one report when two people accept at once', async () => {
    const { policy, author } = await people()
    const publisher = as(db.sql, await addPerson(db.sql, 'publisher'))
    const termsId = await someTerms(policy, { countryCode: 'IRQ' })
    await handOver(policy, termsId)
    const results = await Promise.allSettled([
      acceptTerms(author, termsId),
      acceptTerms(publisher, termsId),
      acceptTerms(author, termsId),
    ])
    expect(results.filter((it) => it.status === 'fulfilled')).toHaveLength(1)
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'wrong-state', detail: 'accepted' })
    }
    expect(await db.sql`select 1 from report where terms_id = ${termsId}`).toHaveLength(1)
  })

  it('is refused before the hand-over and for terms that are not there', async () => {
    const { policy, author } = await people()
    const termsId = await someTerms(policy, { countryCode: 'TUR' })
    await expect(acceptTerms(author, termsId)).rejects.toMatchObject({ code: 'wrong-state', detail: 'in-preparation' })
    await expect(acceptTerms(author, '00000000-0000-4000-8000-000000000000')).rejects.toMatchObject({ code: 'not-found' })
    await expect(acceptTerms(author, 'x')).rejects.toMatchObject({ code: 'not-found' })
  })

  it('names the report after its kind, country and period', () => {
    expect(reportTitle('thematic', 'Jemen', '2025-12-01', '2026-03-31')).toBe(
      'Thematisch ambtsbericht Jemen, 1 december 2025 – 31 maart 2026',
    )
  })

  it('lists reports and finds none by an unknown or malformed id', async () => {
    const { author } = await people()
    expect((await listReports(author)).map((it) => it.countryCode).sort()).toEqual(['IRQ', 'SYR', 'YEM'])
    for (const id of [undefined, '', '1', '00000000-0000-4000-8000-000000000000']) {
      await expect(readReportLine(author, id)).rejects.toMatchObject({ code: 'not-found' })
      await expect(readReport(author, id)).rejects.toMatchObject({ code: 'not-found' })
    }
  })
})
