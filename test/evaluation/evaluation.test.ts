import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'csv-parse/sync'
import { returnSection } from '#app/services/review/decide-section.server.ts'
import { evaluationCsv, reportsCsv } from '#app/services/evaluation/evaluation-csv.ts'
import { evaluationHtml } from '#app/services/evaluation/evaluation-html.ts'
import { filterFrom, queryOf, shownQuestions } from '#app/services/evaluation/evaluation-filter.ts'
import { giveRemark } from '#app/services/evaluation/give-remark.server.ts'
import { markPilot } from '#app/services/evaluation/mark-pilot.server.ts'
import { readEvaluation, type EvaluationChoice } from '#app/services/evaluation/read-evaluation.server.ts'
import { readQuestionEvaluation } from '#app/services/evaluation/read-question-evaluation.server.ts'
import { withdrawRemark } from '#app/services/evaluation/withdraw-remark.server.ts'
import { totalsOf } from '#app/services/evaluation/totals.ts'
import { testDatabase } from '../support/database.ts'
import { noon } from '../support/people.ts'
import { aReport, anItem, cast, passage, placed, release, writeAndApprove, type People } from './reports.ts'
import { aVersion } from './versions.ts'

const open = { old: null, new: null, countries: null }

/**
 * Two small versions, one report on the old one and two on the new one. What is expected below was counted by hand from the texts here, not by the
 * code under test.
 */
describe('the evaluation of old against new', () => {
  const db = testDatabase()
  let people: People
  let oldId: string
  let newId: string
  const reading = () => ({ sql: db.sql })
  const question = async (key: string, choice: Partial<EvaluationChoice> = {}) => {
    const { questions } = await readEvaluation(reading(), { ...open, ...choice })
    return questions.find((it) => it.key === key)!
  }

  beforeAll(async () => {
    people = await cast(db.sql)
    const [ngo, media, state] = [
      await anItem(people.author, 'ngo'),
      await anItem(people.author, 'media'),
      await anItem(people.author, 'government'),
    ]
    oldId = await aVersion(db.sql, {
      version: 'oud',
      questions: [
        { key: 'q.one', nl: 'Is het onveilig?' },
        { key: 'q.two', nl: 'Hoe is de zorg?' },
        { key: 'q.three', nl: 'Wie is schuldig?', section: '1.2' },
      ],
    })
    const former = await aReport(people, oldId, 'SYR')
    const [oldFirst, oldSecond] = [former.sections.get('1.1')!, former.sections.get('1.2')!]
    // 3 + 3 words, two publications of two kinds, one incident without context, a gap statement: for two questions together.
    await writeAndApprove(
      people,
      oldFirst,
      [passage('fact', 'Een twee drie.', ngo), await placed(db.sql, false), passage('gap', 'Niets gevonden hier.', media)],
      { written: '2026-10-01', approved: '2026-10-11' },
    )
    expect(oldSecond).toBeDefined()
    await release(people, former.reportId, [oldFirst])
    await giveRemark(people.author, {
      ...{ side: 'author', sectionId: oldFirst, questionKey: 'q.one', aspect: 'unclear', body: 'Wat is onveilig in deze vraag?' },
    })

    newId = await aVersion(db.sql, {
      version: 'nieuw',
      questions: [
        { key: 'q.one', nl: 'Hoe was de veiligheid, per regio en door de tijd?' },
        { key: 'q.two', nl: 'Hoe is de zorg?', section: '1.2' },
        { key: 'q.four', nl: 'Welke wet geldt?', section: '1.2' },
      ],
    })
    const first = await aReport(people, newId, 'IRQ')
    await writeAndApprove(
      people,
      first.sections.get('1.1')!,
      // 4 words, one publication cited twice, two incidents of which one in context.
      [passage('fact', 'Vier woorden staan hier.', ngo, ngo), await placed(db.sql, true), await placed(db.sql, false)],
      { written: '2026-10-05', approved: '2026-10-08' },
    )
    await writeAndApprove(people, first.sections.get('1.2')!, [passage('synthesis', 'Over zorg en wet samen.', state)], {
      ...{ written: '2026-10-05', approved: '2026-10-05' },
    })
    const sections = [first.sections.get('1.1')!, first.sections.get('1.2')!]
    const { number } = await release(people, first.reportId, sections)
    const remark = { side: 'officer', release: number, section: '1.1', questionKey: 'q.one' } as const
    await giveRemark(people.officer, { ...remark, aspect: 'used-for', body: 'Gebruikt om regio’s te vergelijken.' })
    const second = { ...remark, aspect: 'missing', body: 'Dit had ik niet moeten zeggen.' } as const
    await withdrawRemark(people.officer, await giveRemark(people.officer, second))

    const other = await aReport(people, newId, 'YEM', ['q.four'])
    const otherFirst = other.sections.get('1.1')!
    const days = { written: '2026-10-02', approved: '2026-10-03' }
    await writeAndApprove(
      people,
      otherFirst,
      [passage('fact', 'Dit telt later niet meer mee want het wordt vervangen.', ngo)],
      days,
    )
    await release(people, other.reportId, [otherFirst])
    await returnSection(people.reviewer, { sectionId: otherFirst, reason: 'Er is een nieuwere bron.' })
    // 6 words, two publications of two kinds; written first on 2 October.
    const again = { written: '2026-10-20', approved: '2026-10-22' }
    await writeAndApprove(people, otherFirst, [passage('fact', 'Zes woorden staan er nu hier.', media, state)], again)
    await release(people, other.reportId, [otherFirst])
    // A report in the making counts for nothing.
    await aReport(people, newId, 'TUR')
  })

  it('tells of a reworded question what stands in the newest release of every report, old and new', async () => {
    const { change, outcomes } = await question('q.one')
    expect(change).toBe('reworded')
    expect(outcomes.old).toEqual({
      ...{ asked: 1, answered: 0, withGap: 1, unanswered: 0, reworded: 0 },
      ...{ words: 6, shares: 2, items: 2, kinds: ['ngo', 'media'], inContext: 0, withoutContext: 1, days: 10 },
      remarks: { author: 1, officer: 0 },
    })
    expect(outcomes.new).toEqual({
      ...{ asked: 2, answered: 2, withGap: 0, unanswered: 0, reworded: 0 },
      // Medians of 4 and 6 words, of 1 and 2 publications, of 1 and 0 incidents, of 3 and 20 days.
      ...{
        words: 5,
        shares: 1,
        items: 1.5,
        kinds: ['government', 'ngo', 'media'],
        inContext: 0.5,
        withoutContext: 0.5,
        days: 11.5,
      },
      remarks: { author: 0, officer: 1 },
    })
  })

  it('tells that a question was asked and not answered where its section was not released', async () => {
    const { change, outcomes } = await question('q.two')
    expect(change).toBe('same')
    expect(outcomes.old).toMatchObject({ asked: 1, withGap: 1, words: 6 })
    expect(outcomes.new).toMatchObject({ asked: 2, answered: 1, unanswered: 1, words: 5, shares: 2, items: 1, days: 0 })
  })

  it('sets what only one version asks against nothing', async () => {
    expect(await question('q.three')).toMatchObject({
      ...{ change: 'dropped', new: null, old: { number: '1.2.1' } },
      outcomes: { new: null, old: { asked: 1, answered: 0, unanswered: 1, words: null, items: null, kinds: [], days: null } },
    })
    expect(await question('q.four')).toMatchObject({
      change: 'added',
      old: null,
      outcomes: { old: null, new: { asked: 1, answered: 1 } },
    })
    const { questions } = await readEvaluation(reading(), open)
    expect(questions.map(({ key }) => key)).toEqual(['q.one', 'q.two', 'q.four', 'q.three'])
  })

  it('adds up per version, and says which reports stand on which, those in the making too', async () => {
    const evaluation = await readEvaluation(reading(), open)
    expect(totalsOf(evaluation)).toEqual([
      { version: 'oud', questions: 3, reports: 1, asked: 3, answered: 0, withGap: 2, unanswered: 1, author: 1, officer: 0 },
      { version: 'nieuw', questions: 3, reports: 2, asked: 5, answered: 4, withGap: 0, unanswered: 1, author: 0, officer: 1 },
    ])
    const standing = evaluation.reports.map(({ countryCode, standardId, releases }) => [countryCode, standardId, releases.length])
    expect(standing).toEqual([
      ['IRQ', newId, 1],
      ['YEM', newId, 2],
      ['SYR', oldId, 1],
      ['TUR', newId, 0],
    ])
  })

  it('leaves out what a country dropped from its questions', async () => {
    expect((await question('q.four')).outcomes.new).toMatchObject({ asked: 1, answered: 1, unanswered: 0 })
    expect((await question('q.four', { countries: 'YEM' })).outcomes.new).toMatchObject({ asked: 0, unanswered: 0 })
  })

  it('can be looked at for one country, or for the countries of the pilot', async () => {
    expect((await question('q.one', { countries: 'YEM' })).outcomes).toMatchObject({
      old: { asked: 0 },
      new: { asked: 1, words: 6 },
    })
    const draftId = await aVersion(db.sql, { version: 'proef', status: 'draft' })
    await markPilot(people.policy, { standardId: draftId, countryCode: 'IRQ' })
    const { reports } = await readEvaluation(reading(), { old: newId, new: draftId, countries: 'pilot' })
    expect(reports.map(({ countryCode }) => countryCode)).toEqual(['IRQ'])
  })

  it('shows of one question every report, remark and section it rests on, without a name', async () => {
    const found = await readQuestionEvaluation(reading(), open, 'q.one')
    expect(found.answers.map(({ report, answer }) => [report.countryCode, answer.state, answer.words, answer.days])).toEqual([
      ['IRQ', 'answered', 4, 3],
      ['YEM', 'answered', 6, 20],
      ['SYR', 'with-gap', 6, 10],
    ])
    expect(found.remarks.map(({ side, aspect, organisation, version }) => [side, aspect, organisation, version]).sort()).toEqual([
      ['author', 'unclear', 'BZ', 'oud'],
      ['officer', 'used-for', 'IND', 'nieuw'],
    ])
    expect(JSON.stringify(found.remarks)).not.toContain('Demo"')
    await expect(readQuestionEvaluation(reading(), open, 'q.none')).rejects.toMatchObject({ code: 'not-found' })
    const nowhere = { ...open, old: crypto.randomUUID() }
    await expect(readEvaluation(reading(), nowhere)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('goes into a spreadsheet as text and numbers that are never calculated', async () => {
    const evaluation = await readEvaluation(reading(), open)
    const text = evaluationCsv(evaluation, 'nl')
    expect(text.charCodeAt(0)).not.toBe(0xfeff)
    expect(text.split('\r\n').at(-1)).toBe('')
    const rows = parse(text, { delimiter: ';', columns: true }) as Record<string, string>[]
    const one = rows.filter((row) => row.Sleutel === 'q.one')
    expect(one.map((row) => [row.Versie, row['Keer gevraagd'], row.Woorden, row.Bronnen, row['Dagen schrijven']])).toEqual([
      ['oud', '1', '6', '2', '10'],
      ['nieuw', '2', '5', '1,5', '11,5'],
    ])
    const perReport = parse(reportsCsv(evaluation, 'en'), { delimiter: ';', columns: true }) as Record<string, string>[]
    expect(perReport.filter((row) => row.Key === 'q.one').map((row) => [row.Country, row.State, row.Words])).toEqual([
      ['Syria', 'answered with a gap statement', '6'],
      ['Iraq', 'answered', '4'],
      ['Yemen', 'answered', '6'],
    ])
  })

  it('goes along as a page in which nothing that was typed becomes markup', async () => {
    const evaluation = await readEvaluation(reading(), open)
    const [first, ...others] = evaluation.questions
    const hostile = { ...first!, new: { ...first!.new!, wordingNl: '<script>alert(1)</script>' } }
    const html = evaluationHtml({ ...evaluation, questions: [hostile, ...others] }, 'nl', noon)
    expect(html).not.toContain('<script')
    expect(html).toContain('&lt;script&gt;')
    expect(html).toContain('versie oud, versie nieuw')
    expect(html.match(/<h1>/g)).toHaveLength(1)
    expect(html.match(/<h3>/g)).toHaveLength(4)
  })

  it('shows the questions that were picked, and keeps the choice in the address', async () => {
    const evaluation = await readEvaluation(reading(), open)
    const keys = (query: string) => shownQuestions(filterFrom(new URLSearchParams(query)), evaluation).map(({ key }) => key)
    expect(keys('')).toEqual(['q.one', 'q.two', 'q.four', 'q.three'])
    expect(keys('show=changed')).toEqual(['q.one', 'q.four', 'q.three'])
    expect(keys('show=remarks')).toEqual(['q.one'])
    expect(keys('show=undecided')).toEqual([])
    expect(keys('chapter=part&show=nonsense')).toHaveLength(4)
    const filter = filterFrom(new URLSearchParams('new=a&countries=SYR&show=gaps&other=x'))
    expect(queryOf(filter)).toBe('new=a&countries=SYR&show=gaps')
    expect(queryOf(filter, { show: 'all', old: 'b' })).toBe('old=b&new=a&countries=SYR')
  })
})
