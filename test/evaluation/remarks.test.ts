import { beforeAll, describe, expect, it } from 'vitest'
import { askForRemarks } from '#app/services/evaluation/ask-for-remarks.server.ts'
import { giveRemark, NewRemark } from '#app/services/evaluation/give-remark.server.ts'
import { listRemarks, listRequests } from '#app/services/evaluation/list-remarks.server.ts'
import { readReleaseRemarks, readSectionRemarks } from '#app/services/evaluation/read-remark-page.server.ts'
import { receiveRemark } from '#app/services/evaluation/receive-remark.server.ts'
import { NewEvaluation, recordEvaluation } from '#app/services/evaluation/record-evaluation.server.ts'
import { readEvaluationHistory } from '#app/services/evaluation/evaluation-records.server.ts'
import { listOpenRequests } from '#app/services/evaluation/list-open-requests.server.ts'
import { readRemarkPlace, withdrawRemark } from '#app/services/evaluation/withdraw-remark.server.ts'
import { testDatabase } from '../support/database.ts'
import { addPerson, as } from '../support/people.ts'
import { aReport, cast, passage, release, writeAndApprove, type People } from './reports.ts'
import { aVersion } from './versions.ts'

describe('what is said of a question', () => {
  const db = testDatabase()
  let people: People
  let standardId: string
  let sectionId: string
  let number: string
  beforeAll(async () => {
    people = await cast(db.sql)
    standardId = await aVersion(db.sql, {
      version: 'r-1',
      questions: [
        { key: 'q.one', nl: 'Hoe was de situatie?' },
        { key: 'q.two', nl: 'Hoe is de zorg?', section: '1.2' },
      ],
    })
    const report = await aReport(people, standardId, 'SYR')
    sectionId = report.sections.get('1.1')!
    const days = { written: '2026-10-01', approved: '2026-10-02' }
    await writeAndApprove(people, sectionId, [passage('fact', 'Een twee drie.')], days)
    ;({ number } = await release(people, report.reportId, [sectionId]))
  })
  const said = (instead: object = {}) =>
    ({
      ...{ side: 'officer', release: number, section: '1.1', questionKey: 'q.one', aspect: 'missing' },
      body: 'Ik miste de uitsplitsing naar regio.',
      ...instead,
    }) as NewRemark

  it('is about a question that the section answers, one aspect of it, and in words', async () => {
    await expect(giveRemark(people.officer, said({ questionKey: 'q.two' }))).rejects.toMatchObject({ code: 'not-found' })
    await expect(giveRemark(people.officer, said({ section: '9.9' }))).rejects.toMatchObject({ code: 'not-found' })
    await expect(giveRemark(people.officer, said({ release: 'XXX-1900-1' }))).rejects.toMatchObject({ code: 'not-found' })
    const author = { side: 'author', sectionId: crypto.randomUUID(), questionKey: 'q.one', aspect: 'unclear' } as const
    await expect(giveRemark(people.author, { ...author, body: 'Onduidelijk gevraagd.' })).rejects.toMatchObject({
      code: 'not-found',
    })
    expect(NewRemark.safeParse(said({ aspect: 'answerable' })).success).toBe(false)
    expect(NewRemark.safeParse(said({ body: '   goed   ' })).success).toBe(false)
    expect(NewRemark.safeParse(said({ body: 'x'.repeat(2001) })).success).toBe(false)
    expect(await db.sql`select 1 from question_remark`).toHaveLength(0)
  })

  it('comes back as it was typed when it will not do', async () => {
    const form = new FormData()
    for (const [name, value] of Object.entries({ questionKey: 'q.one', body: 'kort', requestId: '' })) form.set(name, value)
    expect(await receiveRemark(people.officer, { side: 'officer', release: number, section: '1.1' }, form)).toEqual({
      values: { questionKey: 'q.one', aspect: '', body: 'kort', requestId: '' },
      errors: { aspect: 'choose-aspect', body: 'body-too-short' },
      closed: false,
    })
  })

  it('shows its organisation and no name, can be taken back by who gave it, and is audited without its words', async () => {
    const id = await giveRemark(people.officer, said())
    const [remark] = await listRemarks(people.policy, [standardId], 'q.one')
    expect(remark).toMatchObject({ side: 'officer', organisation: 'IND', release: number, section: '1.1', version: 'r-1' })
    expect(Object.values(remark!)).not.toContain(people.officer.actor.name)
    expect(await readRemarkPlace(people.officer, id)).toEqual({
      ...{ id, authorId: people.officer.actor.id, page: `/releases/${number}/remarks/1.1` },
    })
    await withdrawRemark(people.officer, id)
    await withdrawRemark(people.officer, id)
    expect(await listRemarks(people.policy, [standardId], 'q.one')).toEqual([])
    const events = await db.sql`select action, details from audit_event where object_id = ${id} order by id`
    expect(events).toEqual([
      { action: 'remark.given', details: { questionKey: 'q.one', side: 'officer' } },
      { action: 'remark.withdrawn', details: { questionKey: 'q.one' } },
    ])
    await expect(readRemarkPlace(people.officer, 'geen-id')).rejects.toMatchObject({ code: 'not-found' })
  })

  it('can be asked for: of one question, from one group, until a day', async () => {
    people.onDay('2026-10-10')
    const request = { standardId, questionKey: 'q.one', addressee: 'decision-officer', body: 'Helpt de uitsplitsing u?' } as const
    await expect(askForRemarks(people.policy, { ...request, openUntil: '2026-10-09' })).rejects.toMatchObject({
      detail: 'day-past',
    })
    const nothing = { ...request, questionKey: 'q.none', openUntil: '2026-10-31' }
    await expect(askForRemarks(people.policy, nothing)).rejects.toMatchObject({ code: 'not-found' })
    const requestId = await askForRemarks(people.policy, { ...request, openUntil: '2026-10-20' })

    const page = await readReleaseRemarks(people.officer, number, '1.1')
    expect(page.requests.map(({ id }) => id)).toEqual([requestId])
    expect((await readSectionRemarks(people.author, sectionId)).requests).toEqual([])
    expect(await listOpenRequests(people.officer)).toEqual([
      { id: requestId, body: 'Helpt de uitsplitsing u?', openUntil: '2026-10-20', page: `/releases/${number}/remarks/1.1` },
    ])
    expect(await listOpenRequests(people.author)).toEqual([])

    const researcher = as(db.sql, await addPerson(db.sql, 'researcher'), people.officer.clock)
    const notAsked = giveRemark(researcher, said({ requestId }))
    await expect(notAsked).rejects.toMatchObject({ code: 'conflict', detail: 'request-closed' })
    await expect(giveRemark(people.officer, said({ requestId: crypto.randomUUID() }))).rejects.toMatchObject({ code: 'conflict' })
    await giveRemark(people.officer, said({ requestId, body: 'Ja, bij vragen over het noordwesten.' }))
    expect(await listRequests(people.policy, [standardId], 'q.one')).toMatchObject([{ id: requestId, answers: 1 }])
    expect(await listOpenRequests(people.officer)).toEqual([])
    expect((await readReleaseRemarks(people.officer, number, '1.1')).requests).toEqual([])

    people.onDay('2026-10-21')
    await expect(giveRemark(people.officer, said({ requestId }))).rejects.toMatchObject({ detail: 'request-closed' })
    expect((await readReleaseRemarks(people.officer, number, '1.1')).requests).toEqual([])
  })

  it('gets an answer: who said something sees what was decided since', async () => {
    people.onDay('2026-10-22')
    await recordEvaluation(people.policy, {
      ...{ standardId, questionKey: 'q.one', revision: 0, change: 'reword', proposal: 'Vraag naar de regio’s.' },
      ...{ decision: 'partly', decisionReason: 'De uitsplitsing komt erin, de termijn niet.' },
    })
    const { own } = await readReleaseRemarks(people.officer, number, '1.1')
    expect(own).toMatchObject([
      {
        body: 'Ja, bij vragen over het noordwesten.',
        decision: 'partly',
        decisionReason: 'De uitsplitsing komt erin, de termijn niet.',
      },
    ])
  })
})

describe('a proposal and its decision', () => {
  const db = testDatabase()
  const record = (standardId: string, instead: object = {}): NewEvaluation => ({
    ...{ standardId, questionKey: 'q.one', revision: 0, change: 'reword', proposal: 'Vraag naar het verloop.' },
    ...{ decision: null, decisionReason: '' },
    ...instead,
  })

  it('is asked for reasons', () => {
    const errors = (instead: object) => {
      const { error } = NewEvaluation.safeParse(record(crypto.randomUUID(), instead))
      return error?.issues.map(({ path, message }) => `${String(path[0])} ${message}`) ?? []
    }
    expect(errors({})).toEqual([])
    expect(errors({ change: 'keep', proposal: '' })).toEqual([])
    expect(errors({ change: 'weg' })).toEqual(['change choose-change'])
    expect(errors({ proposal: 'nee' })).toEqual(['proposal proposal-too-short'])
    expect(errors({ decision: 'adopted', decisionReason: 'ja' })).toEqual(['decisionReason reason-too-short'])
    expect(errors({ decisionReason: 'Zonder besluit.' })).toEqual(['decision reason-without-decision'])
  })

  it('keeps every wording, and of two people who record at once tells the second what stands', async () => {
    const policy = as(db.sql, await addPerson(db.sql, 'policy'))
    const standardId = await aVersion(db.sql, { version: 'e-1' })
    const [first, second] = await Promise.allSettled([
      recordEvaluation(policy, record(standardId, { proposal: 'Het ene voorstel.' })),
      recordEvaluation(policy, record(standardId, { proposal: 'Het andere voorstel.' })),
    ])
    const lost = [first, second].find((result) => result.status === 'rejected') as PromiseRejectedResult
    expect([first, second].filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    expect(lost.reason).toMatchObject({ code: 'conflict', detail: 'evaluation-revision', data: { standing: { revision: 1 } } })
    const decided = { revision: 1, decision: 'adopted', decisionReason: 'De vraag wordt opener.' }
    expect(await recordEvaluation(policy, record(standardId, decided))).toBe(2)
    expect(await recordEvaluation(policy, record(standardId, decided))).toBe(2)
    const history = await readEvaluationHistory(policy, standardId, 'q.one')
    expect(history.map(({ revision, decision }) => [revision, decision])).toEqual([
      [2, 'adopted'],
      [1, null],
    ])
    await expect(db.sql`update question_evaluation set proposal = 'anders dan het was'`).rejects.toThrow('append-only')
    await expect(db.sql`delete from question_evaluation`).rejects.toThrow('append-only')
    const unknown = recordEvaluation(policy, record(standardId, { questionKey: 'q.none' }))
    await expect(unknown).rejects.toMatchObject({ code: 'not-found' })
    await expect(recordEvaluation(policy, record(crypto.randomUUID()))).rejects.toMatchObject({ code: 'not-found' })
  })
})
