import { describe, expect, it } from 'vitest'
import type { Change } from '#app/services/rounds/decision-input.ts'
import { decideProposals } from '#app/services/rounds/decide-proposals.server.ts'
import { findSimilar } from '#app/services/rounds/find-similar.server.ts'
import { changeProposal } from '#app/services/rounds/change-proposal.server.ts'
import { giverWithAccount } from '#app/services/rounds/giver.ts'
import { mergeProposals } from '#app/services/rounds/merge-proposals.server.ts'
import { partProposal } from '#app/services/rounds/part-proposal.server.ts'
import { groupProposals } from '#app/services/rounds/proposal-groups.ts'
import { readProposals } from '#app/services/rounds/read-proposals.server.ts'
import { readSubjectTree } from '#app/services/rounds/read-subject.server.ts'
import { receiveDecision } from '#app/services/rounds/receive-decision.server.ts'
import { questionsOf } from '#app/services/rounds/subject-tree.ts'
import { withdrawProposal } from '#app/services/rounds/withdraw-proposal.server.ts'
import { changeStandardQuestion } from '#app/services/standard-terms/change-standard-question.server.ts'
import { readQuestion } from '#app/services/terms-of-reference/read-terms.server.ts'
import { testDatabase } from '../support/database.ts'
import { aRound, aRoundOnStandard, newQuestion, otherWording, parties, proposalOf, propose } from './round.ts'

const reason = 'Dit ontbrak ook in het vorige rapport.'
const no = { outcome: 'not-adopted', reason: 'Deze vraag is niet met feiten te beantwoorden.' } as const
const yes = { outcome: 'adopted', reason } as const
const add: Extract<Change, { kind: 'add' }> = {
  kind: 'add',
  nodeKey: 'movement',
  wordingNl: 'Welke wegen, havens en luchthavens waren in de verslagperiode open?',
  wordingEn: '',
  questionKind: 'practice',
  themes: ['security'],
}

describe('proposals that may be the same', () => {
  const db = testDatabase()

  it('are shown beside each other with the words they share, and with the question they are about', async () => {
    const { policy, dtv, ind } = await parties(db.sql)
    const { roundId, termsId } = await aRound(policy)
    await propose(dtv, roundId, newQuestion)
    await propose(ind, roundId, {
      ...newQuestion,
      wordingNl: '',
      wordingEn: 'Which roads, ports and airports were open?',
    })
    await propose(ind, roundId, otherWording)
    await propose(dtv, roundId, { kind: 'drop', questionKey: 'conscription.evasion', rationale: 'Dubbel met de volgende vraag.' })
    const proposals = await readProposals(db.sql, roundId)
    const questions = questionsOf(await readSubjectTree(db.sql, { termsId, standardId: null }))
    const of = (number: number) => findSimilar([proposals[number - 1]!], proposals, questions, 'nl')
    const third = await of(3)
    expect(third.questions[0]).toMatchObject({ same: true, question: { key: 'conscription.evasion' } })
    expect(third.proposals[0]).toMatchObject({ same: true, proposal: { number: 4 } })
    const first = await of(1)
    expect(first.proposals.every((it) => it.same || it.shared.length > 0)).toBe(true)
    expect(first.questions.every((it) => it.same || it.shared.length > 0)).toBe(true)
    expect(first.questions.length).toBeLessThanOrEqual(5)
  })

  it('are taken together and apart by a person, never in a chain', async () => {
    const { policy, dtv, ind } = await parties(db.sql)
    const { roundId } = await aRound(policy)
    for (const who of [dtv, ind, dtv, ind]) await propose(who, roundId, newQuestion)
    const groups = async () =>
      groupProposals(await readProposals(db.sql, roundId)).map(({ head, others }) => [head, ...others].map((it) => it.number))
    await mergeProposals(policy, { roundId, number: 2, into: 1 })
    await mergeProposals(policy, { roundId, number: 4, into: 3 })
    expect(await groups()).toEqual([
      [1, 2],
      [3, 4],
    ])
    // Into one of a group is into the group; what stood under it comes along.
    await mergeProposals(policy, { roundId, number: 3, into: 2 })
    expect(await groups()).toEqual([[1, 2, 3, 4]])
    await mergeProposals(policy, { roundId, number: 2, into: 1 })
    await partProposal(policy, { roundId, number: 3 })
    await partProposal(policy, { roundId, number: 3 })
    expect(await groups()).toEqual([[1, 2, 4], [3]])
    // The first of a group leaves: the next one heads it.
    await partProposal(policy, { roundId, number: 1 })
    expect(await groups()).toEqual([[1], [2, 4], [3]])
    await expect(mergeProposals(policy, { roundId, number: 2, into: 4 })).rejects.toMatchObject({ detail: 'same-proposal' })
    await expect(mergeProposals(policy, { roundId, number: 2, into: 99 })).rejects.toMatchObject({ code: 'not-found' })
    const id = async (number: number) => (await proposalOf(db.sql, roundId, number)).id
    await expect(
      db.sql`update proposal set merged_into = ${await id(4)}, merged_by = ${policy.actor.id}, merged_at = now() where id = ${await id(1)}`,
    ).rejects.toMatchObject({ code: '23001' })
    const events = await db.sql`select action from audit_event where action in ('proposal.merged', 'proposal.parted') order by id`
    expect(events.length).toBeGreaterThan(4)
  })

  it('go on without the one that is withdrawn', async () => {
    const { policy, dtv, ind } = await parties(db.sql)
    const { roundId } = await aRound(policy)
    for (const who of [dtv, ind, ind]) await propose(who, roundId, newQuestion)
    await mergeProposals(policy, { roundId, number: 2, into: 1 })
    await mergeProposals(policy, { roundId, number: 3, into: 1 })
    await withdrawProposal(dtv, roundId, giverWithAccount(dtv.actor), 1)
    const standing = (await readProposals(db.sql, roundId)).filter((it) => it.withdrawnAt === null)
    expect(groupProposals(standing).map(({ head, others }) => [head.number, others.map((it) => it.number)])).toEqual([[2, [3]]])
  })
})

describe('a decision', () => {
  const db = testDatabase()

  it('adds a question in the name of the organisations whose proposals it takes over, and only theirs', async () => {
    const { policy, dtv, ind, expert } = await parties(db.sql)
    const { roundId, termsId } = await aRound(policy)
    for (const who of [dtv, ind, expert]) await propose(who, roundId, newQuestion)
    await mergeProposals(policy, { roundId, number: 2, into: 1 })
    await mergeProposals(policy, { roundId, number: 3, into: 1 })
    const key = await decideProposals(policy, {
      roundId,
      outcomes: [
        { number: 1, revision: 1, ...yes },
        { number: 2, revision: 1, outcome: 'partly', reason: 'Alleen wat over wegen gaat.' },
        { number: 3, revision: 1, ...no },
      ],
      change: add,
    })
    const { question } = await readQuestion(policy, termsId, key!)
    expect(question).toMatchObject({ state: 'added', wordingNl: add.wordingNl, kind: 'practice', reason })
    expect([...question.askedBy].sort()).toEqual(['DT&V', 'IND'])
    const decided = (await readProposals(db.sql, roundId)).map((it) =>
      it.decisions.map((d) => [d.outcome, d.change, d.questionKey]),
    )
    expect(decided).toEqual([[['adopted', 'add', key]], [['partly', 'add', key]], [['not-adopted', 'none', null]]])
    const events = await db.sql`select details from audit_event where action = 'proposal.decided' order by id`
    expect(events.map((it) => it.details.change)).toEqual(['add', 'add', 'none'])
  })

  it('rewords a question, keeps who asked it before and stands in its history', async () => {
    const { policy, ind } = await parties(db.sql)
    const { roundId, termsId } = await aRound(policy)
    await propose(ind, roundId, otherWording)
    const before = await questionNow(termsId, 'conscription.evasion')
    const wordingNl = 'Hoe gaan autoriteiten om met dienstontduikers, deserteurs en hun familie?'
    const change = { kind: 'reword', questionKey: before.key, revision: before.revision, wordingNl, wordingEn: '' } as const
    await decideProposals(policy, { roundId, outcomes: [{ number: 1, revision: 1, ...yes }], change })
    expect((await readQuestion(policy, termsId, before.key)).question).toMatchObject({ wordingNl, reason })
    // Someone who still sees the wording of before is told, and nothing is decided.
    await propose(ind, roundId, { ...otherWording, rationale: 'Nog een keer, met een andere reden.' })
    await expect(
      decideProposals(policy, {
        roundId,
        outcomes: [{ number: 2, revision: 1, ...yes }],
        change: { ...change, wordingNl: add.wordingNl },
      }),
    ).rejects.toMatchObject({ code: 'conflict' })
    expect((await proposalOf(db.sql, roundId, 2)).decisions).toEqual([])
    expect((await readQuestion(policy, termsId, before.key)).question.wordingNl).toBe(wordingNl)
  })

  it('drops a question with the reason, and finds one that asks it already', async () => {
    const { policy, dtv } = await parties(db.sql)
    const { roundId, termsId } = await aRound(policy)
    await propose(dtv, roundId, { kind: 'drop', questionKey: 'overview.key-events', rationale: 'Staat ook bij veiligheid.' })
    await propose(dtv, roundId, newQuestion)
    await decideProposals(policy, {
      roundId,
      outcomes: [{ number: 1, revision: 1, ...yes }],
      change: { kind: 'drop', questionKey: 'overview.key-events' },
    })
    expect((await readQuestion(policy, termsId, 'overview.key-events')).question).toMatchObject({ state: 'dropped', reason })
    const covered = { kind: 'covered', questionKey: 'movement.internal' } as const
    const outcomes = [{ number: 2, revision: 1, outcome: 'partly', reason: 'Wegen staan in deze vraag.' } as const]
    await decideProposals(policy, { roundId, outcomes, change: covered })
    expect((await proposalOf(db.sql, roundId, 2)).decisions[0]).toMatchObject({
      change: 'covered',
      questionKey: 'movement.internal',
    })
  })

  it('on a draft of the standard goes through the services of the standard', async () => {
    const { policy, dtv, ind } = await parties(db.sql)
    const { roundId, standardId } = await aRoundOnStandard(policy, '2.0')
    const subject = { termsId: null, standardId }
    const numbers = [
      await propose(dtv, roundId, newQuestion),
      await propose(ind, roundId, otherWording),
      await propose(ind, roundId, { kind: 'drop', questionKey: 'overview.key-events', rationale: 'Staat ook bij veiligheid.' }),
    ]
    const outcome = (at: number) => [{ number: numbers[at]!, revision: 1, ...yes }]
    const key = await decideProposals(policy, { roundId, outcomes: outcome(0), change: add })
    const find = async (wanted: string) => questionsOf(await readSubjectTree(db.sql, subject)).find((it) => it.key === wanted)
    expect(await find(key!)).toMatchObject({ wordingNl: add.wordingNl, askedBy: ['DT&V'], number: expect.stringMatching(/^\d/) })
    const evasion = (await find('conscription.evasion'))!
    const wordingNl = 'Hoe gaan autoriteiten om met dienstontduikers, deserteurs en hun familie?'
    await decideProposals(policy, {
      roundId,
      outcomes: outcome(1),
      change: { kind: 'reword', questionKey: evasion.key, revision: evasion.revision, wordingNl, wordingEn: evasion.wordingEn },
    })
    expect(await find(evasion.key)).toMatchObject({ wordingNl, revision: evasion.revision + 1 })
    expect((await find(evasion.key))!.askedBy).toEqual(expect.arrayContaining([...evasion.askedBy, 'IND']))
    await decideProposals(policy, {
      roundId,
      outcomes: outcome(2),
      change: { kind: 'drop', questionKey: 'overview.key-events' },
    })
    expect(await find('overview.key-events')).toBeUndefined()
    const changes =
      await db.sql`select kind, reason from standard_change where standard_id = ${standardId} and reason = ${reason} order by id`
    expect(changes.map((it) => it.kind)).toEqual(['question-added', 'question-changed', 'question-removed'])
  })

  it('that loses to a change of the standard leaves nothing decided', async () => {
    const { policy, ind } = await parties(db.sql)
    const { roundId, standardId } = await aRoundOnStandard(policy, '2.1')
    await propose(ind, roundId, otherWording)
    const questionKey = 'conscription.evasion'
    await changeStandardQuestion(policy, {
      standardId,
      questionKey,
      revision: 1,
      themes: ['conscription'],
      reason: 'Alleen dit thema.',
    })
    const change = { kind: 'reword', questionKey, revision: 1, wordingNl: add.wordingNl, wordingEn: '' } as const
    const work = decideProposals(policy, { roundId, outcomes: [{ number: 1, revision: 1, ...yes }], change })
    await expect(work).rejects.toMatchObject({ code: 'conflict', detail: 'question-changed' })
    expect((await proposalOf(db.sql, roundId, 1)).decisions).toEqual([])
  })

  it('needs a change for what is adopted, none for what is not, and a reason for each', async () => {
    const { policy, dtv } = await parties(db.sql)
    const { roundId } = await aRound(policy)
    await propose(dtv, roundId, newQuestion)
    await propose(dtv, roundId, { kind: 'remark', rationale: 'De volgorde kan duidelijker.' })
    const one = { number: 1, revision: 1 }
    const decide = (outcome: object, change: object) =>
      decideProposals(policy, { roundId, outcomes: [{ ...one, ...outcome }], change } as Parameters<typeof decideProposals>[1])
    await expect(decide(yes, { kind: 'none' })).rejects.toMatchObject({ detail: 'change-needed' })
    await expect(decide(no, add)).rejects.toMatchObject({ detail: 'nothing-adopted' })
    await expect(decide({ ...no, reason: 'n.v.t.' }, { kind: 'none' })).rejects.toThrow()
    await expect(decide(yes, { ...add, nodeKey: 'nergens' })).rejects.toMatchObject({ detail: 'unknown-section' })
    await expect(decide(yes, { kind: 'covered', questionKey: 'nergens' })).rejects.toMatchObject({ detail: 'unknown-question' })
    // A remark can be taken to heart without a question changing.
    await decideProposals(policy, { roundId, outcomes: [{ number: 2, revision: 1, ...yes }], change: { kind: 'none' } })
    expect((await proposalOf(db.sql, roundId, 1)).decisions).toEqual([])
    expect((await proposalOf(db.sql, roundId, 2)).decisions).toHaveLength(1)
  })

  it('is about the proposals as they were seen: whole groups, in the words they have', async () => {
    const { policy, dtv, ind } = await parties(db.sql)
    const { roundId } = await aRound(policy)
    await propose(dtv, roundId, newQuestion)
    await propose(ind, roundId, newQuestion)
    await mergeProposals(policy, { roundId, number: 2, into: 1 })
    const decide = (outcomes: Parameters<typeof decideProposals>[1]['outcomes']) =>
      decideProposals(policy, { roundId, outcomes, change: { kind: 'none' } })
    await expect(decide([{ number: 1, revision: 1, ...no }])).rejects.toMatchObject({ detail: 'group-changed' })
    await changeProposal(ind, roundId, giverWithAccount(ind.actor), { number: 2, revision: 1 }, otherWording)
    const both = [1, 2].map((number) => ({ number, revision: 1, ...no }))
    await expect(decide(both)).rejects.toMatchObject({ detail: 'changed-meanwhile' })
    await decide([both[0]!, { ...both[1]!, revision: 2 }])
    await expect(
      changeProposal(ind, roundId, giverWithAccount(ind.actor), { number: 2, revision: 2 }, newQuestion),
    ).rejects.toMatchObject({ detail: 'proposal-decided' })
    await expect(withdrawProposal(dtv, roundId, giverWithAccount(dtv.actor), 1)).rejects.toMatchObject({
      detail: 'proposal-decided',
    })
    await expect(partProposal(policy, { roundId, number: 2 })).rejects.toMatchObject({ detail: 'proposal-decided' })
  })

  it('is taken anew while the round is open, and the earlier one stays readable', async () => {
    const { policy, dtv } = await parties(db.sql)
    const { roundId } = await aRound(policy)
    await propose(dtv, roundId, newQuestion)
    const one = { number: 1, revision: 1 }
    await decideProposals(policy, { roundId, outcomes: [{ ...one, ...no }], change: { kind: 'none' } })
    await decideProposals(policy, {
      roundId,
      outcomes: [{ ...one, outcome: 'partly', reason: 'Bij nader inzien staat dit er al.' }],
      change: { kind: 'covered', questionKey: 'movement.internal' },
    })
    expect((await proposalOf(db.sql, roundId, 1)).decisions.map((it) => it.outcome)).toEqual(['partly', 'not-adopted'])
  })

  it('of two people at once is made once: the second finds a question that is there already', async () => {
    const { policy, dtv } = await parties(db.sql)
    const { roundId, termsId } = await aRound(policy)
    await propose(dtv, roundId, { kind: 'drop', questionKey: 'overview.key-events', rationale: 'Staat ook bij veiligheid.' })
    const decide = () =>
      decideProposals(policy, {
        roundId,
        outcomes: [{ number: 1, revision: 1, ...yes }],
        change: { kind: 'drop', questionKey: 'overview.key-events' },
      })
    const results = await Promise.allSettled([decide(), decide()])
    expect(results.map((it) => it.status).sort()).toEqual(['fulfilled', 'rejected'])
    const [events] =
      await db.sql`select count(*) as n from audit_event where action = 'terms.question-dropped' and object_id = ${termsId}`
    expect(events?.n).toBe(1)
  })

  it('that would change questions which were handed over is refused whole', async () => {
    const { policy, dtv } = await parties(db.sql)
    const { roundId, termsId } = await aRound(policy)
    await propose(dtv, roundId, newQuestion)
    await db.sql`update terms_of_reference set status = 'handed-over', handed_over_by = ${policy.actor.id}, handed_over_at = now()
      where id = ${termsId}`
    const outcomes = [{ number: 1, revision: 1, ...yes }]
    await expect(decideProposals(policy, { roundId, outcomes, change: add })).rejects.toMatchObject({ code: 'wrong-state' })
    expect((await proposalOf(db.sql, roundId, 1)).decisions).toEqual([])
  })

  it('comes from its form with each field named that will not do, and everything typed kept', async () => {
    const form = new FormData()
    for (const number of ['3', '5']) {
      form.append('number', number)
      form.append(`revision.${number}`, '1')
    }
    form.append('outcome.3', 'adopted')
    form.append('outcome.5', '')
    form.append('reason.3', 'kort')
    form.append('change', 'reword')
    form.append('question', '4:conscription.evasion')
    form.append('wordingNl', 'Hoe?')
    const never = () => Promise.reject(new Error('not asked'))
    const id = '00000000-0000-4000-8000-000000000000'
    const answer = await receiveDecision(id, form, () => {}, never)
    expect(answer).toMatchObject({
      status: 422,
      values: { change: 'reword', wordingNl: 'Hoe?', outcomes: [{ reason: 'kort' }, { reason: '' }] },
    })
    expect('errors' in answer && Object.keys(answer.errors).sort()).toEqual(['outcome.5', 'reason.3', 'reason.5', 'wordingNl'])
    form.set('outcome.5', 'not-adopted')
    form.set('reason.3', reason)
    form.set('wordingNl', otherWording.wordingNl!)
    const taken = await receiveDecision(
      id,
      form,
      () => {},
      (input) => Promise.resolve(input),
    )
    // An empty reason says: the same as for the first.
    expect(taken.saved).toMatchObject({
      outcomes: [
        { number: 3, reason },
        { number: 5, reason },
      ],
      change: { kind: 'reword', questionKey: 'conscription.evasion', revision: 4 },
    })
    form.set('change', '')
    const without = await receiveDecision(id, form, () => {}, never)
    expect('errors' in without && Object.keys(without.errors)).toEqual(['change'])
  })

  const questionNow = async (termsId: string, key: string) =>
    questionsOf(await readSubjectTree(db.sql, { termsId, standardId: null })).find((it) => it.key === key)!
})
