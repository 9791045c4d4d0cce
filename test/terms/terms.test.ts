import { describe, expect, it } from 'vitest'
import { addQuestion } from '#app/services/terms-of-reference/add-question.server.ts'
import { createTerms, NewTerms } from '#app/services/terms-of-reference/create-terms.server.ts'
import { dropQuestion, DroppedQuestion } from '#app/services/terms-of-reference/drop-question.server.ts'
import { handOver } from '#app/services/terms-of-reference/hand-over.server.ts'
import { listTerms } from '#app/services/terms-of-reference/list-terms.server.ts'
import { readQuestion, readTerms, readTermsTree } from '#app/services/terms-of-reference/read-terms.server.ts'
import { loadStandard } from '#app/services/standard-terms/load-standard.server.ts'
import { restoreQuestion } from '#app/services/terms-of-reference/restore-question.server.ts'
import { inGenderBlock } from '#app/policies/policies.ts'
import { testDatabase } from '../support/database.ts'
import { addPerson, as } from '../support/people.ts'
import { someTerms, standardFile, standardQuestions, standardSections } from '../support/terms.ts'

const nobody = '00000000-0000-4000-8000-000000000000'
const reason = 'In dit land niet van toepassing in de verslagperiode.'
const gender = standardQuestions.find((question) => inGenderBlock(question.themes))!
const restriction = { code: '23001' }

describe('terms of reference of a country and period', () => {
  const db = testDatabase()
  const person = async () => as(db.sql, await addPerson(db.sql, 'policy'))

  it('start as a whole copy of the standard in force', async () => {
    const policy = await person()
    const id = await someTerms(policy)
    const terms = await readTerms(policy, id)
    expect(terms).toMatchObject({
      status: 'in-preparation',
      countryNl: 'Syrië',
      periodFrom: '2019-01-01',
      dueOn: '2027-02-01',
      reportId: null,
    })
    for (const chapter of standardFile.chapters) {
      const tree = await readTermsTree(policy, id, chapter.key)
      expect(tree.chapter.sections.map((it) => [it.key, it.number])).toEqual(chapter.sections.map((it) => [it.key, it.number]))
      const questions = chapter.sections.flatMap((section) => section.questions.map((it) => ({ ...it, nodeKey: section.key })))
      expect(tree.questions).toEqual(
        questions.map((it) => ({
          key: it.key,
          nodeKey: it.nodeKey,
          kind: it.kind,
          mandatory: it.mandatory,
          themes: it.themes,
          askedBy: it.askedBy,
          wordingNl: it.nl,
          wordingEn: it.en,
          formerWordingNl: it.formerWording?.nl ?? null,
          rationaleNl: it.rationale.nl,
          rationaleEn: it.rationale.en,
          state: 'kept',
          reason: null,
          revision: 1,
          standardWordingNl: it.nl,
          standardWordingEn: it.en,
        })),
      )
    }
    const [counts] = await db.sql`
      select count(*) as questions, count(*) filter (where mandatory) as mandatory from terms_question where terms_id = ${id}`
    expect(counts).toEqual({
      questions: standardQuestions.length,
      mandatory: standardQuestions.filter((question) => question.mandatory).length,
    })
    expect(await db.sql`select 1 from terms_node where terms_id = ${id}`).toHaveLength(
      standardFile.chapters.length + standardSections.length,
    )
    const { coverage } = await readTermsTree(policy, id, null)
    expect(coverage).toMatchObject({ asked: standardQuestions.length, dropped: 0, added: 0, mandatoryDropped: 0 })
    expect(coverage.genderBlock.asked).toBe(coverage.genderBlock.standard)
  })

  it('are refused for a reversed period, a date before the period ends, an unknown country, a standard not in force, or a second time', async () => {
    const policy = await person()
    const standardId = await loadStandard(policy, standardFile)
    const good = {
      standardId,
      countryCode: 'YEM',
      kind: 'general',
      periodFrom: '2026-01-01',
      periodTo: '2026-06-30',
      dueOn: '2026-12-01',
    } as const
    const issues = (input: object) =>
      NewTerms.safeParse({ ...good, ...input }).error?.issues.map((it) => [it.path[0], it.message])
    expect(issues({ periodTo: '2025-12-31' })).toContainEqual(['periodTo', 'period-reversed'])
    expect(issues({ dueOn: '2026-06-29' })).toContainEqual(['dueOn', 'due-before-period-end'])
    expect(issues({ periodTo: '2026-02-30' })?.[0]?.[0]).toBe('periodTo')
    await expect(createTerms(policy, { ...good, countryCode: 'XXX' })).rejects.toMatchObject({ detail: 'unknown-country' })
    await expect(createTerms(policy, { ...good, standardId: nobody })).rejects.toMatchObject({ detail: 'standard-not-in-force' })
    const results = await Promise.allSettled([createTerms(policy, good), createTerms(policy, good)])
    const [made] = results.flatMap((it) => (it.status === 'fulfilled' ? [it.value] : []))
    const refused = results.flatMap((it) => (it.status === 'rejected' ? [it.reason] : []))
    expect(refused).toMatchObject([{ code: 'conflict', detail: 'terms-exist', data: { termsId: made } }])
    await expect(db.sql`update terms_of_reference set period_to = '2025-01-01' where id = ${made!}`).rejects.toMatchObject({
      code: '23514',
    })
  })

  it('leave a question out only with a reason, in the form, the service and the database alike', async () => {
    const policy = await person()
    const termsId = await someTerms(policy, { countryCode: 'AFG' })
    for (const bad of ['', '   ', 'n.v.t.', ' kort      ']) {
      expect(DroppedQuestion.safeParse({ termsId, questionKey: gender.key, reason: bad }).error?.issues[0]?.message).toBe(
        'reason-too-short',
      )
      await expect(dropQuestion(policy, { termsId, questionKey: gender.key, reason: bad })).rejects.toThrow()
    }
    for (const bad of [null, '', '         ', 'n.v.t.']) {
      await expect(
        db.sql`update terms_question set state = 'dropped', reason = ${bad} where terms_id = ${termsId} and key = ${gender.key}`,
      ).rejects.toMatchObject({ code: '23514', constraint_name: 'delta_has_reason' })
    }
    expect((await readQuestion(policy, termsId, gender.key)).question.state).toBe('kept')
    await dropQuestion(policy, { termsId, questionKey: gender.key, reason })
    expect((await readQuestion(policy, termsId, gender.key)).question).toMatchObject({ state: 'dropped', reason })
    const { coverage } = await readTermsTree(policy, termsId, null)
    expect(coverage).toMatchObject({ dropped: 1, asked: standardQuestions.length - 1, mandatoryDropped: 1 })
    expect(coverage.genderBlock.dropped.map((it) => [it.key, it.reason])).toEqual([[gender.key, reason]])
    expect(coverage.genderBlock.asked).toBe(coverage.genderBlock.standard - 1)
  })

  it('take a dropped question back in, and keep the history in the audit', async () => {
    const policy = await person()
    const termsId = await someTerms(policy, { countryCode: 'ERI' })
    await dropQuestion(policy, { termsId, questionKey: gender.key, reason })
    await restoreQuestion(policy, { termsId, questionKey: gender.key })
    await restoreQuestion(policy, { termsId, questionKey: gender.key })
    expect((await readQuestion(policy, termsId, gender.key)).question).toMatchObject({ state: 'kept', reason: null })
    const events = await db.sql`
      select action from audit_event where object_id = ${termsId} and details->>'questionKey' = ${gender.key} order by id`
    expect(events.map((it) => it.action)).toEqual(['terms.question-dropped', 'terms.question-restored'])
  })

  it('let one reason stand when two people drop a question at once', async () => {
    const policy = await person()
    const termsId = await someTerms(policy, { countryCode: 'SOM' })
    const questionKey = standardQuestions.at(-1)!.key
    const results = await Promise.allSettled(
      ['De eerste reden van twee.', 'De tweede reden van twee.'].map((words) =>
        dropQuestion(policy, { termsId, questionKey, reason: words }),
      ),
    )
    expect(results.map((it) => it.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(results.find((it) => it.status === 'rejected')).toMatchObject({
      reason: { code: 'conflict', detail: 'question-dropped' },
    })
    const events =
      await db.sql`select details from audit_event where object_id = ${termsId} and details->>'questionKey' = ${questionKey}`
    expect(events.map((it) => it.details.reason)).toEqual([(await readQuestion(policy, termsId, questionKey)).question.reason])
  })

  it('take questions in addition, with a key of their own, a reason and who asked; and give them up again', async () => {
    const policy = await person()
    const termsId = await someTerms(policy, { countryCode: 'SDN' })
    const question = {
      termsId,
      nodeKey: 'groups.country',
      wordingNl: 'Hoe is de positie van Assyriërs in de praktijk?',
      kind: 'group' as const,
      themes: ['minorities' as const],
      reason: 'Gevraagd door de IND na zaken in 2026.',
    }
    const keys = await Promise.all([addQuestion(policy, question), addQuestion(policy, question)])
    expect(keys.sort()).toEqual(['groups.country.added-1', 'groups.country.added-2'])
    const added = await readQuestion(policy, termsId, keys[0])
    expect(added.section.number).toBe('3.12')
    expect(added.question).toMatchObject({
      state: 'added',
      mandatory: false,
      askedBy: ['AenM'],
      wordingEn: '',
      reason: question.reason,
    })
    await dropQuestion(policy, { termsId, questionKey: keys[1]!, reason })
    await expect(readQuestion(policy, termsId, keys[1])).rejects.toMatchObject({ code: 'not-found' })
    await expect(addQuestion(policy, { ...question, nodeKey: 'nowhere' })).rejects.toMatchObject({ code: 'not-found' })
    await expect(addQuestion(policy, { ...question, wordingNl: 'Hoe?' })).rejects.toThrow('wording-too-short')
    await expect(addQuestion(policy, { ...question, reason: 'zomaar' })).rejects.toThrow('reason-too-short')
    await expect(
      db.sql`update terms_question set reason = null where terms_id = ${termsId} and state = 'added'`,
    ).rejects.toMatchObject({ code: '23514' })
    await expect(
      db.sql`update terms_question set node_id = (select id from terms_node where terms_id <> ${termsId} limit 1) where terms_id = ${termsId}`,
    ).rejects.toMatchObject({ code: '23503' })
  })

  it('stand once they are handed over: nothing can be changed any more, not even in the database', async () => {
    const policy = await person()
    const termsId = await someTerms(policy, { countryCode: 'IRQ' })
    const results = await Promise.allSettled([handOver(policy, termsId), handOver(policy, termsId)])
    expect(results.map((it) => it.status).sort()).toEqual(['fulfilled', 'rejected'])
    const moved = { code: 'wrong-state', detail: 'handed-over' }
    expect(results.find((it) => it.status === 'rejected')).toMatchObject({ reason: moved })
    expect(await readTerms(policy, termsId)).toMatchObject({ status: 'handed-over', handedOverBy: 'Beleid Demo' })
    const questionKey = gender.key
    await expect(dropQuestion(policy, { termsId, questionKey, reason })).rejects.toMatchObject(moved)
    await expect(restoreQuestion(policy, { termsId, questionKey })).rejects.toMatchObject(moved)
    const question = { termsId, nodeKey: 'sgbv', wordingNl: 'Een vraag die te laat komt?', kind: 'law', reason } as const
    await expect(addQuestion(policy, question)).rejects.toMatchObject(moved)
    await expect(db.sql`update terms_question set wording_nl = 'anders' where terms_id = ${termsId}`).rejects.toMatchObject(
      restriction,
    )
    await expect(db.sql`delete from terms_question where terms_id = ${termsId}`).rejects.toMatchObject(restriction)
    await expect(db.sql`update terms_node set title_nl = 'anders' where terms_id = ${termsId}`).rejects.toMatchObject(restriction)
    await expect(db.sql`update terms_of_reference set due_on = '2030-01-01' where id = ${termsId}`).rejects.toMatchObject(
      restriction,
    )
    await expect(db.sql`delete from terms_of_reference where id = ${termsId}`).rejects.toMatchObject(restriction)
  })

  it('come to one outcome when a question is dropped while they are handed over', async () => {
    const policy = await person()
    for (let round = 0; round < 5; round++) {
      const termsId = await someTerms(policy, { countryCode: 'TUR', periodFrom: `2019-01-0${round + 1}` })
      const [dropped] = await Promise.allSettled([
        dropQuestion(policy, { termsId, questionKey: gender.key, reason }),
        handOver(policy, termsId),
      ])
      const { question } = await readQuestion(policy, termsId, gender.key)
      expect((await readTerms(policy, termsId)).status).toBe('handed-over')
      expect(question.state).toBe(dropped.status === 'fulfilled' ? 'dropped' : 'kept')
    }
  })

  it('cannot be handed over empty', async () => {
    const policy = await person()
    const termsId = await someTerms(policy, { countryCode: 'LBN' })
    await db.sql`update terms_question set state = 'dropped', reason = ${reason} where terms_id = ${termsId}`
    await expect(handOver(policy, termsId)).rejects.toMatchObject({ code: 'invalid-input', detail: 'no-questions' })
  })

  it('are not found by an unknown or malformed id, nor are their questions', async () => {
    const policy = await person()
    const termsId = await someTerms(policy, { countryCode: 'EGY' })
    const missing = { code: 'not-found' }
    for (const id of [nobody, 'x', '', undefined]) await expect(readTerms(policy, id)).rejects.toMatchObject(missing)
    for (const id of [nobody, 'x']) await expect(handOver(policy, id)).rejects.toMatchObject(missing)
    await expect(readTermsTree(policy, termsId, "'; drop table")).rejects.toMatchObject(missing)
    await expect(readQuestion(policy, termsId, 'no.such')).rejects.toMatchObject(missing)
    await expect(dropQuestion(policy, { termsId, questionKey: 'no.such', reason })).rejects.toMatchObject(missing)
    await expect(restoreQuestion(policy, { termsId: nobody, questionKey: gender.key })).rejects.toMatchObject(missing)
  })

  it('are listed with their counts, those that still wait first', async () => {
    const policy = await person()
    const termsId = await someTerms(policy, { countryCode: 'LBY' })
    await dropQuestion(policy, { termsId, questionKey: gender.key, reason })
    const lines = await listTerms(policy)
    const [numbers] = await db.sql`select count(*) as n from terms_of_reference`
    expect(lines).toHaveLength(numbers!.n)
    expect(lines.find((line) => line.id === termsId)).toMatchObject({
      status: 'in-preparation',
      dropped: 1,
      added: 0,
      asked: standardQuestions.length - 1,
    })
    expect((await listTerms(policy, 'handed-over')).every((line) => line.status === 'handed-over')).toBe(true)
    expect(await listTerms(policy, null, 2)).toHaveLength(2)
  })
})
