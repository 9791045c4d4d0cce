import { describe, expect, it } from 'vitest'
import { addStandardQuestion } from '#app/services/standard-terms/add-standard-question.server.ts'
import { changeStandardQuestion } from '#app/services/standard-terms/change-standard-question.server.ts'
import { loadStandard } from '#app/services/standard-terms/load-standard.server.ts'
import { consulted } from '../support/consulted.ts'
import { readStandard } from '#app/services/standard-terms/read-standard.server.ts'
import { removeStandardQuestion } from '#app/services/standard-terms/remove-standard-question.server.ts'
import { startDraft } from '#app/services/standard-terms/start-draft.server.ts'
import { testDatabase } from '../support/database.ts'
import { addPerson, as } from '../support/people.ts'
import { standardFile, standardQuestions } from '../support/terms.ts'

const reason = 'Ingebracht door de IND en besproken.'
const key = 'sgbv.forced-child-marriage'
const shipped = standardQuestions.find((it) => it.key === key)!
const question = { nodeKey: 'sgbv', wordingNl: 'Welke opvang is er voor slachtoffers?', kind: 'protection', reason } as const

describe('the questions of a draft', () => {
  const db = testDatabase()
  let count = 0
  const draft = async () => {
    const policy = as(db.sql, await addPerson(db.sql, 'policy'))
    const fromId = await loadStandard(policy, standardFile)
    const standardId = await startDraft(policy, { fromId, version: `test ${++count}`, reason })
    const one = async (questionKey: string) =>
      (await readStandard(policy, standardId)).questions.find((it) => it.key === questionKey)
    return { policy, standardId, one }
  }

  it('change field by field, each change in the history with who, why, before and after', async () => {
    const { policy, standardId, one } = await draft()
    const input = { standardId, questionKey: key, reason }
    expect(
      await changeStandardQuestion(policy, { ...input, revision: 1, themes: ['women', 'minors'], mandatory: false }),
    ).toEqual({
      revision: 2,
    })
    expect(await changeStandardQuestion(policy, { ...input, revision: 2, mandatory: false }), 'nothing differs').toEqual({
      revision: 2,
    })
    expect(await one(key)).toMatchObject({ themes: ['women', 'minors'], mandatory: false, revision: 2, wordingNl: shipped.nl })
    const history = await db.sql`
      select kind, actor_id, reason, before, after from standard_change where standard_id = ${standardId} and question_key = ${key}`
    expect(history).toEqual([
      {
        kind: 'question-changed',
        actor_id: policy.actor.id,
        reason,
        before: { themes: shipped.themes, mandatory: true },
        after: { themes: ['women', 'minors'], mandatory: false },
      },
    ])
  })

  it('keep the wording of the version before beside a new one, until they read as before again', async () => {
    const { policy, standardId, one } = await draft()
    const input = { standardId, questionKey: key, reason }
    await changeStandardQuestion(policy, { ...input, revision: 1, wordingNl: 'Hoe staat het met gedwongen huwelijken?' })
    expect(await one(key)).toMatchObject({ formerWordingNl: shipped.nl })
    await changeStandardQuestion(policy, { ...input, revision: 2, wordingNl: shipped.nl })
    expect(await one(key)).toMatchObject({ formerWordingNl: shipped.formerWording?.nl ?? null })
    await changeStandardQuestion(policy, {
      ...input,
      revision: 3,
      wordingNl: 'Een andere vraag dan eerst?',
      formerWordingNl: 'Van vroeger.',
    })
    expect(await one(key)).toMatchObject({ formerWordingNl: 'Van vroeger.' })
  })

  it('let the first of two people change a question, and tell the second what it says now', async () => {
    const { policy, standardId, one } = await draft()
    const other = as(db.sql, { ...(await addPerson(db.sql, 'coordinator')) })
    const input = { standardId, questionKey: key, revision: 1, reason }
    const outcomes = await Promise.allSettled([
      changeStandardQuestion(policy, { ...input, wordingNl: 'De wording van de eerste.' }),
      changeStandardQuestion(other, { ...input, wordingNl: 'De wording van de tweede.' }),
    ])
    const won = (await one(key))!
    expect(outcomes.map((it) => it.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find((it) => it.status === 'rejected')).toMatchObject({
      reason: { code: 'conflict', detail: 'question-changed', data: { current: { wordingNl: won.wordingNl, revision: 2 } } },
    })
    await removeStandardQuestion(policy, { standardId, questionKey: key, revision: 2, reason })
    await expect(
      changeStandardQuestion(policy, { ...input, revision: 2, wordingNl: 'Te laat voor deze vraag.' }),
    ).rejects.toMatchObject({
      detail: 'question-removed',
    })
    const [removed] = await db.sql`
      select before from standard_change where standard_id = ${standardId} and kind = 'question-removed'`
    expect(removed!.before).toMatchObject({ wordingNl: won.wordingNl, nodeKey: shipped.key.split('.')[0] })
  })

  it('are added to a section, after the others, under a key that was never used for another', async () => {
    const { policy, standardId } = await draft()
    const first = await addStandardQuestion(policy, { standardId, ...question })
    expect(first).toEqual({ key: 'sgbv.new-1', revision: 1 })
    const inSection = async () => (await readStandard(policy, standardId)).questions.filter((it) => it.nodeKey === 'sgbv')
    expect((await inSection()).at(-1)).toMatchObject({ key: 'sgbv.new-1', wordingEn: '', mandatory: false })
    await removeStandardQuestion(policy, { standardId, questionKey: first.key, revision: 1, reason })
    expect((await addStandardQuestion(policy, { standardId, ...question })).key).toBe('sgbv.new-2')
    for (const taken of [key, 'sgbv', 'human-rights'])
      await expect(addStandardQuestion(policy, { standardId, ...question, key: taken })).rejects.toMatchObject({
        code: 'invalid-input',
        detail: 'duplicate-key',
      })
    await expect(addStandardQuestion(policy, { standardId, ...question, nodeKey: 'human-rights' })).rejects.toMatchObject({
      detail: 'not-a-section',
    })
    await expect(addStandardQuestion(policy, { standardId, ...question, askedBy: ['Niemand'] })).rejects.toMatchObject({
      detail: 'unknown-organisation',
    })
    await expect(addStandardQuestion(policy, { standardId, ...question, themes: ['weather' as never] })).rejects.toThrow()
    await expect(addStandardQuestion(policy, { standardId, ...question, key: 'Geen Sleutel' })).rejects.toThrow(/key-malformed/)
  })

  it('move to another section, after the others there', async () => {
    const { policy, standardId } = await draft()
    await changeStandardQuestion(policy, { standardId, questionKey: key, revision: 1, nodeKey: 'documents', reason })
    const { questions } = await readStandard(policy, standardId)
    expect(questions.filter((it) => it.nodeKey === 'documents').at(-1)).toMatchObject({ key })
    const sections = [...new Set(questions.map((it) => it.nodeKey))]
    expect(sections, 'the list of all questions keeps the order of the sections').toEqual(
      standardFile.chapters.flatMap((chapter) => chapter.sections.map((section) => section.key)),
    )
    await expect(
      changeStandardQuestion(policy, { standardId, questionKey: key, revision: 2, nodeKey: 'nowhere', reason }),
    ).rejects.toMatchObject({ code: 'not-found' })
    await expect(
      changeStandardQuestion(policy, { standardId, questionKey: key, revision: 2, nodeKey: 'return', reason }),
    ).rejects.toMatchObject({ detail: 'not-a-section' })
  })

  it('stand once the version is no draft any more: nothing is saved by halves', async () => {
    const { policy, standardId, one } = await draft()
    await consulted(policy, { standardId, reason })
    for (const attempt of [
      () => changeStandardQuestion(policy, { standardId, questionKey: key, revision: 1, mandatory: false, reason }),
      () => addStandardQuestion(policy, { standardId, ...question }),
      () => removeStandardQuestion(policy, { standardId, questionKey: key, revision: 1, reason }),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: 'wrong-state', detail: 'consulted' })
    expect(await one(key)).toMatchObject({ revision: 1, mandatory: true })
    expect(
      await db.sql`select 1 from standard_change where standard_id = ${standardId} and question_key is not null`,
    ).toHaveLength(0)
  })
})
