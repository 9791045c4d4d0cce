import { describe, expect, it } from 'vitest'
import { addStandardQuestion } from '#app/services/standard-terms/add-standard-question.server.ts'
import { arrangeQuestions } from '#app/services/standard-terms/arrange-questions.server.ts'
import { changeStandardQuestion } from '#app/services/standard-terms/change-standard-question.server.ts'
import { formerStandard } from '#app/services/standard-terms/former-standard.ts'
import { loadStandard } from '#app/services/standard-terms/load-standard.server.ts'
import { readComparison } from '#app/services/standard-terms/read-comparison.server.ts'
import { readHistory, readQuestionHistory } from '#app/services/standard-terms/read-history.server.ts'
import { readStandard } from '#app/services/standard-terms/read-standard.server.ts'
import { removeStandardQuestion } from '#app/services/standard-terms/remove-standard-question.server.ts'
import { startDraft } from '#app/services/standard-terms/start-draft.server.ts'
import { testDatabase } from '../support/database.ts'
import { addPerson, as } from '../support/people.ts'
import { standardFile, standardQuestions } from '../support/terms.ts'

const reason = 'Afgesproken in het overleg van oktober.'

describe('two versions beside each other', () => {
  const db = testDatabase()

  it('differ question by question: added, dropped, moved, reworded, changed, with the counts', async () => {
    const policy = as(db.sql, await addPerson(db.sql, 'policy'))
    const before = await loadStandard(policy, standardFile)
    const standardId = await startDraft(policy, { fromId: before, version: '1.1', reason })
    const step = { standardId, reason }
    const { key } = await addStandardQuestion(policy, {
      ...step,
      nodeKey: 'sgbv',
      wordingNl: 'Welke opvang is er?',
      kind: 'protection',
    })
    await removeStandardQuestion(policy, { ...step, questionKey: 'overview.developments', revision: 1 })
    await changeStandardQuestion(policy, {
      ...step,
      questionKey: 'overview.broad-picture',
      revision: 1,
      wordingNl: 'Hoe is de situatie in het land in hoofdlijnen?',
      themes: ['security', 'justice'],
    })
    await changeStandardQuestion(policy, {
      ...step,
      questionKey: 'sgbv.forced-child-marriage',
      revision: 1,
      nodeKey: 'groups.women',
    })
    const now = await readStandard(policy, standardId)
    const items = now.questions.filter((it) => it.nodeKey === 'documents').map((it) => it.key)
    await arrangeQuestions(policy, {
      ...step,
      arrangement: now.standard.arrangement,
      order: [{ group: 'documents', items: [items.at(-1)!, ...items.slice(0, -1)] }],
    })

    const { counts, sections } = await readComparison(policy, { before, after: standardId })
    expect(counts).toEqual({ added: 1, dropped: 1, moved: 2, reworded: 1, changed: 1, same: standardQuestions.length - 4 })
    const all = sections.flatMap((it) => it.questions.map((question) => ({ ...question, section: it.section.key })))
    expect(all.map((it) => [it.section, it.key, it.kinds, it.fields, it.from?.key ?? null])).toEqual([
      ['overview.picture', 'overview.broad-picture', ['reworded', 'changed'], ['themes'], null],
      ['overview.picture', 'overview.developments', ['dropped'], [], null],
      ['documents', items.at(-1), ['moved'], [], null],
      ['groups.women', 'sgbv.forced-child-marriage', ['moved'], [], 'sgbv'],
      ['sgbv', key, ['added'], [], null],
    ])
    const same = await readComparison(policy, { before, after: before })
    expect(same).toMatchObject({ counts: { same: standardQuestions.length, added: 0 }, sections: [] })
    await expect(readComparison(policy, { before, after: 'nonsense' })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('show for the version before the revision every wording that was opened, and every question that is new', async () => {
    const policy = as(db.sql, await addPerson(db.sql, 'policy'))
    const before = await loadStandard(policy, formerStandard(standardFile))
    const after = await loadStandard(policy, { ...standardFile, version: '1.0 later' })
    const { counts, sections } = await readComparison(policy, { before, after })
    const reworded = standardQuestions.filter((it) => it.formerWording).length
    expect(counts).toMatchObject({ reworded, added: standardQuestions.length - reworded, dropped: 0, moved: 0 })
    const numbers = sections.map((it) => it.section.number)
    expect(numbers.indexOf('3.9')).toBeLessThan(numbers.indexOf('3.10'))
  })
})

describe('the history', () => {
  const db = testDatabase()

  it('of a question goes back through the versions it comes from, newest first; that of a version is its own', async () => {
    const policy = as(db.sql, await addPerson(db.sql, 'policy'))
    const shipped = await loadStandard(policy, standardFile)
    const first = await startDraft(policy, { fromId: shipped, version: '1.1', reason })
    const questionKey = 'overview.broad-picture'
    await changeStandardQuestion(policy, { standardId: first, questionKey, revision: 1, mandatory: false, reason })
    const second = await startDraft(policy, { fromId: first, version: '1.2', reason })
    await changeStandardQuestion(policy, { standardId: second, questionKey, revision: 1, mandatory: true, reason })
    const history = await readQuestionHistory(policy, second, questionKey)
    expect(history).toMatchObject([
      {
        version: '1.2',
        kind: 'question-changed',
        by: policy.actor.name,
        organisation: 'AenM',
        reason,
        after: { mandatory: true },
      },
      { version: '1.1', kind: 'question-changed', before: { mandatory: true }, after: { mandatory: false } },
    ])
    expect(await readQuestionHistory(policy, first, questionKey)).toHaveLength(1)
    const { changes, total } = await readHistory(policy, second)
    expect(changes.map((it) => it.kind)).toEqual(['question-changed', 'started'])
    expect(total).toBe(2)
    expect((await readHistory(policy, shipped)).changes.at(-1)).toMatchObject({ kind: 'loaded', reason: null })
  })
})
