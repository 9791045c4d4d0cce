import { describe, expect, it } from 'vitest'
import { acceptTerms } from '#app/services/terms-of-reference/accept-terms.server.ts'
import { addQuestion } from '#app/services/terms-of-reference/add-question.server.ts'
import { dropQuestion } from '#app/services/terms-of-reference/drop-question.server.ts'
import { handOver } from '#app/services/terms-of-reference/hand-over.server.ts'
import { keepQuestion } from '#app/services/terms-of-reference/keep-question.server.ts'
import { listTerms } from '#app/services/terms-of-reference/list-terms.server.ts'
import { markQuestion } from '#app/services/terms-of-reference/mark-question.server.ts'
import { readReturned } from '#app/services/terms-of-reference/read-returned.server.ts'
import { readTermsHistory } from '#app/services/terms-of-reference/read-terms-history.server.ts'
import { readDeltas, readQuestion, readTerms } from '#app/services/terms-of-reference/read-terms.server.ts'
import { restoreQuestion } from '#app/services/terms-of-reference/restore-question.server.ts'
import { returnTerms } from '#app/services/terms-of-reference/return-terms.server.ts'
import { rewordQuestion } from '#app/services/terms-of-reference/reword-question.server.ts'
import { unmarkQuestion } from '#app/services/terms-of-reference/unmark-question.server.ts'
import { inGenderBlock } from '#app/policies/policies.ts'
import { testDatabase } from '../support/database.ts'
import { addPerson, as } from '../support/people.ts'
import { someTerms, standardQuestions } from '../support/terms.ts'

const [first, second, third] = standardQuestions.map((it) => it.key) as [string, string, string]
const gender = standardQuestions.find((it) => inGenderBlock(it.themes))!
const reason = 'Hierover zijn in dit land geen bronnen te vinden.'
const answer = 'Deze vraag is nodig; een beperkt antwoord volstaat.'

describe('questions that cannot be answered', () => {
  const db = testDatabase()
  const policyPerson = async () => as(db.sql, await addPerson(db.sql, 'policy'))
  const authorPerson = async () => as(db.sql, await addPerson(db.sql, 'author'))

  async function handedOver(countryCode: string) {
    const [policy, bz] = [await policyPerson(), await authorPerson()]
    const termsId = await someTerms(policy, { countryCode })
    const added = await addQuestion(policy, {
      termsId,
      nodeKey: 'groups.country',
      wordingNl: 'Hoe is de positie van een kleine groep?',
      kind: 'group',
      reason: 'Gevraagd na zaken in 2026.',
    })
    await handOver(policy, termsId)
    return { policy, bz, termsId, added }
  }

  it('go back with reasons, are answered one by one, and only then can all be handed over again and accepted', async () => {
    const { policy, bz, termsId, added } = await handedOver('SYR')
    for (const questionKey of [first, second, third, added]) await markQuestion(bz, { termsId, questionKey, reason })
    expect(await readReturned(policy, termsId, false), 'marks are not shown to policy').toEqual([])
    await expect(acceptTerms(bz, termsId)).rejects.toMatchObject({ code: 'invalid-input', detail: 'marks-open' })
    await unmarkQuestion(bz, { termsId, questionKey: third })
    await unmarkQuestion(bz, { termsId, questionKey: third })
    await returnTerms(bz, termsId)
    expect((await readTerms(policy, termsId)).status).toBe('returned')
    expect((await listTerms(policy, 'returned')).find((it) => it.id === termsId)).toMatchObject({ unanswered: 3 })

    await expect(handOver(policy, termsId)).rejects.toMatchObject({ code: 'invalid-input', detail: 'unanswered-returns' })
    await expect(keepQuestion(policy, { termsId, questionKey: third, reason: answer })).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(keepQuestion(policy, { termsId, questionKey: first, reason: 'nee' })).rejects.toThrow('reason-too-short')
    await keepQuestion(policy, { termsId, questionKey: first, reason: answer })
    const { question } = await readQuestion(policy, termsId, second)
    await rewordQuestion(policy, {
      termsId,
      questionKey: second,
      revision: question.revision,
      wordingNl: 'Wat is hierover wel bekend, en uit welke bronnen?',
      reason: answer,
    })
    await dropQuestion(policy, { termsId, questionKey: added, reason: answer })
    const answered = await readReturned(bz, termsId, true)
    expect(answered.map((it) => [it.questionKey, it.answer, it.number !== null])).toEqual([
      [first, 'kept', true],
      [second, 'reworded', true],
      [added, 'dropped', false],
    ])
    expect(answered[1]).toMatchObject({ wordingNl: question.wordingNl, reason, answerReason: answer, turn: 1 })
    await handOver(policy, termsId)
    expect(await readTerms(policy, termsId)).toMatchObject({ status: 'handed-over', turn: 2 })
    const { reportId } = await acceptTerms(bz, termsId)
    expect((await readTerms(policy, termsId)).reportId).toBe(reportId)
  })

  it('wait for an answer again when the answer is undone, and can be returned a second time', async () => {
    const { policy, bz, termsId } = await handedOver('YEM')
    await markQuestion(bz, { termsId, questionKey: first, reason })
    await returnTerms(bz, termsId)
    await dropQuestion(policy, { termsId, questionKey: first, reason: answer })
    await restoreQuestion(policy, { termsId, questionKey: first })
    expect(await readReturned(bz, termsId, true)).toMatchObject([{ answer: null }])
    await keepQuestion(policy, { termsId, questionKey: first, reason: answer })
    await handOver(policy, termsId)
    await markQuestion(bz, { termsId, questionKey: first, reason: 'Ook een beperkt antwoord is niet te geven.' })
    await returnTerms(bz, termsId)
    expect((await readReturned(policy, termsId, false)).map((it) => [it.turn, it.answer])).toEqual([
      [2, null],
      [1, 'kept'],
    ])
  })

  it('are marked once, by whoever is first; never when nothing is asked, and nothing goes back without a mark', async () => {
    const { policy, bz, termsId } = await handedOver('IRQ')
    await expect(returnTerms(bz, termsId)).rejects.toMatchObject({ code: 'invalid-input', detail: 'nothing-marked' })
    const results = await Promise.allSettled(
      ['De eerste reden van twee.', 'De tweede reden van twee.'].map((words) =>
        markQuestion(bz, { termsId, questionKey: first, reason: words }),
      ),
    )
    expect(results.map((it) => it.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(results.find((it) => it.status === 'rejected')).toMatchObject({
      reason: { code: 'conflict', detail: 'question-marked' },
    })
    await expect(markQuestion(bz, { termsId, questionKey: 'no.such', reason })).rejects.toMatchObject({ code: 'not-found' })
    await expect(markQuestion(bz, { termsId, questionKey: second, reason: 'n.v.t.' })).rejects.toThrow('reason-too-short')
    const returned = await Promise.allSettled([returnTerms(bz, termsId), returnTerms(bz, termsId), acceptTerms(bz, termsId)])
    expect(returned.filter((it) => it.status === 'fulfilled')).toHaveLength(1)
    const moved = { code: 'wrong-state', detail: 'returned' }
    await expect(markQuestion(bz, { termsId, questionKey: second, reason })).rejects.toMatchObject(moved)
    await expect(unmarkQuestion(bz, { termsId, questionKey: first })).rejects.toMatchObject(moved)
    await dropQuestion(policy, { termsId, questionKey: first, reason: answer })
    await handOver(policy, termsId)
    await expect(markQuestion(bz, { termsId, questionKey: first, reason })).rejects.toMatchObject({ detail: 'question-dropped' })
  })

  it('stand once they were returned, also in the database', async () => {
    const { policy, bz, termsId } = await handedOver('AFG')
    await markQuestion(bz, { termsId, questionKey: first, reason })
    await returnTerms(bz, termsId)
    const refused = { code: '23001' }
    await expect(
      db.sql`update returned_question set reason = 'Iets heel anders.' where terms_id = ${termsId}`,
    ).rejects.toMatchObject(refused)
    await expect(db.sql`delete from returned_question where terms_id = ${termsId}`).rejects.toMatchObject(refused)
    await keepQuestion(policy, { termsId, questionKey: first, reason: answer })
    await handOver(policy, termsId)
    await expect(
      db.sql`update returned_question set answer_reason = 'Iets heel anders.' where terms_id = ${termsId}`,
    ).rejects.toMatchObject(refused)
  })

  it('are all in the history, with who, when and why; marks only for Foreign Affairs', async () => {
    const { policy, bz, termsId } = await handedOver('TUR')
    await markQuestion(bz, { termsId, questionKey: first, reason })
    await returnTerms(bz, termsId)
    await keepQuestion(policy, { termsId, questionKey: first, reason: answer })
    await handOver(policy, termsId)
    const { changes, total } = await readTermsHistory(policy, termsId, { marks: false })
    expect(changes.map((it) => it.kind)).toEqual([
      'handed-over',
      'question-kept',
      'returned',
      'handed-over',
      'question-added',
      'created',
    ])
    expect(total).toBe(6)
    expect(changes[1]).toMatchObject({ by: 'Beleid Demo', reason: answer, questionKey: first, number: '0.1.1' })
    const own = await readTermsHistory(bz, termsId, { marks: true, questionKey: first })
    expect(own.changes.map((it) => it.kind)).toEqual(['question-kept', 'question-marked'])
  })

  it('leave what differs from the standard with the protected questions on top', async () => {
    const { policy, bz, termsId, added } = await handedOver('SOM')
    await markQuestion(bz, { termsId, questionKey: gender.key, reason })
    await returnTerms(bz, termsId)
    const free = standardQuestions.find((it) => !it.mandatory && !inGenderBlock(it.themes))!
    await dropQuestion(policy, { termsId, questionKey: free.key, reason })
    await dropQuestion(policy, { termsId, questionKey: gender.key, reason })
    const deltas = (await readDeltas(policy, termsId)).map((it) => it.key)
    expect(deltas[0]).toBe(gender.key)
    expect(deltas.slice(1).sort()).toEqual([added, free.key].sort())
  })
})
