import { describe, expect, it } from 'vitest'
import { addSubsection } from '#app/services/reports/add-subsection.server.ts'
import { bindQuestions } from '#app/services/reports/bind-questions.server.ts'
import { readArrangement } from '#app/services/reports/read-arrangement.server.ts'
import { renameSection } from '#app/services/reports/rename-section.server.ts'
import { saveDocument } from '#app/services/sections/save-document.server.ts'
import { acceptTerms } from '#app/services/terms-of-reference/accept-terms.server.ts'
import { addQuestion } from '#app/services/terms-of-reference/add-question.server.ts'
import { handOver } from '#app/services/terms-of-reference/hand-over.server.ts'
import { textOf } from '../sections/section.ts'
import { testDatabase } from '../support/database.ts'
import { addPerson, as } from '../support/people.ts'
import { someReport, someTerms } from '../support/terms.ts'

const nobody = '00000000-0000-4000-8000-000000000000'

describe('arranging a report', () => {
  const db = testDatabase()
  let reportId: string
  /** A section that nobody arranged yet, by its number. */
  const setUp = async (number: string) => {
    const author = as(db.sql, await addPerson(db.sql, 'author'))
    reportId ??= await someReport(as(db.sql, await addPerson(db.sql, 'policy')), author)
    const [row] = await db.sql<{ id: string }[]>`select id from section where report_id = ${reportId} and number = ${number}`
    const sectionId = row!.id
    const read = () => readArrangement(author, sectionId)
    const own = async () => (await read()).questions.filter((it) => it.own).map((it) => it.key)
    return { author, sectionId, read, own, keys: await own() }
  }

  it('numbers parts in a row without a gap or a double, also when several people split at once', async () => {
    const { author, sectionId, keys } = await setUp('1.2')
    const titles = ['noord', 'oost', 'zuid', 'west', 'midden', 'kust']
    await Promise.all(titles.map((title) => addSubsection(author, { parentId: sectionId, title, questionKeys: [keys[0]!] })))
    const rows = await db.sql`select number, position, title from section where parent_id = ${sectionId} order by position`
    expect(rows.map((row) => row.number)).toEqual(titles.map((_, index) => `1.2.${index + 1}`))
    expect(rows.map((row) => row.title as string).sort()).toEqual([...titles].sort())
  })

  it('leaves the questions of a section without text to its parts, and makes it a heading when none is left', async () => {
    const { author, sectionId, read, own, keys } = await setUp('1.3')
    expect(keys.length).toBeGreaterThan(1)
    await addSubsection(author, { parentId: sectionId, title: 'Eerste deel', questionKeys: [keys[0]!] })
    expect(await own()).toEqual(keys.slice(1))
    expect((await read()).section.hasText).toBe(true)
    await addSubsection(author, { parentId: sectionId, title: 'De rest', questionKeys: keys.slice(1) })
    const { section, questions } = await read()
    expect(section).toMatchObject({ hasText: false, depth: 2 })
    expect(questions.find((it) => it.key === keys[0])).toMatchObject({ own: false, below: ['1.3.1'] })
    // A heading can be split further and given another name.
    await addSubsection(author, { parentId: sectionId, title: 'Nog een deel', questionKeys: [keys[0]!] })
    await renameSection(author, { sectionId, title: 'Veiligheid per regio' })
    const after = await read()
    expect(after.section.title).toBe('Veiligheid per regio')
    expect(after.questions.find((it) => it.key === keys[0])?.below).toEqual(['1.3.1', '1.3.3'])
  })

  it('keeps the questions of a section that has text, whatever its parts answer', async () => {
    const { author, sectionId, own, read, keys } = await setUp('2.1')
    await saveDocument(author, { sectionId, baseVersion: 0, document: textOf('Hier staat al iets.') })
    await addSubsection(author, { parentId: sectionId, title: 'Een deel', questionKeys: keys })
    expect(await own()).toEqual(keys)
    expect((await read()).section.hasText).toBe(true)
  })

  it('refuses questions of another report, and then adds nothing', async () => {
    const { author, sectionId, keys } = await setUp('2.2')
    const policy = as(db.sql, await addPerson(db.sql, 'policy'))
    const termsId = await someTerms(policy, { countryCode: 'YEM' })
    const foreign = await addQuestion(policy, {
      termsId,
      nodeKey: (await db.sql`select key from terms_node where terms_id = ${termsId} and parent_id is not null limit 1`)[0]!
        .key as string,
      wordingNl: 'Wat is de toestand in de havens?',
      kind: 'trend',
      reason: 'Speelt alleen in dit land.',
    })
    await handOver(policy, termsId)
    await acceptTerms(author, termsId)
    const unknown = { code: 'invalid-input', detail: 'unknown-question' }
    const both = [keys[0]!, foreign]
    await expect(addSubsection(author, { parentId: sectionId, title: 'Havens', questionKeys: both })).rejects.toMatchObject(
      unknown,
    )
    await expect(bindQuestions(author, { sectionId, questionKeys: [foreign] })).rejects.toMatchObject(unknown)
    expect(await db.sql`select from section where parent_id = ${sectionId}`).toHaveLength(0)
    expect((await readArrangement(author, sectionId)).questions.map((it) => it.key)).not.toContain(foreign)
  })

  it('refuses a part without a question or a title, of a chapter, of a part, and of nothing', async () => {
    const { author, sectionId, keys } = await setUp('3.1')
    const questionKeys = [keys[0]!]
    await expect(addSubsection(author, { parentId: sectionId, title: 'Deel', questionKeys: [] })).rejects.toThrow()
    await expect(addSubsection(author, { parentId: sectionId, title: '  ', questionKeys })).rejects.toThrow()
    await expect(addSubsection(author, { parentId: nobody, title: 'Deel', questionKeys })).rejects.toMatchObject({
      code: 'not-found',
    })
    const chapter = (await setUp('3')).sectionId
    const part = await addSubsection(author, { parentId: sectionId, title: 'Deel', questionKeys })
    for (const parentId of [chapter, part]) {
      await expect(addSubsection(author, { parentId, title: 'Te diep', questionKeys })).rejects.toMatchObject({
        detail: 'not-to-split',
      })
    }
  })

  it('does not rename what is approved, nor to nothing, and tells the audit of what it did rename', async () => {
    const { author, sectionId, read } = await setUp('3.2')
    const before = (await read()).section.title
    await renameSection(author, { sectionId, title: '  Vrouwen in het land ' })
    await expect(renameSection(author, { sectionId, title: ' ' })).rejects.toThrow()
    await expect(renameSection(author, { sectionId, title: 'x'.repeat(201) })).rejects.toThrow()
    await db.sql`update section set status = 'approved' where id = ${sectionId}`
    await expect(renameSection(author, { sectionId, title: 'Anders' })).rejects.toMatchObject({ code: 'wrong-state' })
    expect((await read()).section.title).toBe('Vrouwen in het land')
    await expect(renameSection(author, { sectionId: nobody, title: 'Anders' })).rejects.toMatchObject({ code: 'not-found' })
    const events = await db.sql`select details from audit_event where action = 'section.renamed' and object_id = ${sectionId}`
    expect(events.map((it) => it.details)).toEqual([{ from: before, to: 'Vrouwen in het land' }])
  })

  it('binds a question to a second section, once, and says where each is answered', async () => {
    const { author, sectionId, keys, own } = await setUp('5.1')
    const [other] = (await setUp('5.2')).keys
    await bindQuestions(author, { sectionId, questionKeys: [other!, other!] })
    await bindQuestions(author, { sectionId, questionKeys: [other!] })
    expect((await own()).sort()).toEqual([...keys, other].sort())
    const { questions } = await readArrangement(author, (await setUp('5.2')).sectionId)
    expect(questions.find((it) => it.key === other)).toMatchObject({ own: true, elsewhere: ['5.1'] })
  })

  it('knows no section by a malformed id', async () => {
    const { author } = await setUp('5.1')
    for (const id of [undefined, 'x', nobody])
      await expect(readArrangement(author, id)).rejects.toMatchObject({ code: 'not-found' })
  })
})
