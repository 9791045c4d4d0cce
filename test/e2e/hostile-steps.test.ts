import { beforeAll, afterAll, describe, expect, inject, it } from 'vitest'
import type { Page } from 'playwright-core'
import { connect, type Sql } from '#app/platform/database/sql.server.ts'
import { demoPassword } from '#app/services/accounts/demo-accounts.server.ts'
import { saveDocument } from '#app/services/sections/save-document.server.ts'
import { readText } from '#app/services/sections/read-text.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { EDITOR_VERSION, newBlockId } from '#editor/document/schema.ts'
import { aSection, textOf } from '../sections/section.ts'
import { openAs } from './support/pages.ts'

const json = { 'content-type': 'application/json' }
const words = 'Dit staat er, en dit blijft er staan.'
const oddJson = ['', '{', 'null', '[]', '"x"', '{"steps":', '\u0000', '{"__proto__":{"steps":[]}}', '[[[[[[[[]]]]]]]]', 'NaN']

describe('what nobody should send as steps of a text', () => {
  let sql: Sql
  let author: UseCase
  let second: UseCase
  let sectionId: string
  let cookie: string
  beforeAll(async () => {
    sql = connect(inject('databaseUrl'), { max: 2 })
    ;({ author, second, sectionId } = await aSection(sql))
    await saveDocument(author, { sectionId, baseVersion: 0, document: textOf(words) })
    const body = new URLSearchParams({ email: 'auteur@demo.example', password: demoPassword })
    const answer = await fetch(`${inject('baseUrl')}/sign-in`, { method: 'POST', body, redirect: 'manual' })
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  })
  afterAll(() => sql.end())

  const post = (body: BodyInit, path = `/sections/${sectionId}/steps`, headers: Record<string, string> = json) =>
    fetch(inject('baseUrl') + path, { method: 'POST', redirect: 'manual', headers: { cookie, ...headers }, body })
  const insert = (content: unknown, at = 1) => ({ stepType: 'replace', from: at, to: at, slice: { content } })
  const typed = [insert([{ type: 'text', text: 'x' }])]
  const sent = async (changes: object = {}) =>
    JSON.stringify({ editorVersion: EDITOR_VERSION, version: await head(), clientId: 'hostile-page', steps: typed, ...changes })
  const head = async () => (await readText({ sql }, sectionId)).version
  const text = async () => JSON.stringify((await readText({ sql }, sectionId)).document)

  /** Refused with a code, and the text is what it was. */
  async function refused(body: BodyInit, path?: string): Promise<string> {
    const before = await text()
    const answer = await post(body, path)
    const said = await answer.text()
    const about = `${String(body).slice(0, 200)} → ${answer.status} ${said.slice(0, 200)}`
    expect(answer.status, about).toBeGreaterThanOrEqual(400)
    expect(answer.status, about).toBeLessThan(500)
    expect(JSON.parse(said) as { code: string }, about).toMatchObject({ code: expect.stringMatching(/^[a-z-]+$/) })
    expect(await text(), about).toBe(before)
    return said
  }

  it('that is no JSON, or JSON of something else, is refused', async () => {
    for (const body of oddJson) await refused(body)
    await refused(new Uint8Array([0xff, 0xfe, 0x00, 0x7b]))
    await refused('['.repeat(100_000))
    await refused(`{"steps":${'['.repeat(50_000)}${']'.repeat(50_000)}}`)
  })

  it('with a wrong type in any place is refused', async () => {
    const wrong = [null, -1, 1.5, 1e99, 'x', '', true, [], {}, [[]], '0', ' '.repeat(99)]
    for (const field of ['editorVersion', 'version', 'clientId', 'steps'])
      for (const value of wrong) await refused(await sent({ [field]: value }))
    const steps: unknown[] = [
      ...['', 'replace', 'x', '__proto__', 'constructor', 'toString', 'addMark', 'attr', 'docAttr', 'replaceAround'].map(
        (stepType) => ({ stepType }),
      ),
      { stepType: 'replace', from: -5, to: 1e9 },
      { stepType: 'replace', from: '1', to: {} },
      { stepType: 'replace', from: 9, to: 2 },
      { stepType: 'replace', from: 1, to: 1, slice: 'x' },
      { stepType: 'replace', from: 1, to: 1, slice: { content: {}, openStart: -1, openEnd: 99 } },
      { stepType: 'addMark', from: 1, to: 5, mark: { type: 'term', attrs: { key: 'No key' } } },
      { stepType: 'addMark', from: 1, to: 5, mark: { type: 'comment', attrs: { threadId: 'x' } } },
      { stepType: 'addMark', from: 1, to: 5, mark: { type: 'language', attrs: { lang: '"><script>' } } },
      { stepType: 'attr', pos: 0, attr: 'id', value: { a: 1 } },
      { stepType: 'attr', pos: 0, attr: 'kind', value: 'x' },
      { stepType: 'docAttr', attr: '__proto__', value: { polluted: true } },
    ]
    for (const step of steps) await refused(await sent({ steps: [step] }))
    // All or none: what is sound before it is not taken either.
    await refused(await sent({ steps: [...typed, { stepType: 'x' }] }))
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })

  it('with nodes and marks the schema does not have, or that point nowhere, is refused', async () => {
    const paragraph = (content: unknown[], attrs: object = { id: newBlockId(), kind: 'fact' }) => ({
      type: 'paragraph',
      attrs,
      content,
    })
    const blocks: unknown[] = [
      { type: 'script', content: [{ type: 'text', text: 'alert(1)' }] },
      { type: '__proto__' },
      { type: 'doc', content: [] },
      paragraph([{ type: 'text', text: '' }]),
      paragraph([{ type: 'text', text: 7 }]),
      paragraph([{ type: 'text', text: 'x', marks: [{ type: 'evil' }] }]),
      paragraph([{ type: 'text', text: 'x', marks: 'bold' }]),
      paragraph([{ type: 'text', text: 'x' }], { id: 'no id' }),
      paragraph([{ type: 'text', text: 'x' }], { id: null }),
      paragraph([{ type: 'citation', attrs: { sourceItemId: 'x' } }]),
      paragraph([
        { type: 'citation', attrs: { sourceItemId: crypto.randomUUID(), locator: '', support: 'supports', quote: null } },
      ]),
      { type: 'incident', attrs: { id: newBlockId(), incidentId: crypto.randomUUID(), contextCardId: crypto.randomUUID() } },
      { type: 'heading', attrs: { id: newBlockId(), level: 9 }, content: 'x' },
      { type: 'tableRow', content: [] },
    ]
    for (const block of blocks) await refused(await sent({ steps: [insert([block], 0)] }))
  })

  it('that is too much is refused, and the next one is answered at once', async () => {
    expect(await refused(await sent({ steps: [insert([{ type: 'text', text: 'x'.repeat(3_000_000) }])] }))).toContain(
      'document-too-large',
    )
    await refused(await sent({ steps: Array.from({ length: 501 }, () => typed[0]) }))
    await refused(await sent({ steps: [insert([{ type: 'text', text: 'x'.repeat(1_100_000) }])] }))
    const started = Date.now()
    expect((await fetch(`${inject('baseUrl')}/health/live`)).status).toBe(200)
    expect(Date.now() - started).toBeLessThan(2000)
  })

  it('in the name of somebody else is taken in the name of who is signed in', async () => {
    const somebody = second.actor.id
    const answer = await post(
      await sent({
        userId: somebody,
        authorId: somebody,
        actor: { id: somebody },
        clientId: 'forged-author',
        client: `${somebody}/forged`,
      }),
    )
    expect(answer.status).toBe(200)
    const [last] =
      await sql`select author_id as "authorId" from section_step where section_id = ${sectionId} order by version desc limit 1`
    expect(last!.authorId).toBe(author.actor.id)
    expect(last!.authorId).not.toBe(somebody)
  })

  it('for a section that is none is refused', async () => {
    for (const path of [`/sections/${crypto.randomUUID()}/steps`, '/sections/x/steps', '/sections/__proto__/steps'])
      await refused(await sent(), path)
  })

  it('without a session is sent to signing in, and from who may not write is refused', async () => {
    const before = await text()
    const bare = await post(await sent(), undefined, { ...json, cookie: 'session=x' })
    expect([bare.status, new URL(bare.headers.get('location') ?? '', inject('baseUrl')).pathname]).toEqual([302, '/sign-in'])
    const officer = new URLSearchParams({ email: 'beslis@demo.example', password: demoPassword })
    const signedIn = await fetch(`${inject('baseUrl')}/sign-in`, { method: 'POST', body: officer, redirect: 'manual' })
    const other = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
    expect((await post(await sent(), undefined, { ...json, cookie: other })).status).toBe(403)
    expect(await text()).toBe(before)
  })

  it('by many at once on an old version is answered with what was missed; the text gets each once', async () => {
    const before = await text()
    const at = await head()
    const body = await sent({ version: at })
    const answers = await Promise.all(Array.from({ length: 40 }, () => post(body)))
    const said = (await Promise.all(answers.map((answer) => answer.json()))) as { version?: number; missed?: unknown }[]
    expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => 200))
    expect(said.filter((it) => it.version === at + 1)).toHaveLength(1)
    expect(said.filter((it) => it.missed)).toHaveLength(39)
    expect((await text()).length).toBe(before.length + 1)
    await refused(await sent({ version: at + 1000 }))
    for (const stale of [0, 1])
      expect(await (await post(await sent({ version: stale }))).json()).toMatchObject({ missed: { from: stale } })
  })
})

describe('the language of a text', () => {
  it('stands on what is written in, with the spelling looked at, and on words in another language', async () => {
    const sql = connect(inject('databaseUrl'), { max: 1 })
    const { author, sectionId } = await aSection(sql)
    const document = textOf('Het woord ')
    document.content[0]!.content!.push({ type: 'text', text: 'bidoon', marks: [{ type: 'language', attrs: { lang: 'ar' } }] })
    await saveDocument(author, { sectionId, baseVersion: 0, document })
    await sql.end()
    const said = (page: Page) =>
      page
        .locator('.text', { hasText: 'Het woord' })
        .first()
        .evaluate((it) => ({
          language: it.closest('[lang]')!.getAttribute('lang'),
          spellcheck: it.getAttribute('spellcheck'),
          words: it.querySelector('[lang=ar]')?.textContent,
        }))
    const page = await openAs('author', { language: 'en' })
    await page.goto(`/sections/${sectionId}`)
    await page.getByRole('textbox', { name: 'Text of the section' }).waitFor()
    expect(await said(page)).toEqual({ language: 'nl', spellcheck: 'true', words: 'bidoon' })
    const reader = await openAs('policy', { language: 'en' })
    await reader.goto(`/sections/${sectionId}`)
    expect(await said(reader)).toEqual({ language: 'nl', spellcheck: null, words: 'bidoon' })
  })
})
