import { describe, expect, it } from 'vitest'
import { changeProposal } from '#app/services/rounds/change-proposal.server.ts'
import { giverWithAccount } from '#app/services/rounds/giver.ts'
import { ProposalInput } from '#app/services/rounds/proposal-input.ts'
import { readProposals } from '#app/services/rounds/read-proposals.server.ts'
import { receiveProposal } from '#app/services/rounds/receive-proposal.server.ts'
import { visibleProposals } from '#app/services/rounds/visible-proposals.ts'
import { withdrawProposal } from '#app/services/rounds/withdraw-proposal.server.ts'
import { dropQuestion } from '#app/services/terms-of-reference/drop-question.server.ts'
import { decideProposals } from '#app/services/rounds/decide-proposals.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { standardQuestions } from '../support/terms.ts'
import { testDatabase } from '../support/database.ts'
import { addPerson, as } from '../support/people.ts'
import {
  aRound,
  aRoundOnStandard,
  justInTime,
  justLate,
  newQuestion,
  otherWording,
  parties,
  proposalOf,
  propose,
} from './round.ts'

describe('a proposal', () => {
  const db = testDatabase()

  it('is given by the parties that were asked, each kind with what it needs, numbered in the round', async () => {
    const { policy, dtv, ind, expert } = await parties(db.sql)
    const { roundId } = await aRound(policy)
    expect(await propose(dtv, roundId, newQuestion)).toBe(1)
    expect(await propose(ind, roundId, otherWording)).toBe(2)
    expect(
      await propose(expert, roundId, {
        kind: 'drop',
        questionKey: 'overview.key-events',
        rationale: 'Staat ook bij veiligheid.',
      }),
    ).toBe(3)
    expect(await propose(policy, roundId, { kind: 'remark', rationale: 'De volgorde kan duidelijker.' })).toBe(4)
    const [first, second, third, fourth] = await readProposals(db.sql, roundId)
    expect(first).toMatchObject({
      organisation: 'DT&V',
      questionKey: null,
      nodeKey: 'movement',
      questionKind: 'practice',
      themes: ['security'],
    })
    expect(second).toMatchObject({
      organisation: 'IND',
      questionKey: 'conscription.evasion',
      questionNl: expect.stringContaining('dienstontduikers'),
    })
    expect(third).toMatchObject({ organisation: 'EXT', kind: 'drop', wordingNl: '' })
    expect(fourth).toMatchObject({ organisation: 'AenM', questionKey: null, decisions: [], withdrawnAt: null, revision: 1 })
    const onStandard = await aRoundOnStandard(policy, '1.2')
    expect(await propose(dtv, onStandard.roundId, otherWording)).toBe(1)
  })

  it('may be written in one language; what is missing is said with its place', () => {
    const issues = (input: object) => ProposalInput.safeParse(input).error?.issues.map((it) => [it.path[0], it.message])
    expect(issues({ ...newQuestion, wordingNl: '', wordingEn: 'Which roads and ports were open or closed?' })).toBeUndefined()
    expect(issues({ ...newQuestion, wordingNl: 'Wegen?' })).toEqual([['wordingNl', 'wording-too-short']])
    expect(issues({ ...newQuestion, wordingNl: 'x'.repeat(2001) })).toEqual([['wordingNl', 'too-long']])
    expect(issues({ ...newQuestion, nodeKey: '' })).toEqual([['nodeKey', 'needed']])
    expect(issues({ ...newQuestion, questionKind: 'oordeel' })?.[0]?.[0]).toBe('questionKind')
    expect(issues({ ...newQuestion, themes: ['voetbal'] })?.[0]?.[0]).toBe('themes')
    expect(issues({ ...otherWording, rationale: 'n.v.t.' })).toEqual([['rationale', 'reason-too-short']])
    expect(issues({ kind: 'iets', rationale: 'Omdat dat beter is.' })?.[0]?.[0]).toBe('kind')
    expect(issues({ kind: 'drop', questionKey: '', rationale: 'Omdat dat beter is.' })).toEqual([['questionKey', 'needed']])
  })

  it('is refused from who was not asked and about what is not there', async () => {
    const { policy, dtv, expert } = await parties(db.sql)
    const { roundId, termsId } = await aRound(policy, { asked: ['DT&V'] })
    await expect(propose(expert, roundId, newQuestion)).rejects.toMatchObject({ code: 'not-allowed', detail: 'not-asked' })
    const refused = (input: ProposalInput) => expect(propose(dtv, roundId, input)).rejects
    await refused({ ...newQuestion, nodeKey: 'nergens' }).toMatchObject({ detail: 'unknown-section' })
    await refused({ ...otherWording, questionKey: 'nergens' }).toMatchObject({ detail: 'unknown-question' })
    const same = standardQuestions.find((it) => it.key === 'conscription.evasion')!
    await refused({ ...otherWording, wordingNl: same.nl, wordingEn: same.en }).toMatchObject({ detail: 'wording-same' })
    await dropQuestion(policy, { termsId, questionKey: 'conscription.evasion', reason: 'In dit land is er geen dienstplicht.' })
    await refused(otherWording).toMatchObject({ detail: 'question-dropped' })
    expect(await readProposals(db.sql, roundId)).toEqual([])
  })

  it('is refused after the last day, and nothing that was typed is lost', async () => {
    const { policy, dtv } = await parties(db.sql)
    const { roundId } = await aRound(policy)
    await propose({ ...dtv, clock: () => justInTime }, roundId, newQuestion)
    const late = { ...dtv, clock: () => justLate }
    await expect(propose(late, roundId, newQuestion)).rejects.toMatchObject({ code: 'wrong-state', detail: 'round-late' })
    const form = new FormData()
    for (const [name, value] of Object.entries({ ...otherWording, themes: 'gender' })) form.append(name, String(value))
    const answer = await receiveProposal(
      form,
      () => {},
      (input) => propose(late, roundId, input),
      { phase: 'open' },
    )
    expect(answer).toMatchObject({ saved: null, status: 409, refusal: 'late', values: { ...otherWording, themes: ['gender'] } })
    const byPolicy = () => {
      throw new DomainError('not-allowed', 'proposal.give')
    }
    const never = () => Promise.reject(new Error('not asked'))
    expect(await receiveProposal(form, byPolicy, never, { phase: 'deciding' })).toMatchObject({ refusal: 'late' })
    expect(await receiveProposal(form, byPolicy, never, { phase: 'closed' })).toMatchObject({ refusal: 'closed' })
    await expect(receiveProposal(form, byPolicy, never, { phase: 'open' })).rejects.toMatchObject({ code: 'not-allowed' })
    expect(await readProposals(db.sql, roundId)).toHaveLength(1)
  })

  it('is changed by who gave it until the last day, and by nobody else', async () => {
    const { policy, dtv, ind } = await parties(db.sql)
    const { roundId } = await aRound(policy)
    const number = await propose(dtv, roundId, newQuestion)
    const giver = giverWithAccount(dtv.actor)
    const at = { number, revision: 1 }
    await changeProposal(dtv, roundId, giver, at, otherWording)
    expect(await proposalOf(db.sql, roundId, number)).toMatchObject({
      kind: 'wording',
      nodeKey: null,
      questionKind: null,
      revision: 2,
    })
    await expect(changeProposal(dtv, roundId, giver, at, newQuestion)).rejects.toMatchObject({ detail: 'changed-meanwhile' })
    await expect(
      changeProposal(ind, roundId, giverWithAccount(ind.actor), { number, revision: 2 }, newQuestion),
    ).rejects.toMatchObject({
      code: 'not-found',
    })
    const late = { ...dtv, clock: () => justLate }
    await expect(changeProposal(late, roundId, giver, { number, revision: 2 }, newQuestion)).rejects.toMatchObject({
      detail: 'round-late',
    })
    await expect(withdrawProposal(late, roundId, giver, number)).rejects.toMatchObject({ detail: 'round-late' })
    await expect(changeProposal(dtv, roundId, giver, { number: 99, revision: 1 }, newQuestion)).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  it('lets one of two windows win: the other is told, and has its text still', async () => {
    const { policy, dtv } = await parties(db.sql)
    const { roundId } = await aRound(policy)
    const number = await propose(dtv, roundId, otherWording)
    const giver = giverWithAccount(dtv.actor)
    const wordings = [
      'Hoe wordt met dienstweigering omgegaan in de wet?',
      'Hoe wordt met dienstweigering omgegaan in de praktijk?',
    ]
    const results = await Promise.allSettled(
      wordings.map((wordingNl) =>
        changeProposal(dtv, roundId, giver, { number, revision: 1 }, { ...otherWording, wordingNl } as ProposalInput),
      ),
    )
    expect(results.map((it) => it.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(results.find((it) => it.status === 'rejected')).toMatchObject({ reason: { detail: 'changed-meanwhile' } })
    expect((await proposalOf(db.sql, roundId, number)).revision).toBe(2)
  })

  it('is withdrawn by who gave it, keeps its number and can be read by them only', async () => {
    const { policy, dtv, ind, expert } = await parties(db.sql)
    const { roundId } = await aRound(policy)
    const number = await propose(dtv, roundId, newQuestion)
    await propose(expert, roundId, otherWording)
    await expect(withdrawProposal(ind, roundId, giverWithAccount(ind.actor), number)).rejects.toMatchObject({ code: 'not-found' })
    await withdrawProposal(dtv, roundId, giverWithAccount(dtv.actor), number)
    const proposals = await readProposals(db.sql, roundId)
    const seen = (who: typeof dtv) => visibleProposals(who.actor, proposals).map((it) => it.number)
    expect([seen(dtv), seen(policy), seen(expert)]).toEqual([[1, 2], [2], [2]])
    expect(await propose(dtv, roundId, newQuestion)).toBe(3)
    await expect(withdrawProposal(dtv, roundId, giverWithAccount(dtv.actor), number)).rejects.toMatchObject({ code: 'not-found' })
    await expect(
      decideProposals(policy, {
        roundId,
        outcomes: [{ number, revision: 1, outcome: 'not-adopted', reason: 'Er is niets om over te besluiten.' }],
        change: { kind: 'none' },
      }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })

  it('of others is not seen by an external expert, whose own is seen by everyone inside', async () => {
    const { policy, dtv, expert } = await parties(db.sql)
    const { roundId } = await aRound(policy)
    await propose(dtv, roundId, newQuestion)
    await propose(expert, roundId, otherWording)
    const proposals = await readProposals(db.sql, roundId)
    const author = as(db.sql, await addPerson(db.sql, 'author'))
    expect(visibleProposals(expert.actor, proposals).map((it) => it.number)).toEqual([2])
    expect(visibleProposals(author.actor, proposals).map((it) => it.number)).toEqual([1, 2])
  })

  it('gets a number of its own when many give one at once', async () => {
    const { policy, dtv, ind, expert } = await parties(db.sql)
    const { roundId } = await aRound(policy)
    const numbers = await Promise.all([dtv, ind, expert, policy, dtv, ind].map((who) => propose(who, roundId, newQuestion)))
    expect(numbers.sort()).toEqual([1, 2, 3, 4, 5, 6])
  })

  it('that is not whole is refused by the database too', async () => {
    const { policy, dtv } = await parties(db.sql)
    const { roundId } = await aRound(policy)
    await propose(dtv, roundId, newQuestion)
    const change = (sql: typeof db.sql, column: string, value: string | null) =>
      sql`update proposal set ${sql({ [column]: value })} where round_id = ${roundId}`
    for (const [column, value] of [
      ['node_key', null],
      ['question_kind', null],
      ['wording_nl', ''],
      ['rationale', 'kort'],
      ['kind', 'drop'],
      ['giver_id', null],
    ] as const) {
      await expect(change(db.sql, column, value), column).rejects.toMatchObject({ code: '23514' })
    }
  })
})
