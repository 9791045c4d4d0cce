import { describe, expect, it } from 'vitest'
import { DomainError } from '#app/platform/errors.ts'
import type { FileError } from '#app/services/standard-terms/check-standard-file.ts'
import { exportStandard } from '#app/services/standard-terms/export-standard.server.ts'
import { importStandard } from '#app/services/standard-terms/import-standard.server.ts'
import { loadStandard } from '#app/services/standard-terms/load-standard.server.ts'
import { listStandards, readStandard } from '#app/services/standard-terms/read-standard.server.ts'
import { testDatabase } from '../support/database.ts'
import { addPerson, as } from '../support/people.ts'
import { standardFile, standardQuestions } from '../support/terms.ts'

const reason = 'Overgenomen uit het bestand van AenM.'
type Draft = {
  [name: string]: unknown
  version: string
  chapters: { [name: string]: unknown; sections: { [name: string]: unknown; questions: Record<string, unknown>[] }[] }[]
}
const copy = (version: string) => ({ ...structuredClone(standardFile), version }) as unknown as Draft

describe('a version as a file', () => {
  const db = testDatabase()
  const person = async () => as(db.sql, await addPerson(db.sql, 'policy'))

  /** The errors of a file, as `line code path found`; nothing of it may have been saved. */
  async function errorsOf(text: string): Promise<string[]> {
    const policy = await person()
    const before =
      await db.sql`select (select count(*) from standard_terms) as terms, (select count(*) from standard_node) as nodes`
    const error = await importStandard(policy, { text, reason }).then(
      () => null,
      (thrown: unknown) => thrown,
    )
    expect(error).toBeInstanceOf(DomainError)
    expect(error).toMatchObject({ code: 'invalid-input', detail: 'import-refused' })
    expect(
      await db.sql`select (select count(*) from standard_terms) as terms, (select count(*) from standard_node) as nodes`,
    ).toEqual(before)
    return ((error as DomainError).data!.errors as FileError[]).map((it) =>
      [it.place.line, it.code, it.path, it.found].filter((part) => part !== '').join(' '),
    )
  }

  it('comes in as a draft that goes back to the version in force, and goes out as it came in', async () => {
    const policy = await person()
    const inForce = await loadStandard(policy, standardFile)
    const { id } = await importStandard(policy, { text: JSON.stringify(copy('2.0'), null, 2), reason })
    const imported = await readStandard(policy, id)
    expect(imported.standard).toMatchObject({ status: 'draft', kind: 'general', version: '2.0', basedOn: { id: inForce } })
    expect(imported.questions).toEqual((await readStandard(policy, inForce)).questions)
    const exported = await exportStandard(policy, id)
    expect({ title: exported.title, version: exported.version, chapters: exported.chapters }).toEqual(copy('2.0'))
    const again = await importStandard(policy, {
      text: JSON.stringify({ ...exported, version: '2.1', kind: 'thematic' }),
      reason,
    })
    expect((await readStandard(policy, again.id)).standard).toMatchObject({ kind: 'thematic', basedOn: null })
    expect((await readStandard(policy, again.id)).questions).toHaveLength(standardQuestions.length)
  })

  it('reports every error with its line and its path, all at once, and saves nothing', async () => {
    const file = copy('3.0')
    const [overview, politics] = file.chapters
    const [picture] = overview!.sections
    picture!.questions[0]!.themes = ['security', 'weather']
    picture!.questions[1]!.kind = 'opinion'
    picture!.questions[1]!.wordingNl = 'verkeerde veldnaam'
    picture!.questions[2]!.key = picture!.questions[0]!.key
    delete picture!.questions[3]!.nl
    overview!.sections[1]!.key = 'overview'
    politics!.sections[0]!.number = '9.1'
    politics!.sections[1]!.number = '1.3'
    politics!.sections[1]!.questions[0]!.askedBy = ['IND', 'Niemand']
    politics!.sections[1]!.questions[1]!.key = 'Geen Sleutel'
    politics!.sections[1]!.questions[2]!.mandatory = 'ja'
    const text = JSON.stringify(file, null, 2)
    const lineOf = (excerpt: string) => text.slice(0, text.indexOf(excerpt)).split('\n').length
    const q = (chapter: number, section: number, question: number) =>
      `chapters[${chapter}].sections[${section}].questions[${question}]`
    const errors = await errorsOf(text)
    expect(errors).toContain(`${lineOf('"weather"')} unknown-theme ${q(0, 0, 0)}.themes[1] weather`)
    expect(errors).toContain(`${lineOf('"opinion"')} unknown-question-kind ${q(0, 0, 1)}.kind opinion`)
    expect(errors).toContain(`${lineOf('"wordingNl"')} unknown-field ${q(0, 0, 1)}.wordingNl wordingNl`)
    expect(errors.find((it) => it.includes(`duplicate-key ${q(0, 0, 2)}.key overview.broad-picture`))).toBeDefined()
    expect(errors.find((it) => it.includes(`missing ${q(0, 0, 3)}.nl`))).toBeDefined()
    expect(errors.find((it) => it.includes('cycle chapters[0].sections[1].key overview'))).toBeDefined()
    expect(errors).toContain(`${lineOf('"9.1"')} number-not-in-chapter chapters[1].sections[0].number 9.1`)
    expect(errors.find((it) => it.includes('duplicate-number chapters[1].sections[2].number 1.3'))).toBeDefined()
    expect(errors).toContain(`${lineOf('"Niemand"')} unknown-organisation ${q(1, 1, 0)}.askedBy[1] Niemand`)
    expect(errors).toContain(`${lineOf('"Geen Sleutel"')} key-malformed ${q(1, 1, 1)}.key Geen Sleutel`)
    expect(errors).toContain(`${lineOf('"ja"')} wrong-type ${q(1, 1, 2)}.mandatory ja`)
    expect(errors).toHaveLength(11)
    const lines = errors.map((it) => Number(it.split(' ')[0]))
    expect(lines).toEqual([...lines].sort((one, other) => one - other))
  })

  it('is refused when it is no JSON, is empty, is something else, or has the name of a version that is there', async () => {
    expect(await errorsOf('{ "version": "3.0", }')).toEqual(['1 unexpected }'])
    expect(await errorsOf(' ')).toEqual(['1 ends-early'])
    expect(await errorsOf('[]')).toEqual(['1 wrong-type []'])
    expect(await errorsOf(JSON.stringify({ ...copy('3.0'), chapters: [] }))).toEqual(['1 no-questions chapters'])
    expect(await errorsOf(JSON.stringify(copy('1.0'), null, 2))).toEqual(['6 version-exists version 1.0'])
    expect(await errorsOf(JSON.stringify({ ...copy('../3'), kind: 'secret' }))).toEqual([
      '1 version-malformed version ../3',
      '1 unknown-kind kind secret',
    ])
  })

  it('comes in once when it is sent twice at the same time', async () => {
    const policy = await person()
    const text = JSON.stringify(copy('4.0'))
    const outcomes = await Promise.allSettled([
      importStandard(policy, { text, reason }),
      importStandard(policy, { text, reason }),
    ])
    expect(outcomes.map((it) => it.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await listStandards(policy)).filter((it) => it.version === '4.0')).toHaveLength(1)
  })
})
