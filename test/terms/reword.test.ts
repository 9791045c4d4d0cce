import { describe, expect, it } from 'vitest'
import { addQuestion } from '#app/services/terms-of-reference/add-question.server.ts'
import { dropQuestion } from '#app/services/terms-of-reference/drop-question.server.ts'
import { handOver } from '#app/services/terms-of-reference/hand-over.server.ts'
import { readQuestion, readTermsTree } from '#app/services/terms-of-reference/read-terms.server.ts'
import { restoreQuestion } from '#app/services/terms-of-reference/restore-question.server.ts'
import { rewordQuestion } from '#app/services/terms-of-reference/reword-question.server.ts'
import { testDatabase } from '../support/database.ts'
import { addPerson, as } from '../support/people.ts'
import { someTerms, standardQuestions } from '../support/terms.ts'

const { key: questionKey, nl: standardNl, en: standardEn } = standardQuestions[0]!
const reason = 'In dit land speelt dit anders; opener gevraagd.'
const wordingNl = 'Hoe hebben de omstandigheden zich in de verslagperiode ontwikkeld?'
const wordingEn = 'How did the circumstances develop during the reporting period?'

describe('rewording a question for a country', () => {
  const db = testDatabase()
  const person = async () => as(db.sql, await addPerson(db.sql, 'policy'))

  it('keeps the wording of the standard beside it, the reason, and who asked for it as an organisation', async () => {
    const policy = await person()
    const termsId = await someTerms(policy)
    const result = await rewordQuestion(policy, {
      termsId,
      questionKey,
      revision: 1,
      wordingNl,
      wordingEn,
      reason,
      askedBy: ['UNHCR'],
    })
    expect(result).toEqual({ revision: 2 })
    const { question } = await readQuestion(policy, termsId, questionKey)
    expect(question).toMatchObject({
      state: 'reworded',
      reason,
      wordingNl,
      wordingEn,
      standardWordingNl: standardNl,
      standardWordingEn: standardEn,
      revision: 2,
    })
    expect(question.askedBy).toEqual([...standardQuestions[0]!.askedBy, 'UNHCR'])
    const { coverage } = await readTermsTree(policy, termsId, null)
    expect(coverage).toMatchObject({ asked: standardQuestions.length, dropped: 0, added: 0, reworded: 1 })
    const [change] = await db.sql`
      select kind, reason, before, after from terms_change where terms_id = ${termsId} and question_key = ${questionKey}`
    expect(change).toMatchObject({
      kind: 'question-reworded',
      reason,
      before: { wordingNl: standardNl, wordingEn: standardEn },
      after: { wordingNl, wordingEn },
    })
  })

  it('counts as kept again when it reads as the standard has it, and can be put back at once', async () => {
    const policy = await person()
    const termsId = await someTerms(policy, { countryCode: 'YEM' })
    const words = { termsId, questionKey, wordingNl, wordingEn, reason }
    await rewordQuestion(policy, { ...words, revision: 1 })
    await rewordQuestion(policy, { ...words, wordingNl: standardNl, wordingEn: standardEn, revision: 2 })
    expect((await readQuestion(policy, termsId, questionKey)).question).toMatchObject({
      state: 'kept',
      reason: null,
      revision: 3,
    })
    await rewordQuestion(policy, { ...words, revision: 3 })
    await restoreQuestion(policy, { termsId, questionKey, revision: 4 })
    expect((await readQuestion(policy, termsId, questionKey)).question).toMatchObject({
      state: 'kept',
      reason: null,
      wordingNl: standardNl,
    })
  })

  it('refuses a missing reason, a wording that changes nothing or is too short, and another kind for a question of the standard', async () => {
    const policy = await person()
    const termsId = await someTerms(policy, { countryCode: 'IRQ' })
    const words = { termsId, questionKey, revision: 1, wordingNl, wordingEn, reason }
    await expect(rewordQuestion(policy, { ...words, reason: 'n.v.t.' })).rejects.toThrow('reason-too-short')
    await expect(rewordQuestion(policy, { ...words, wordingNl: 'Hoe?' })).rejects.toThrow('wording-too-short')
    await expect(rewordQuestion(policy, { ...words, wordingNl: standardNl, wordingEn: standardEn })).rejects.toMatchObject({
      code: 'invalid-input',
      detail: 'wording-same',
    })
    await expect(rewordQuestion(policy, { ...words, kind: 'trend' })).rejects.toMatchObject({ detail: 'kind-of-standard' })
    await expect(rewordQuestion(policy, { ...words, askedBy: ['niemand'] })).rejects.toMatchObject({
      detail: 'unknown-organisation',
    })
    await expect(rewordQuestion(policy, { ...words, questionKey: 'no.such' })).rejects.toMatchObject({ code: 'not-found' })
    await expect(
      db.sql`update terms_question set state = 'reworded' where terms_id = ${termsId} and key = ${questionKey}`,
    ).rejects.toMatchObject({ code: '23514', constraint_name: 'delta_has_reason' })
    expect((await readQuestion(policy, termsId, questionKey)).question).toMatchObject({ state: 'kept', revision: 1 })
  })

  it('tells the second of two people what the first wrote, and changes nothing of it', async () => {
    const policy = await person()
    const termsId = await someTerms(policy, { countryCode: 'AFG' })
    const wordings = [
      'Hoe ontwikkelde de toestand zich volgens de eerste?',
      'Hoe ontwikkelde de toestand zich volgens de tweede?',
    ]
    const results = await Promise.allSettled(
      wordings.map((words) => rewordQuestion(policy, { termsId, questionKey, revision: 1, wordingNl: words, wordingEn, reason })),
    )
    expect(results.map((it) => it.status).sort()).toEqual(['fulfilled', 'rejected'])
    const { question } = await readQuestion(policy, termsId, questionKey)
    expect(wordings).toContain(question.wordingNl)
    expect(results.find((it) => it.status === 'rejected')).toMatchObject({
      reason: { code: 'conflict', detail: 'question-changed', data: { current: { wordingNl: question.wordingNl, revision: 2 } } },
    })
    await expect(dropQuestion(policy, { termsId, questionKey, revision: 1, reason })).rejects.toMatchObject({
      detail: 'question-changed',
    })
    await expect(restoreQuestion(policy, { termsId, questionKey, revision: 1 })).rejects.toMatchObject({
      detail: 'question-changed',
    })
  })

  it('ends when the question is dropped, and is refused for a dropped one', async () => {
    const policy = await person()
    const termsId = await someTerms(policy, { countryCode: 'TUR' })
    const words = { termsId, questionKey, wordingNl, wordingEn, reason }
    await rewordQuestion(policy, { ...words, revision: 1 })
    await dropQuestion(policy, { termsId, questionKey, reason })
    expect((await readQuestion(policy, termsId, questionKey)).question).toMatchObject({ state: 'dropped', wordingNl: standardNl })
    await expect(rewordQuestion(policy, { ...words, revision: 3 })).rejects.toMatchObject({ detail: 'question-dropped' })
    const [change] = await db.sql`
      select before from terms_change where terms_id = ${termsId} and kind = 'question-dropped'`
    expect(change!.before).toEqual({ state: 'reworded', wordingNl, wordingEn })
  })

  it('changes everything of a question that was added, whose reason for adding stays', async () => {
    const policy = await person()
    const termsId = await someTerms(policy, { countryCode: 'SOM' })
    const added = await addQuestion(policy, {
      termsId,
      nodeKey: 'groups.country',
      wordingNl,
      kind: 'group',
      reason: 'Gevraagd door twee organisaties.',
      askedBy: ['IND', 'DT&V'],
    })
    expect((await readQuestion(policy, termsId, added)).question.askedBy).toEqual(['IND', 'DT&V'])
    await rewordQuestion(policy, {
      termsId,
      questionKey: added,
      revision: 1,
      wordingNl: 'Hoe is de positie van minderheden in de praktijk?',
      kind: 'practice',
      themes: ['minorities'],
      reason,
    })
    expect((await readQuestion(policy, termsId, added)).question).toMatchObject({
      state: 'added',
      kind: 'practice',
      themes: ['minorities'],
      reason: 'Gevraagd door twee organisaties.',
      standardWordingNl: null,
    })
    await dropQuestion(policy, { termsId, questionKey: added, reason })
    const question = { termsId, nodeKey: 'groups.country', wordingNl, kind: 'group', reason } as const
    expect(await addQuestion(policy, question), 'a key is given once').toBe('groups.country.added-2')
    await expect(rewordQuestion(policy, { termsId, questionKey: added, revision: 2, wordingNl, reason })).rejects.toMatchObject({
      code: 'conflict',
      detail: 'question-removed',
    })
    await expect(addQuestion(policy, { ...question, askedBy: ['een persoon'] })).rejects.toMatchObject({
      detail: 'unknown-organisation',
    })
  })

  it('is over while Foreign Affairs has the terms, also in the database; the history cannot be changed', async () => {
    const policy = await person()
    const termsId = await someTerms(policy, { countryCode: 'SDN' })
    await handOver(policy, termsId)
    await expect(
      rewordQuestion(policy, { termsId, questionKey, revision: 1, wordingNl, wordingEn, reason }),
    ).rejects.toMatchObject({ code: 'wrong-state', detail: 'handed-over' })
    const refused = { code: '23001' }
    await expect(db.sql`update terms_question set revision = 9 where terms_id = ${termsId}`).rejects.toMatchObject(refused)
    await expect(db.sql`update terms_change set reason = 'anders'`).rejects.toMatchObject(refused)
    await expect(db.sql`delete from terms_change`).rejects.toMatchObject(refused)
    await expect(db.sql`update terms_of_reference set turn = 5 where id = ${termsId}`).rejects.toMatchObject(refused)
    await expect(db.sql`update terms_of_reference set status = 'in-preparation' where id = ${termsId}`).rejects.toMatchObject(
      refused,
    )
  })
})
