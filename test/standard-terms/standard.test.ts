import { describe, expect, it } from 'vitest'
import { ensureStandard, shippedStandard } from '#app/services/standard-terms/ensure-standard.server.ts'
import { loadStandard } from '#app/services/standard-terms/load-standard.server.ts'
import { listStandards, readStandard, readStandardInForce } from '#app/services/standard-terms/read-standard.server.ts'
import { genderBlockThemes } from '#schemas/vocabulary.ts'
import { testDatabase } from '../support/database.ts'
import { addPerson, as } from '../support/people.ts'
import { standardFile, standardQuestions, standardSections } from '../support/terms.ts'

const former = standardQuestions.filter((question) => question.formerWording)

describe('the standard that comes with the product', () => {
  const db = testDatabase()

  it('is loaded whole and put in force, also by two starts at once, and a second load changes nothing', async () => {
    const policy = as(db.sql, await addPerson(db.sql, 'policy'))
    expect(await readStandardInForce(policy)).toBeNull()
    const ids = await Promise.all([loadStandard(policy, standardFile), loadStandard(policy, standardFile)])
    expect(ids[0]).toBe(ids[1])
    expect(await loadStandard(policy, standardFile)).toBe(ids[0])
    expect(await readStandardInForce(policy)).toMatchObject({
      id: ids[0],
      version: standardFile.version,
      status: 'in-force',
      inForceFrom: '2026-11-01',
      questions: standardQuestions.length,
      mandatory: standardQuestions.filter((question) => question.mandatory).length,
    })
    expect(await readStandardInForce(policy, 'thematic')).toBeNull()
    expect(await db.sql`select 1 from standard_node`).toHaveLength(standardFile.chapters.length + standardSections.length)
    const events = await db.sql`select details from audit_event where action = 'standard.loaded'`
    expect(events).toEqual([{ details: { version: standardFile.version, questions: standardQuestions.length } }])
  })

  it('shows chapters and sections with their questions in order, and what each asks, in both languages', async () => {
    const [{ id } = { id: '' }] = await listStandards({ sql: db.sql })
    const { chapters, questions } = await readStandard({ sql: db.sql }, id)
    expect(chapters.map((it) => [it.key, it.number])).toEqual(standardFile.chapters.map((it) => [it.key, it.number]))
    expect(chapters.flatMap((it) => it.sections.map((section) => section.number))).toEqual(
      standardSections.map((it) => it.number),
    )
    expect(questions.map((it) => [it.key, it.wordingNl, it.wordingEn, it.kind, it.revision])).toEqual(
      standardQuestions.map((it) => [it.key, it.nl, it.en, it.kind, 1]),
    )
    for (const unknown of ['00000000-0000-4000-8000-000000000000', 'nonsense', undefined])
      await expect(readStandard({ sql: db.sql }, unknown)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('has the version before the revision beside it: the former wordings, withdrawn in favour of the revised one', async () => {
    await ensureStandard({ sql: db.sql, actor: null, clock: () => new Date('2026-11-02T12:00:00Z'), origin: 'test' })
    const [inForce, withdrawn] = await listStandards({ sql: db.sql })
    expect(withdrawn).toMatchObject({
      version: '0.9',
      status: 'withdrawn',
      withdrawnOn: '2026-11-02',
      successor: { id: inForce!.id, version: '1.0' },
      questions: former.length,
    })
    const { questions, nodes } = await readStandard({ sql: db.sql }, withdrawn!.id)
    expect(questions.map((it) => [it.key, it.wordingNl])).toEqual(former.map((it) => [it.key, it.formerWording!.nl]))
    expect(nodes.filter((it) => it.key === 'sgbv')).toMatchObject([{ number: '3.9' }])
    await ensureStandard({ sql: db.sql, actor: null, clock: () => new Date(), origin: 'test' })
    expect(await listStandards({ sql: db.sql })).toHaveLength(2)
  })

  it('leaves an installation with a standard of its own alone', async () => {
    const policy = as(db.sql, await addPerson(db.sql, 'policy'))
    const id = await loadStandard(policy, { ...standardFile, version: '2.0' })
    await ensureStandard(policy)
    expect(await readStandardInForce(policy)).toMatchObject({ id, version: '2.0' })
    expect(await db.sql`select 1 from standard_question where standard_id = ${id}`).toHaveLength(standardQuestions.length)
  })

  it('is sound: unique keys and numbers, and a gender block that asks law, policy, practice and protection', () => {
    const shipped = shippedStandard()
    const keys = [...shipped.chapters, ...standardSections].map((node) => node.key)
    const numbers = [...shipped.chapters, ...standardSections].map((node) => node.number)
    for (const list of [keys, numbers, standardQuestions.map((it) => it.key)]) expect(new Set(list).size).toBe(list.length)
    const gender = standardQuestions.filter((it) => it.themes.some((theme) => genderBlockThemes.includes(theme)))
    for (const kind of ['law', 'policy', 'practice', 'protection']) expect(gender.map((it) => it.kind)).toContain(kind)
    expect(gender.every((it) => it.mandatory)).toBe(true)
  })
})

describe('an installation that starts for the first time', () => {
  const db = testDatabase()

  it('gets both versions, the later one in force as the successor of the former, also from two starts at once', async () => {
    const cli = { sql: db.sql, actor: null, clock: () => new Date('2026-11-02T12:00:00Z'), origin: 'cli' }
    await Promise.all([ensureStandard(cli), ensureStandard(cli)])
    expect(await listStandards(cli)).toMatchObject([
      { version: '1.0', status: 'in-force', inForceFrom: '2026-11-02', questions: standardQuestions.length },
      {
        version: '0.9',
        status: 'withdrawn',
        inForceFrom: '2026-11-02',
        withdrawnOn: '2026-11-02',
        successor: { version: '1.0' },
      },
    ])
  })
})
