import { beforeAll, describe, expect, it } from 'vitest'
import { blockText, citationsOf } from '#editor/document/read.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { importReport } from '#app/services/imports/import-report.server.ts'
import { previewImport } from '#app/services/imports/preview-import.server.ts'
import { readTargets } from '#app/services/imports/read-targets.server.ts'
import { readText } from '#app/services/sections/read-text.server.ts'
import { saveDocument } from '#app/services/sections/save-document.server.ts'
import { createSource } from '#app/services/sources/create-source.server.ts'
import { createSourceItem } from '#app/services/sources/create-source-item.server.ts'
import { textOf } from '../sections/section.ts'
import { testDatabase } from '../support/database.ts'
import { addPerson, as } from '../support/people.ts'
import { someReport } from '../support/terms.ts'
import { aReport } from './files.ts'

describe('importing a report', () => {
  const db = testDatabase()
  let author: UseCase
  let reviewer: UseCase
  let reportId: string
  let itemId: string
  beforeAll(async () => {
    author = as(db.sql, await addPerson(db.sql, 'author'))
    reviewer = as(db.sql, await addPerson(db.sql, 'reviewer'))
    reportId = await someReport(as(db.sql, await addPerson(db.sql, 'policy')), author)
    const sourceId = await createSource(author, { name: 'Proefbureau', kind: 'ngo' })
    itemId = await createSourceItem(author, { sourceId, title: 'Bekend', url: 'https://example.org/bekend' })
  })
  const steps = async () => Number((await db.sql`select count(*) from section_step`)[0]!.count)
  const text = async (id: string) => (await readText(author, id, (await at(id)).version)).document
  const at = async (id: string) => (await readTargets(db.sql, reportId)).find((target) => target.id === id)!

  /** A file with two of the report's own titles, looked at, with all that has no place left out. */
  async function looked(from: number) {
    const targets = (await readTargets(db.sql, reportId)).slice(from, from + 2)
    const file = await aReport(targets.map(({ number, title }) => `${number} ${title}`))
    const preview = await previewImport(author, reportId, file)
    const choices = {
      html: preview.html,
      places: preview.parts.map(({ place }) => place || 'out'),
      versions: Object.fromEntries(preview.sections.map(({ id, version }) => [id, version])),
      append: false,
    }
    return { targets, preview, choices }
  }

  it('puts every part in the section it names, as one step of the importer; known addresses become citations', async () => {
    const { targets, preview, choices } = await looked(0)
    const [one, two] = targets
    expect(preview.parts.map(({ place }) => place)).toEqual(['', 'out', one!.id, two!.id, 'with'])
    const before = await steps()
    expect(await importReport(author, reportId, choices)).toEqual({ sectionIds: [one!.id, two!.id] })
    expect(await steps()).toBe(before + 2)
    const [first, second] = [await text(one!.id), await text(two!.id)]
    expect(first.content.map(blockText)).toEqual([
      'De tekst van deel 1 met nadruk. [Human Rights Watch, World Report 2024, p. 12.]',
    ])
    expect(second.content.map((block) => block.type)).toEqual(['paragraph', 'heading', 'paragraph', 'table'])
    expect(citationsOf(second).map((citation) => citation.sourceItemId)).toEqual([itemId])
    const [step] = await db.sql`select author_id as by from section_step where section_id = ${one!.id}`
    expect(step!.by).toBe(author.actor.id)
    const [event] = await db.sql`select details from audit_event where action = 'report.imported'`
    expect(event!.details).toEqual({ sections: 2, notes: 2 })
  })

  it('sent again writes nothing a second time', async () => {
    const { targets, choices } = await looked(2)
    expect(await importReport(author, reportId, choices)).toHaveProperty('sectionIds')
    const before = await steps()
    const again = await importReport(author, reportId, { ...choices, append: true })
    expect(again).toEqual({ problems: targets.map(({ id }) => ({ kind: 'changed', sectionId: id })) })
    expect(await steps()).toBe(before)
  })

  it('writes in none when one of them has text, unless that is to be kept before it', async () => {
    const targets = (await readTargets(db.sql, reportId)).slice(4, 6)
    await saveDocument(author, { sectionId: targets[1]!.id, baseVersion: 0, document: textOf('Wat er al stond.') })
    const { choices } = await looked(4)
    const before = await steps()
    expect(await importReport(author, reportId, choices)).toEqual({ problems: [{ kind: 'has-text', sectionId: targets[1]!.id }] })
    expect(await steps()).toBe(before)
    expect(await importReport(author, reportId, { ...choices, append: true })).toHaveProperty('sectionIds')
    expect((await text(targets[1]!.id)).content.map(blockText).slice(0, 2)).toEqual([
      'Wat er al stond.',
      'De tekst van deel 2 met nadruk. [Human Rights Watch, World Report 2024, p. 12.]',
    ])
  })

  it('writes in no section that is closed, and for nobody who may not write', async () => {
    const { targets, choices } = await looked(6)
    await db.sql`update section set status = 'in-review' where id = ${targets[0]!.id}`
    const before = await steps()
    expect(await importReport(author, reportId, choices)).toEqual({ problems: [{ kind: 'closed', sectionId: targets[0]!.id }] })
    const refused = await importReport(reviewer, reportId, choices)
    expect(refused).toHaveProperty(
      'problems',
      targets.map(({ id }) => ({ kind: 'closed', sectionId: id })),
    )
    expect(await steps()).toBe(before)
  })

  it('asks for a place of every part, and takes no other file than was looked at', async () => {
    const { choices } = await looked(0)
    const problem = async (changed: object) => {
      const outcome = await importReport(author, reportId, { ...choices, ...changed })
      return 'problems' in outcome && outcome.problems[0]!.kind
    }
    expect(await problem({ places: choices.places.map(() => '') })).toBe('choose')
    expect(await problem({ places: choices.places.map(() => 'out') })).toBe('nothing')
    expect(await problem({ places: choices.places.slice(1) })).toBe('other-file')
  })

  it('makes of a page that somebody tampered with nothing but structure', async () => {
    const [target] = (await readTargets(db.sql, reportId)).filter(({ empty, status }) => empty && status === 'draft')
    const html =
      '<h2>A</h2><p>x<ins data-id="0b5ad9f3-6f6c-4a36-9d0a-2f5cf5ef3a01">y</ins><span data-citation="0b5ad9f3-6f6c-4a36-9d0a-2f5cf5ef3a01"></span></p><div data-incident="x"></div><script>z</script>'
    const outcome = await importReport(author, reportId, {
      html,
      places: [target!.id],
      versions: { [target!.id]: target!.version },
      append: false,
    })
    expect(outcome).toHaveProperty('sectionIds')
    const stored = JSON.stringify(await text(target!.id))
    expect(stored).not.toMatch(/insertion|citation|incident|script/)
    expect((await text(target!.id)).content.map(blockText).join(' ')).toContain('xy')
  })
})
