import { describe, expect, it } from 'vitest'
import { ensureStandard, shippedStandard } from '#app/services/terms-of-reference/ensure-standard.server.ts'
import { loadStandard } from '#app/services/terms-of-reference/load-standard.server.ts'
import { readStandardChapter, readStandardInForce } from '#app/services/terms-of-reference/read-standard.server.ts'
import { genderBlockThemes } from '#schemas/vocabulary.ts'
import { testDatabase } from '../support/database.ts'
import { addPerson, as } from '../support/people.ts'
import { standardFile, standardQuestions, standardSections } from '../support/terms.ts'

describe('the standard terms of reference', () => {
  const db = testDatabase()

  it('is loaded whole and put in force, also by two starts at once, and a second load changes nothing', async () => {
    const policy = as(db.sql, await addPerson(db.sql, 'policy'))
    const before = await readStandardInForce(policy)
    expect(before).toBeNull()
    const ids = await Promise.all([loadStandard(policy, standardFile), loadStandard(policy, standardFile)])
    expect(ids[0]).toBe(ids[1])
    expect(await loadStandard(policy, standardFile)).toBe(ids[0])
    await ensureStandard(policy)
    expect(await readStandardInForce(policy)).toMatchObject({
      id: ids[0],
      version: standardFile.version,
      status: 'in-force',
      inForceFrom: '2026-11-01',
      questions: standardQuestions.length,
      mandatory: standardQuestions.filter((question) => question.mandatory).length,
    })
    expect(await db.sql`select 1 from standard_node`).toHaveLength(standardFile.chapters.length + standardSections.length)
    const events = await db.sql`select details from audit_event where action = 'standard.loaded'`
    expect(events).toEqual([{ details: { version: standardFile.version, questions: standardQuestions.length } }])
  })

  it('shows a chapter with its questions in order, and what each asks, in both languages', async () => {
    for (const chapter of standardFile.chapters) {
      const shown = await readStandardChapter({ sql: db.sql }, chapter.key)
      expect(shown.chapters.map((it) => it.key)).toEqual(standardFile.chapters.map((it) => it.key))
      expect(shown.chapter.sections.map((it) => it.number)).toEqual(chapter.sections.map((it) => it.number))
      const questions = chapter.sections.flatMap((section) => section.questions)
      expect(shown.questions.map((it) => [it.key, it.wordingNl, it.wordingEn, it.kind])).toEqual(
        questions.map((it) => [it.key, it.nl, it.en, it.kind]),
      )
      expect(shown.chapter.asked).toBe(questions.length)
    }
    const first = await readStandardChapter({ sql: db.sql }, null)
    expect(first.chapter.key).toBe(standardFile.chapters[0]!.key)
    await expect(readStandardChapter({ sql: db.sql }, 'no-such-chapter')).rejects.toMatchObject({ code: 'not-found' })
  })

  it('refuses any change to a version in force: its questions, its chapters, its title, moving a question elsewhere', async () => {
    const [draft] = await db.sql`
      insert into standard_terms (kind, version, title_nl, title_en, status, created_at)
      values ('general', 'concept', 'x', 'x', 'draft', now()) returning id`
    const refused = { code: '23001' }
    await expect(db.sql`update standard_question set wording_nl = 'anders'`).rejects.toMatchObject(refused)
    await expect(db.sql`delete from standard_question`).rejects.toMatchObject(refused)
    await expect(db.sql`update standard_question set standard_id = ${draft!.id}`).rejects.toMatchObject(refused)
    await expect(db.sql`update standard_node set title_nl = 'anders'`).rejects.toMatchObject(refused)
    await expect(db.sql`update standard_terms set title_nl = 'anders' where status = 'in-force'`).rejects.toMatchObject(refused)
    await expect(db.sql`update standard_terms set status = 'draft' where status = 'in-force'`).rejects.toMatchObject(refused)
    await expect(db.sql`delete from standard_terms where status = 'in-force'`).rejects.toMatchObject(refused)
  })

  it('allows one version in force per kind: a newer one replaces the older, which stays readable as withdrawn', async () => {
    const policy = as(db.sql, await addPerson(db.sql, 'policy'))
    await expect(
      db.sql`insert into standard_terms (kind, version, title_nl, title_en, status, in_force_from, created_at)
        values ('general', 'tweede', 'x', 'x', 'in-force', '2026-01-01', now())`,
    ).rejects.toMatchObject({ code: '23505' })
    const old = await readStandardInForce(policy)
    const id = await loadStandard(policy, { ...standardFile, version: '2.0' })
    expect(await readStandardInForce(policy)).toMatchObject({ id, version: '2.0' })
    const [replaced] = await db.sql`select status, successor_id from standard_terms where id = ${old!.id}`
    expect(replaced).toEqual({ status: 'withdrawn', successor_id: id })
    expect(await db.sql`select 1 from standard_question where standard_id = ${old!.id}`).toHaveLength(standardQuestions.length)
    await ensureStandard(policy)
    expect(await readStandardInForce(policy), 'an installation keeps its own version').toMatchObject({ version: '2.0' })
  })

  it('as shipped is sound: unique keys and numbers, and a gender block that asks law, policy, practice and protection', () => {
    const shipped = shippedStandard()
    const keys = [...shipped.chapters, ...standardSections].map((node) => node.key)
    const numbers = [...shipped.chapters, ...standardSections].map((node) => node.number)
    for (const list of [keys, numbers, standardQuestions.map((it) => it.key)]) expect(new Set(list).size).toBe(list.length)
    const gender = standardQuestions.filter((it) => it.themes.some((theme) => genderBlockThemes.includes(theme)))
    for (const kind of ['law', 'policy', 'practice', 'protection']) expect(gender.map((it) => it.kind)).toContain(kind)
    expect(gender.every((it) => it.mandatory)).toBe(true)
  })
})
