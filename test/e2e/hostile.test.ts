import { inject, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '#app/services/accounts/demo-accounts.server.ts'

/** Addresses that once were an error of ours, or could be; each as it was typed. */
const nobody = '00000000-0000-4000-8000-000000000000'
const unknown = ['reports', 'sections', 'review', 'sources', 'incidents', 'terms-of-reference', 'releases'].flatMap((place) =>
  ['x', nobody, '%00', "1';--", '<script>', '__proto__', 'a'.repeat(3000)].map(
    (id) => `/${place}/${encodeURI(decodeURIComponent(id))}`,
  ),
)
const oddQueries = [
  `/incidents?from=${'9'.repeat(60)}&to=x`,
  '/sources?text=%00',
  '/source-items?text=%00',
  '/search?q=%00&country=%00',
  '/context-cards?id=x',
  '/sources?page=99999999999999999999',
]

describe('what nobody should send', () => {
  let cookie = ''
  beforeAll(async () => {
    const body = new URLSearchParams({ email: 'auteur@demo.example', password: demoPassword })
    const answer = await fetch(`${inject('baseUrl')}/sign-in`, { method: 'POST', body, redirect: 'manual' })
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  })
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(inject('baseUrl') + path, { redirect: 'manual', ...init, headers: { cookie, ...(init.headers as object) } })

  it('an address of nothing is a page that says so, in the language of who asks', async () => {
    for (const path of unknown) {
      const answer = await ask(path, { headers: { cookie: `${cookie}; language=en` } })
      expect([path.slice(0, 60), answer.status]).toEqual([path.slice(0, 60), 404])
      expect((await answer.text()).includes('This page does not exist'), path.slice(0, 60)).toBe(true)
    }
  })

  it('an odd question is answered or refused', async () => {
    for (const path of oddQueries) expect((await ask(path)).status, path).toBeLessThan(500)
  })

  it('a code in the address that every object has shows nothing', async () => {
    const report = /\/reports\/[0-9a-f-]{36}/.exec(await (await ask('/reports')).text())?.[0] as string
    const section = /\/sections\/[0-9a-f-]{36}(?=")/.exec(await (await ask(report)).text())?.[0] as string
    for (const page of [report, section])
      for (const code of ['__proto__', 'constructor', 'toString'])
        expect((await ask(`${page}?problem=${code}&done=${code}`)).status, `${page} ${code}`).toBe(200)
  })

  it('a form that is none is refused', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      for (const path of ['/account', '/sources/new']) expect((await ask(path, { method })).status, `${method} ${path}`).toBe(422)
  })

  it('a long body that is refused unread does not hold up what comes next', async () => {
    const body = `{"a":"${'x'.repeat(2_000_000)}"}`
    const started = Date.now()
    for (let round = 0; round < 3; round++) {
      const answer = await ask('/incident-choices', { method: 'POST', body, headers: { 'content-type': 'application/json' } })
      expect(answer.status).toBe(405)
      await answer.text()
      expect((await ask('/health/live')).status).toBe(200)
    }
    expect(Date.now() - started).toBeLessThan(4000)
  })

  it('a text that is too long is refused in words, not with a broken connection', async () => {
    const headers = { 'content-type': 'application/json' }
    const answer = await ask('/source-items', { method: 'POST', body: JSON.stringify({ title: 'x'.repeat(5_000_000) }), headers })
    expect([answer.status, await answer.json()]).toMatchObject([422, { detail: 'document-too-large' }])
    expect((await ask('/account', { method: 'POST', body: 'x'.repeat(17 * 1024 * 1024) })).status).toBe(413)
  })
})
