import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hashOf } from '#app/platform/canonical-json.server.ts'
import { createRelease } from '#app/services/releases/create-release.server.ts'
import { readRelease, readReleaseFile } from '#app/services/releases/read-release.server.ts'
import { readReleasedTerms } from '#app/services/releases/read-released-terms.server.ts'
import { acceptTerms } from '#app/services/terms-of-reference/accept-terms.server.ts'
import { addQuestion } from '#app/services/terms-of-reference/add-question.server.ts'
import { dropQuestion } from '#app/services/terms-of-reference/drop-question.server.ts'
import { handOver } from '#app/services/terms-of-reference/hand-over.server.ts'
import { rewordQuestion } from '#app/services/terms-of-reference/reword-question.server.ts'
import { assignAuthor } from '#app/services/reports/assign-author.server.ts'
import { setAsOfDate } from '#app/services/reports/set-as-of-date.server.ts'
import { approveSection } from '#app/services/review/decide-section.server.ts'
import { submitSection } from '#app/services/review/submit-section.server.ts'
import { saveDocument } from '#app/services/sections/save-document.server.ts'
import { ReleaseContent } from '#schemas/release.ts'
import { testDatabase } from '../support/database.ts'
import { temporaryFolder } from '../support/folder.ts'
import { addPerson, as } from '../support/people.ts'
import { documentOf, paragraph } from '../support/released.ts'
import { someTerms, standardQuestions } from '../support/terms.ts'
import { unzip } from '../support/unzip.ts'

const db = testDatabase()
const [kept, reworded, dropped] = [
  standardQuestions[0]!,
  standardQuestions[1]!,
  standardQuestions.find((it) => it.themes.includes('sgbv'))!,
]
const reasons = {
  dropped: 'Valt dit jaar onder het thematische ambtsbericht over geweld tegen vrouwen.',
  reworded: 'De IND vraagt naar alle regio’s, <niet> alleen naar de hoofdstad.',
  added: 'Gevraagd vanwege de nieuwe grensovergangen in #2026.',
}

/** A report whose terms of reference differ from the standard in every way, with one approved section. */
async function differingReport() {
  const person = async (role: 'policy' | 'author' | 'reviewer' | 'publisher') => as(db.sql, await addPerson(db.sql, role))
  const [policy, author, reviewer, publisher] = [
    await person('policy'),
    await person('author'),
    await person('reviewer'),
    await person('publisher'),
  ]
  const [last] = await db.sql`select count(*) as made from terms_of_reference`
  const termsId = await someTerms(policy, { periodFrom: `${2001 + Number(last!.made)}-01-01` })
  await dropQuestion(policy, { termsId, questionKey: dropped.key, reason: reasons.dropped })
  await rewordQuestion(policy, {
    termsId,
    questionKey: reworded.key,
    revision: 1,
    wordingNl: `${reworded.nl} Graag per regio.`,
    wordingEn: `${reworded.en} By region, please.`,
    reason: reasons.reworded,
  })
  const [node] = await db.sql`
    select node.key from terms_question question join terms_node node on node.id = node_id where question.terms_id = ${termsId} and question.key = ${kept.key}`
  await addQuestion(policy, {
    termsId,
    nodeKey: node!.key as string,
    wordingNl: 'Welke grensovergangen zijn open, en voor wie?',
    wordingEn: 'Which border crossings are open, and for whom?',
    kind: 'practice',
    reason: reasons.added,
  })
  await handOver(policy, termsId)
  const { reportId } = await acceptTerms(publisher, termsId)
  const [section] = await db.sql`
    select section.id, section.number from section_question
    join section on section.id = section_id join terms_question question on question.id = question_id
    where section.report_id = ${reportId} and question.key = ${kept.key}`
  const sectionId = section!.id as string
  await assignAuthor(author, sectionId, author.actor.id)
  await setAsOfDate(author, sectionId, '2026-10-31')
  await saveDocument(author, { sectionId, baseVersion: 0, document: documentOf(paragraph('Het beeld is wisselend.')) })
  await submitSection(author, sectionId)
  await approveSection(reviewer, sectionId)
  return { reportId, sectionId, sectionNumber: section!.number as string, publisher, policy, termsId }
}

describe('terms of reference that are released with a report', () => {
  it('hold every question, also what was left out, each difference with its reason, and who asked as an organisation', async () => {
    const { reportId, sectionId, sectionNumber, publisher, policy } = await differingReport()
    const { number, hash } = await createRelease(publisher, { reportId, sectionIds: [sectionId] })
    const { content } = await readRelease(publisher, number)
    expect(hashOf(content), 'they are part of what the hash stands for').toBe(hash)
    const questions = content.terms!.sections.flatMap((section) => section.questions)
    expect(questions).toHaveLength(standardQuestions.length + 1)
    const one = (key: string) => questions.find((question) => question.key === key)
    expect(one(dropped.key)).toMatchObject({ state: 'dropped', reason: reasons.dropped, answeredIn: [] })
    expect(one(reworded.key)).toMatchObject({
      state: 'reworded',
      reason: reasons.reworded,
      wording: { nl: `${reworded.nl} Graag per regio.` },
      standardWording: { nl: reworded.nl, en: reworded.en },
    })
    expect(one(kept.key)).toMatchObject({ state: 'kept', reason: null, standardWording: null, answeredIn: [sectionNumber] })
    expect(questions.find((question) => question.state === 'added')).toMatchObject({
      reason: reasons.added,
      askedBy: [{ code: 'AenM', nl: 'Ministerie van Asiel en Migratie' }],
    })
    expect(JSON.stringify(content.terms)).not.toContain(policy.actor.name)
    expect(JSON.stringify(content.terms)).not.toContain(policy.actor.id)
    const page = await readReleasedTerms(publisher, number)
    expect(page.sections.flatMap((section) => section.opening.map((chapter) => chapter.number))).toEqual([
      ...new Set(content.terms!.sections.flatMap((section) => section.path.map((chapter) => chapter.number))),
    ])
  })

  it('can be downloaded as HTML, PDF/UA, DOCX and JSON, which say the same', async () => {
    const { reportId, sectionId, publisher } = await differingReport()
    const { number, hash } = await createRelease(publisher, { reportId, sectionIds: [sectionId] })
    const file = async (format: 'html' | 'pdf' | 'docx' | 'json') =>
      (await readReleaseFile(publisher, number, format, 'terms')).content
    const says = ['Welke grensovergangen zijn open, en voor wie?', reasons.dropped, 'Graag per regio.']
    const html = (await file('html')).toString()
    for (const words of [...says, 'De IND vraagt naar alle regio’s, &lt;niet&gt; alleen']) expect(html).toContain(words)
    expect(html, 'without sources there is no list of them').not.toContain('#bibliography')
    const word = unzip(await file('docx'))
    for (const words of says) expect(word.get('word/document.xml')?.toString()).toContain(words)
    const json = JSON.parse((await file('json')).toString()) as Record<string, unknown>
    expect(json).toMatchObject({ format: 'herkomst-terms/1', release: number, hash, standard: { version: '1.0' } })
    const pdf = (await file('pdf')).toString('latin1')
    expect(pdf).toMatch(/^%PDF-/)
    expect(pdf).toContain('pdfuaid:part')
  })

  it('are read aloud in the right order from the PDF', async ({ skip }) => {
    try {
      execFileSync('pdftotext', ['-v'], { stdio: 'ignore' })
    } catch {
      skip('pdftotext is not on this machine')
    }
    const { reportId, sectionId, publisher } = await differingReport()
    const { number } = await createRelease(publisher, { reportId, sectionIds: [sectionId] })
    const folder = temporaryFolder()
    const path = join(folder.path, 'terms.pdf')
    writeFileSync(path, (await readReleaseFile(publisher, number, 'pdf', 'terms')).content)
    const text = execFileSync('pdftotext', ['-raw', path, '-']).toString().replace(/\s+/g, ' ')
    folder.remove()
    const places = [kept.nl.slice(0, 30), reworded.nl.slice(0, 30), 'Welke grensovergangen zijn open'].map((words) =>
      text.indexOf(words),
    )
    expect(places.every((place) => place > 0)).toBe(true)
    expect([...places].sort((a, b) => a - b)).toEqual(places)
  })

  it('are missing from a release of before, which keeps its hash', async () => {
    const { reportId, sectionId, publisher } = await differingReport()
    const { number } = await createRelease(publisher, { reportId, sectionIds: [sectionId] })
    const { content } = await readRelease(publisher, number)
    const { terms: _terms, ...before } = content
    expect(hashOf(ReleaseContent.parse(before))).toBe(hashOf(before))
    await expect(readReleasedTerms(publisher, 'SYR-1999-1')).rejects.toThrow('not-found')
    await expect(readReleaseFile(publisher, 'SYR-1999-1', 'pdf', 'terms')).rejects.toThrow('not-found')
  })
})
