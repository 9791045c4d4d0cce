import { beforeAll, describe, expect, it } from 'vitest'
import type { UseCase } from '#app/platform/context.server.ts'
import { answerConsultation, type AnsweredConsultation } from '#app/services/consultations/answer-consultation.server.ts'
import { changeInput } from '#app/services/consultations/change-input.server.ts'
import { changePoint } from '#app/services/consultations/change-point.server.ts'
import { decidePoint } from '#app/services/consultations/decide-point.server.ts'
import { distilPoint } from '#app/services/consultations/distil-point.server.ts'
import { giveInput } from '#app/services/consultations/give-input.server.ts'
import { giverOfAccount, giverOfInvitation } from '#app/services/consultations/giver.ts'
import { openConsultation } from '#app/services/consultations/open-consultation.server.ts'
import { planAction, type PlannedAction } from '#app/services/consultations/plan-action.server.ts'
import { readConsultationPage } from '#app/services/consultations/read-consultation-page.server.ts'
import { readConsultationWork } from '#app/services/consultations/read-consultation-work.server.ts'
import { readGiverPage } from '#app/services/consultations/read-giver-page.server.ts'
import { reportInput } from '#app/services/consultations/report-input.server.ts'
import { setAsideInput } from '#app/services/consultations/set-aside-input.server.ts'
import { addCourse, changeCourse } from '#app/services/courses/save-course.server.ts'
import { listCourses, readCourse } from '#app/services/courses/list-courses.server.ts'
import { asGuest } from '#app/services/invitations/guest.server.ts'
import { handIn } from '#app/services/invitations/hand-in.server.ts'
import { invite } from '#app/services/invitations/invite.server.ts'
import { withdrawInvitation } from '#app/services/invitations/withdraw-invitation.server.ts'
import { changeStandardQuestion } from '#app/services/standard-terms/change-standard-question.server.ts'
import { loadStandard } from '#app/services/standard-terms/load-standard.server.ts'
import { markConsulted } from '#app/services/standard-terms/mark-consulted.server.ts'
import { readStandard, readStandardSummary } from '#app/services/standard-terms/read-standard.server.ts'
import { startDraft } from '#app/services/standard-terms/start-draft.server.ts'
import { testDatabase } from '../support/database.ts'
import { addPerson, as } from '../support/people.ts'
import { standardFile } from '../support/terms.ts'

const db = testDatabase()
const reason = 'Na overleg met de opdrachtgevers.'
const nobody = '00000000-0000-4000-8000-000000000000'
const remark = { questionKey: null, themes: [], body: 'Vraag ook naar wat er goed gaat.' }
let policy: UseCase
let coordinator: UseCase
let expert: UseCase
let versions = 0
beforeAll(async () => {
  policy = as(db.sql, await addPerson(db.sql, 'policy'))
  coordinator = as(db.sql, await addPerson(db.sql, 'coordinator'))
  expert = as(db.sql, await addPerson(db.sql, 'external-expert'))
})

/** A draft about which experts are asked until 30 November. */
async function draft({ open = true } = {}): Promise<string> {
  const fromId = await loadStandard(policy, standardFile)
  const standardId = await startDraft(policy, { fromId, version: `test ${(versions += 1)}`, reason })
  if (open) {
    const request = 'Wat mist u in de vragen van dit concept?'
    await openConsultation(policy, { standardId, request, closesOn: '2026-11-30', revision: 0 })
  }
  return standardId
}
const held = (standardId: string, instead: Partial<AnsweredConsultation> = {}): AnsweredConsultation => ({
  standardId,
  answer: 'held',
  heldFrom: '2026-10-12',
  heldTo: '2026-10-30',
  ways: ['meeting', 'written'],
  organisations: ['VWN', 'UNHCR'],
  explanation: 'Een bijeenkomst, daarna schriftelijk.',
  revision: 0,
  ...instead,
})
const later = (day: string) => ({ clock: () => new Date(`${day}T12:00:00Z`) })
const give = (standardId: string, input = remark) => giveInput(expert, standardId, giverOfAccount(expert.actor), input)
const page = (standardId: string) => readConsultationPage(policy, standardId)
const asked = (standardId: string, who = expert) => readGiverPage(who, standardId, giverOfAccount(who.actor))
/** A point from the input with these numbers, its body long enough. */
const point = (standardId: string, ...inputs: number[]) =>
  distilPoint(coordinator, standardId, { body: 'Vraag opener, ook naar verbetering.', themes: ['women'], inputs })
const plan = (standardId: string, number: number, instead: Partial<PlannedAction> = {}) =>
  planAction(coordinator, {
    standardId,
    number,
    revision: 1,
    action: 'wording',
    ownerId: policy.actor.id,
    dueOn: '2026-12-01',
    explanation: '',
    ...instead,
  })

describe('the consultation question of a version', () => {
  it('keeps a draft from becoming consulted until it is answered, also past the services', async () => {
    const standardId = await draft({ open: false })
    await expect(markConsulted(policy, { standardId, reason })).rejects.toMatchObject({
      code: 'invalid-input',
      detail: 'consultation-unanswered',
    })
    await openConsultation(policy, { standardId, request: 'Wat mist u hier?', closesOn: '2026-11-30', revision: 0 })
    await expect(markConsulted(policy, { standardId, reason }), 'asking is not answering').rejects.toMatchObject({
      detail: 'consultation-unanswered',
    })
    await expect(
      db.sql`update standard_terms set status = 'consulted', consulted_on = '2026-11-01' where id = ${standardId}`,
    ).rejects.toMatchObject({ code: '23001' })
    await answerConsultation(policy, held(standardId, { revision: 2 }))
    await markConsulted(policy, { standardId, reason })
    expect(await readStandardSummary(policy, standardId)).toMatchObject({ status: 'consulted' })
  })

  it.each(['not-possible', 'not-relevant'] as const)('can be answered with why: %s', async (answer) => {
    const standardId = await draft({ open: false })
    await expect(answerConsultation(policy, held(standardId, { answer, explanation: 'n.v.t.' }))).rejects.toThrow(
      'explanation-too-short',
    )
    await answerConsultation(policy, held(standardId, { answer, explanation: 'Alleen een spelfout verbeterd.' }))
    const { consultation } = await page(standardId)
    expect(consultation).toMatchObject({ answer, heldFrom: null, ways: [], organisations: [] })
    await markConsulted(policy, { standardId, reason })
  })

  it.each([
    ['who', { organisations: [] }, 'organisations-needed'],
    ['when', { heldFrom: '' }, 'held-from-needed'],
    ['how', { ways: [] }, 'ways-needed'],
    ['days in order', { heldFrom: '2026-10-31' }, 'period-reversed'],
    ['days that have been', { heldTo: '2026-11-02' }, 'held-in-future'],
    ['organisations that are known', { organisations: ['NOBODY'] }, 'unknown-organisation'],
  ])('asks %s when experts were consulted', async (_what, instead, detail) => {
    const standardId = await draft({ open: false })
    await expect(answerConsultation(policy, held(standardId, instead))).rejects.toThrow(detail)
    expect((await page(standardId)).consultation.answer).toBeNull()
  })

  it('is answered by one of two people at once; the other is told', async () => {
    const standardId = await draft({ open: false })
    const both = await Promise.allSettled([
      answerConsultation(policy, held(standardId)),
      answerConsultation(policy, held(standardId, { organisations: ['UNHCR'] })),
    ])
    expect(both.map((it) => it.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find((it) => it.status === 'rejected')).toMatchObject({ reason: { detail: 'changed-meanwhile' } })
  })

  it('stands with its version once that is no draft', async () => {
    const standardId = await draft({ open: false })
    await answerConsultation(policy, held(standardId))
    await markConsulted(policy, { standardId, reason })
    await expect(answerConsultation(policy, held(standardId, { revision: 2 }))).rejects.toMatchObject({
      code: 'wrong-state',
      detail: 'consulted',
    })
    await expect(
      db.sql`update consultation set explanation = 'Iets heel anders.' where standard_id = ${standardId}`,
    ).rejects.toMatchObject({ code: '23001' })
    expect((await page(standardId)).phase).toBe('fixed')
  })

  it('is about a version that exists', async () => {
    for (const id of [nobody, 'x', undefined]) {
      await expect(readConsultationPage(policy, id)).rejects.toMatchObject({ code: 'not-found' })
    }
    await expect(answerConsultation(policy, held(nobody))).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('input', () => {
  it('comes from an account, from an invitation and from a meeting, each for an organisation and in order', async () => {
    const standardId = await draft()
    const [question] = (await readStandard(policy, standardId)).questions.filter((it) => it.themes.includes('women'))
    expect(await give(standardId, { ...remark, questionKey: question!.key } as never)).toBe(1)
    const invited = { purpose: 'consultation', objectId: standardId, organisationCode: 'VWN' } as const
    const { invitationId } = await invite(policy, { ...invited, addressee: 'beleidsadviseur', expiresOn: '2026-11-20' })
    const giver = giverOfInvitation({ id: invitationId, organisation: 'VWN' })
    const guest = asGuest(expert, invitationId)
    expect(await giveInput(guest, standardId, giver, remark)).toBe(2)
    const said = { ...remark, organisation: 'UNHCR', receivedOn: '2026-10-30' }
    expect(await reportInput(coordinator, standardId, said)).toBe(3)
    const { inputs } = await page(standardId)
    expect(inputs.map((it) => [it.channel, it.organisation.code, it.receivedOn])).toEqual([
      ['account', 'EXT', '2026-11-01'],
      ['invitation', 'VWN', '2026-11-01'],
      ['meeting', 'UNHCR', '2026-10-30'],
    ])
    expect(inputs[0]).toMatchObject({ questionKey: question!.key, questionNl: question!.wordingNl, themes: question!.themes })
    const events = await db.sql`
      select actor_id, origin from audit_event where action = 'consultation.input-given' and object_id = ${standardId} order by id`
    expect(events[1]).toMatchObject({ actor_id: null, origin: `invitation ${invitationId}, test` })
    await expect(reportInput(policy, standardId, { ...said, receivedOn: '2026-11-02' })).rejects.toMatchObject({
      detail: 'received-in-future',
    })
    await handIn(guest, invitationId)
    await expect(giveInput(guest, standardId, giver, remark)).rejects.toMatchObject({ code: 'gone' })
  })

  it('is refused after the last day, for a version that is no draft, and about a question that is not there', async () => {
    const standardId = await draft()
    const giver = giverOfAccount(expert.actor)
    await expect(giveInput({ ...expert, ...later('2026-12-01') }, standardId, giver, remark)).rejects.toMatchObject({
      code: 'wrong-state',
      detail: 'consultation-closed',
    })
    await expect(give(standardId, { ...remark, questionKey: 'nowhere' } as never)).rejects.toMatchObject({
      detail: 'unknown-question',
    })
    await expect(give(await draft({ open: false }))).rejects.toMatchObject({ detail: 'consultation-closed' })
    await answerConsultation(policy, held(standardId, { revision: 2 }))
    await markConsulted(policy, { standardId, reason })
    await expect(give(standardId)).rejects.toMatchObject({ code: 'wrong-state', detail: 'consulted' })
    expect((await page(standardId)).inputs).toEqual([])
  })

  it('of an invitation goes to what it invites to, and nowhere else; a withdrawn one gives nothing', async () => {
    const [one, other] = [await draft(), await draft()]
    const about = { purpose: 'consultation', objectId: one } as const
    const { invitationId } = await invite(policy, {
      ...about,
      organisationCode: 'VWN',
      addressee: 'jurist',
      expiresOn: '2026-11-20',
    })
    const giver = giverOfInvitation({ id: invitationId, organisation: 'VWN' })
    const guest = asGuest(expert, invitationId)
    await expect(giveInput(guest, other, giver, remark)).rejects.toMatchObject({ code: 'not-found' })
    await withdrawInvitation(policy, { ...about, invitationId, reason })
    await expect(giveInput(guest, one, giver, remark)).rejects.toMatchObject({ detail: 'invitation-withdrawn' })
    expect((await page(one)).inputs).toEqual([])
  })

  it('is changed by its giver alone, from the revision they saw, until something was done with it', async () => {
    const standardId = await draft()
    const number = await give(standardId)
    const mine = giverOfAccount(expert.actor)
    const changed = { ...remark, body: 'Vraag vooral naar wat er goed gaat.' }
    await changeInput(expert, { standardId, number, revision: 1 }, mine, changed)
    expect((await asked(standardId)).inputs).toMatchObject([{ body: changed.body, revision: 2, changeable: true }])
    await expect(changeInput(expert, { standardId, number, revision: 1 }, mine, remark)).rejects.toMatchObject({
      detail: 'changed-meanwhile',
    })
    const theirs = giverOfAccount({ ...expert.actor, id: coordinator.actor.id })
    await expect(changeInput(expert, { standardId, number, revision: 2 }, theirs, remark)).rejects.toMatchObject({
      code: 'not-found',
    })
    await point(standardId, number)
    await expect(changeInput(expert, { standardId, number, revision: 2 }, mine, remark)).rejects.toMatchObject({
      detail: 'input-treated',
    })
    await expect(db.sql`update consultation_input set body = 'Iets heel anders.'`).rejects.toMatchObject({ code: '23001' })
    await expect(db.sql`delete from consultation_input`).rejects.toMatchObject({ code: '23001' })
  })

  it('numbers itself also when many come at once', async () => {
    const standardId = await draft()
    const numbers = await Promise.all(Array.from({ length: 6 }, () => give(standardId)))
    expect(numbers.sort()).toEqual([1, 2, 3, 4, 5, 6])
  })
})

describe('from input to outcome', () => {
  it('is seen by each giver for their own input, and by nobody for that of others', async () => {
    const standardId = await draft()
    const first = await give(standardId)
    const heard = await reportInput(coordinator, standardId, { ...remark, organisation: 'UNHCR', receivedOn: '2026-10-30' })
    expect((await asked(standardId)).inputs).toMatchObject([{ number: first, state: 'received' }])
    const number = await point(standardId, first, heard)
    expect((await asked(standardId)).inputs).toMatchObject([{ state: 'in-treatment', points: [{ action: null, outcome: null }] }])
    await plan(standardId, number)
    const [question] = (await readStandard(policy, standardId)).questions
    await decidePoint(coordinator, {
      standardId,
      number,
      revision: 2,
      outcome: 'partly',
      reason: 'De eerste zin is overgenomen; de tweede stond er al.',
      questionKey: question!.key,
      courseId: '',
    })
    const { inputs } = await asked(standardId)
    expect(inputs).toMatchObject([
      {
        state: 'decided',
        changeable: false,
        points: [{ action: 'wording', outcome: { outcome: 'partly', questionNl: question!.wordingNl } }],
      },
    ])
    const seen = JSON.stringify(inputs)
    expect(seen).not.toContain(coordinator.actor.name)
    expect(seen).not.toContain(policy.actor.name)
    expect((await asked(standardId, { ...expert, actor: { ...expert.actor, id: nobody } })).inputs).toEqual([])
  })

  it('needs an action with an owner and a date, or why there is none', async () => {
    const standardId = await draft()
    const number = await point(standardId, await give(standardId))
    const decided = { standardId, number, revision: 1, outcome: 'not-adopted', reason, questionKey: '', courseId: '' } as const
    await expect(decidePoint(policy, decided)).rejects.toMatchObject({ code: 'wrong-state', detail: 'no-action' })
    await expect(plan(standardId, number, { ownerId: '' })).rejects.toThrow('owner-needed')
    await expect(plan(standardId, number, { dueOn: '' })).rejects.toThrow('due-needed')
    await expect(plan(standardId, number, { action: 'none' })).rejects.toThrow('explanation-too-short')
    await expect(plan(standardId, number, { ownerId: expert.actor.id })).rejects.toMatchObject({ detail: 'unknown-owner' })
    await plan(standardId, number, { action: 'none', explanation: 'Staat al in de standaard.' })
    expect((await page(standardId)).points[0]).toMatchObject({ action: 'none', owner: null, dueOn: null, revision: 2 })
    await expect(plan(standardId, number), 'the one who saw the first revision').rejects.toMatchObject({
      detail: 'changed-meanwhile',
    })
    await decidePoint(policy, { ...decided, revision: 2 })
  })

  it('shows where what was adopted can be found: the question, or the course', async () => {
    const standardId = await draft()
    const input = await give(standardId)
    const [worded, trained] = [await point(standardId, input), await point(standardId, input)]
    await plan(standardId, worded)
    await plan(standardId, trained, { action: 'training' })
    const adopt = (number: number, questionKey: string, courseId: string, revision = 2) =>
      decidePoint(policy, { standardId, number, revision, outcome: 'adopted', reason, questionKey, courseId })
    await expect(adopt(worded, '', '')).rejects.toMatchObject({ detail: 'question-needed' })
    await expect(adopt(worded, 'nowhere', '')).rejects.toMatchObject({ detail: 'unknown-question' })
    await expect(adopt(trained, '', '')).rejects.toMatchObject({ detail: 'course-needed' })
    await expect(adopt(trained, '', nobody)).rejects.toMatchObject({ detail: 'unknown-course' })
    const course = { kind: 'workshop', titleNl: 'Open vragen stellen', titleEn: '', organisation: 'IND', themes: [] } as const
    const fields = { ...course, themes: [], about: '', nextOn: '', ended: false }
    const courseId = await addCourse(coordinator, fields)
    await adopt(trained, '', courseId)
    expect((await listCourses(policy))[0]).toMatchObject({
      id: courseId,
      nextOn: null,
      points: [{ standardId, number: trained }],
    })
    await changeCourse(policy, { id: courseId, revision: 1 }, { ...fields, ended: true })
    await expect(changeCourse(policy, { id: courseId, revision: 1 }, fields)).rejects.toMatchObject({ code: 'conflict' })
    await expect(addCourse(policy, { ...fields, organisation: 'NOBODY' })).rejects.toMatchObject({
      detail: 'unknown-organisation',
    })
    expect(await readCourse(policy, courseId)).toMatchObject({ ended: true, revision: 2 })
    expect((await asked(standardId)).inputs[0]?.points[1]?.outcome).toMatchObject({ courseNl: 'Open vragen stellen' })
  })

  it('keeps an earlier decision when a later one takes its place, and changes no point that was decided', async () => {
    const standardId = await draft()
    const number = await point(standardId, await give(standardId))
    await plan(standardId, number)
    const decide = (revision: number, outcome: 'adopted' | 'not-adopted', questionKey: string) =>
      decidePoint(policy, { standardId, number, revision, outcome, reason: `${reason} ${revision}`, questionKey, courseId: '' })
    await decide(2, 'not-adopted', '')
    await decide(3, 'adopted', (await readStandard(policy, standardId)).questions[0]!.key)
    const [decided] = (await page(standardId)).points
    expect(decided!.outcomes.map((it) => it.outcome)).toEqual(['adopted', 'not-adopted'])
    await expect(plan(standardId, number, { revision: 4 })).rejects.toMatchObject({ detail: 'point-decided' })
    const changed = { standardId, number, revision: 4, body: 'Iets heel anders dan dit.', themes: [], inputs: [1] }
    await expect(changePoint(policy, changed)).rejects.toMatchObject({ detail: 'point-decided' })
    await expect(db.sql`update consultation_outcome set reason = 'Iets heel anders.'`).rejects.toMatchObject({ code: '23001' })
    await expect(db.sql`delete from consultation_outcome`).rejects.toMatchObject({ code: '23001' })
  })

  it('ends with a reason also where no point comes from it, until one does after all', async () => {
    const standardId = await draft()
    const number = await give(standardId)
    await expect(setAsideInput(policy, { standardId, number, reason: 'nee' })).rejects.toThrow('reason-too-short')
    await setAsideInput(coordinator, { standardId, number, reason: 'Gaat over een ander onderwerp.' })
    expect((await asked(standardId)).inputs).toMatchObject([
      { state: 'set-aside', setAsideReason: 'Gaat over een ander onderwerp.', changeable: false },
    ])
    await expect(setAsideInput(policy, { standardId, number, reason })).rejects.toMatchObject({ detail: 'input-treated' })
    await point(standardId, number)
    expect((await asked(standardId)).inputs).toMatchObject([{ state: 'in-treatment', setAsideReason: null }])
    await expect(setAsideInput(policy, { standardId, number, reason })).rejects.toMatchObject({ detail: 'input-treated' })
  })

  it('takes a point only from input of its own consultation', async () => {
    const [one, other] = [await draft(), await draft()]
    await give(one)
    await expect(point(other, 1)).rejects.toMatchObject({ detail: 'unknown-input' })
    await expect(point(one)).rejects.toThrow('inputs-needed')
    await expect(point(one, 1, 99)).rejects.toMatchObject({ detail: 'unknown-input' })
    expect((await page(one)).points).toEqual([])
  })

  it('goes on after the version is consulted: a training takes longer than a wording', async () => {
    const standardId = await draft()
    const number = await point(standardId, await give(standardId))
    await answerConsultation(policy, held(standardId, { revision: 2 }))
    await markConsulted(policy, { standardId, reason })
    await plan(standardId, number, { action: 'training' })
    expect((await page(standardId)).points[0]).toMatchObject({ action: 'training' })
  })
})

describe('coordinators', () => {
  it('are proposed by the themes that the draft changes, the input raises and the points have', async () => {
    const standardId = await draft()
    expect((await page(standardId)).coordinators).toEqual([])
    const { questions } = await readStandard(policy, standardId)
    const trafficking = questions.find((it) => it.themes.includes('trafficking'))!
    const changed = { standardId, questionKey: trafficking.key, revision: trafficking.revision, reason }
    await changeStandardQuestion(policy, { ...changed, wordingNl: 'Welke vormen van mensenhandel komen voor?' })
    await give(standardId, { ...remark, themes: ['religion'] } as never)
    await point(standardId, 1)
    const proposed = (await page(standardId)).coordinators
    const found = Object.fromEntries(proposed.map((it) => [it.topic, it]))
    expect(found.trafficking).toMatchObject({ questions: 1, inputs: 0, points: 0, coordinators: [] })
    expect(found.conversion).toMatchObject({ questions: 0, inputs: 1, points: 0, coordinators: [] })
    expect(found.gender).toMatchObject({ points: 1, coordinators: [{ id: coordinator.actor.id }] })
  })

  it('find the input about their subjects, and what touches none, in their own work; others do not', async () => {
    const standardId = await draft()
    const about = (themes: string[]) => give(standardId, { ...remark, themes } as never)
    const [women, faith, none] = [await about(['women']), await about(['religion']), await about([])]
    const inbox = async () =>
      (await readConsultationWork(coordinator)).inbox!.rows.filter((it) => it.standardId === standardId).map((it) => it.number)
    expect(await inbox()).toEqual([women, none])
    await point(standardId, women)
    await setAsideInput(coordinator, { standardId, number: none, reason })
    expect(await inbox()).toEqual([])
    const work = await readConsultationWork(coordinator)
    expect(work.unplanned!.rows).toContainEqual(expect.objectContaining({ standardId, number: 1, action: null }))
    await plan(standardId, 1, { ownerId: coordinator.actor.id })
    expect((await readConsultationWork(coordinator)).actions!.rows).toContainEqual(
      expect.objectContaining({ standardId, number: 1, dueOn: '2026-12-01' }),
    )
    expect(faith).toBe(2)
    const author = as(db.sql, await addPerson(db.sql, 'author'))
    expect(await readConsultationWork(author)).toEqual({
      inbox: null,
      unplanned: null,
      actions: null,
      unanswered: null,
      asked: null,
    })
  })

  it('are not the only ones: policy sees drafts without an answer, experts what is asked of them and what they gave', async () => {
    const standardId = await draft()
    const unanswered = async () => (await readConsultationWork(policy)).unanswered!.rows.map((it) => it.standardId)
    expect((await readConsultationWork(expert)).asked!.rows).toContainEqual(expect.objectContaining({ standardId, own: 0 }))
    await setAsideInput(coordinator, { standardId, number: await give(standardId), reason })
    const asked = (await readConsultationWork(expert)).asked!.rows
    expect(asked).toContainEqual(expect.objectContaining({ standardId, own: 1, decided: 1 }))
    const { consultation } = await page(standardId)
    await answerConsultation(policy, held(standardId, { revision: consultation.revision }))
    expect(await unanswered()).not.toContain(standardId)
  })
})
