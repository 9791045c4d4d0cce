import type { JSONValue } from 'postgres'
import { describe, expect, it } from 'vitest'
import { readReport } from '#app/services/reports/read-report.server.ts'
import { addSubsection } from '#app/services/reports/add-subsection.server.ts'
import { assignAuthor, assignAuthors } from '#app/services/reports/assign-author.server.ts'
import { setAsOfDate, setAsOfDates } from '#app/services/reports/set-as-of-date.server.ts'
import { readSectionStates } from '#app/services/reports/section-state.server.ts'
import { stageOf } from '#app/services/reports/report-stage.ts'
import { testDatabase } from '../support/database.ts'
import { addPerson, as } from '../support/people.ts'
import { someReport } from '../support/terms.ts'

const nobody = '00000000-0000-4000-8000-000000000000'

describe('sections of a report', () => {
  const db = testDatabase()
  let known: string | undefined
  const setUp = async () => {
    const author = as(db.sql, await addPerson(db.sql, 'author'))
    const reviewer = as(db.sql, await addPerson(db.sql, 'reviewer'))
    known ??= await someReport(as(db.sql, await addPerson(db.sql, 'policy')), author)
    const { tree } = await readReport(author, known)
    return { author, reviewer, reportId: known, tree, texts: tree.filter((it) => it.hasText) }
  }

  it('are given to an author, several at once, and an unchanged one is not recorded again', async () => {
    const { author, texts, reportId } = await setUp()
    const ids = texts.slice(0, 3).map((it) => it.id)
    expect(await assignAuthors(author, { sectionIds: [...ids, ids[0]!], authorId: author.actor.id })).toBe(3)
    expect(await assignAuthors(author, { sectionIds: ids, authorId: author.actor.id })).toBe(0)
    expect((await readReport(author, reportId)).tree.filter((it) => it.author === 'Auteur Demo').map((it) => it.id)).toEqual(ids)
    await assignAuthor(author, ids[2]!, null)
    const events =
      await db.sql`select object_id, details from audit_event where action = 'section.assigned' and object_id = ${ids[2]!} order by id`
    expect(events.map((it) => it.details)).toEqual([{ authorId: author.actor.id }, { authorId: null }])
  })

  it('are not given to who is no author, nor half of a choice when one section is closed or unknown, nor a chapter', async () => {
    const { author, reviewer, texts, tree, reportId } = await setUp()
    const [open, closed] = texts.slice(5, 7).map((it) => it.id)
    for (const authorId of [reviewer.actor.id, nobody, 'x']) {
      await expect(assignAuthor(author, open!, authorId)).rejects.toMatchObject({
        code: 'invalid-input',
        detail: 'not-an-author',
      })
    }
    await db.sql`update section set status = 'in-review' where id = ${closed!}`
    const both = { sectionIds: [open!, closed!], authorId: author.actor.id }
    await expect(assignAuthors(author, both)).rejects.toMatchObject({ code: 'wrong-state' })
    await expect(assignAuthors(author, { ...both, sectionIds: [open!, nobody] })).rejects.toMatchObject({ code: 'not-found' })
    await expect(assignAuthor(author, 'x', author.actor.id)).rejects.toMatchObject({ code: 'not-found' })
    const chapter = tree.find((it) => !it.hasText)!
    await expect(assignAuthor(author, chapter.id, author.actor.id)).rejects.toMatchObject({ code: 'not-found' })
    expect((await readReport(author, reportId)).tree.find((it) => it.id === open)?.authorId).toBeNull()
  })

  it('get an as-of date that exists and is not yet to come', async () => {
    const { author, texts, reportId } = await setUp()
    const id = texts[0]!.id
    for (const bad of ['2026-02-30', '', '1 mei 2026']) {
      await expect(setAsOfDate(author, id, bad)).rejects.toMatchObject({ code: 'invalid-input', detail: 'no-such-day' })
    }
    await expect(setAsOfDate(author, id, '2026-11-02')).rejects.toMatchObject({ code: 'invalid-input', detail: 'day-to-come' })
    expect(await setAsOfDates(author, { sectionIds: texts.slice(0, 2).map((it) => it.id), asOfDate: '2026-11-01' })).toBe(2)
    expect(await setAsOfDate(author, id, '2026-11-01')).toBe(0)
    await db.sql`update section set status = 'approved' where id = ${texts[1]!.id}`
    await expect(setAsOfDate(author, texts[1]!.id, '2026-10-01')).rejects.toMatchObject({ code: 'wrong-state' })
    expect((await readReport(author, reportId)).tree.filter((it) => it.asOfDate).map((it) => it.asOfDate)).toEqual([
      '2026-11-01',
      '2026-11-01',
    ])
  })

  it('survive two people who choose the same ones in another order: no deadlock, one outcome each', async () => {
    const { author, texts, reportId } = await setUp()
    const second = await addPerson(db.sql, 'auteur2@demo.example')
    const ids = texts.slice(10, 20).map((it) => it.id)
    for (let round = 0; round < 5; round++) {
      await Promise.all([
        assignAuthors(author, { sectionIds: ids, authorId: author.actor.id }),
        assignAuthors(author, { sectionIds: [...ids].reverse(), authorId: second.id }),
      ])
    }
    const authors = (await readReport(author, reportId)).tree.filter((it) => ids.includes(it.id)).map((it) => it.authorId)
    expect(new Set(authors).size).toBe(1)
  })

  it('count words per paragraph, also in lists and across bold letters, and sources once', async () => {
    const { author, texts, reportId } = await setUp()
    const text = (words: string) => ({ type: 'text', text: words })
    const paragraph = (...content: JSONValue[]) => ({ type: 'paragraph', content })
    const document = {
      type: 'doc',
      content: [
        { type: 'heading', content: [text('De wet')] },
        paragraph(text('De be'), { type: 'text', text: 'lang', marks: [{ type: 'bold' }] }, text('rijkste wet.'), {
          type: 'citation',
        }),
        {
          type: 'bulletList',
          content: [{ type: 'listItem', content: [paragraph(text('een'), { type: 'hardBreak' }, text('twee'))] }],
        },
        paragraph(),
      ],
    }
    const id = texts[0]!.id
    await db.sql`update section_document set document = ${db.sql.json(document)}, version = 1 where section_id = ${id}`
    const report = await readReport(author, reportId)
    expect(report.tree.find((it) => it.id === id)?.words).toBe(7)
    expect(report.stage).toBe('drafting')
  })

  it('stand in reading order when one is split, ten and more in a row too', async () => {
    const { author, texts, reportId } = await setUp()
    const parent = texts.find((it) => it.number === '1.3')!
    const [question] = await db.sql`
      select key from terms_question join section_question on question_id = terms_question.id where section_id = ${parent.id} limit 1`
    for (let count = 0; count < 11; count++) {
      await addSubsection(author, { parentId: parent.id, title: `Regio ${count}`, questionKeys: [question!.key] })
    }
    const { tree } = await readReport(author, reportId)
    const start = tree.findIndex((it) => it.id === parent.id)
    expect(tree.slice(start, start + 13).map((it) => it.number)).toEqual([
      '1.3',
      ...Array.from({ length: 11 }, (_, index) => `1.3.${index + 1}`),
      '1.4',
    ])
    expect(tree[start + 1]).toMatchObject({ depth: 3, hasText: true, parentId: parent.id })
  })

  it('have states that policies can be asked about', async () => {
    const { author, texts } = await setUp()
    const id = texts.find((it) => it.number === '5.2')!.id
    await db.sql`insert into section_contribution values (${id}, ${author.actor.id}, now())`
    expect(await readSectionStates(db.sql, [id])).toMatchObject([
      { id, status: 'draft', authorId: null, contributorIds: [author.actor.id] },
    ])
    await expect(readSectionStates(db.sql, [nobody])).rejects.toMatchObject({ code: 'not-found' })
  })

  it('decide together where the report stands', () => {
    const none = { draft: 0, returned: 0, approved: 0, 'in-review': 0, released: 0, started: 0 }
    expect(stageOf({ ...none, draft: 2 })).toBe('to-start')
    expect(stageOf({ ...none, draft: 2, started: 1 })).toBe('drafting')
    expect(stageOf({ ...none, draft: 1, 'in-review': 1 })).toBe('drafting')
    expect(stageOf({ ...none, approved: 1, 'in-review': 1 })).toBe('in-review')
    expect(stageOf({ ...none, approved: 2, released: 1 })).toBe('approved')
    expect(stageOf({ ...none, approved: 2, released: 2 })).toBe('released')
    expect(stageOf({ ...none, approved: 1, draft: 1, released: 2 })).toBe('drafting')
  })
})
