import { request } from 'node:http'
import { describe, expect, inject, it } from 'vitest'
import { openAs } from './support/pages.ts'
import { demoPassword } from '#app/services/accounts/demo-accounts.server.ts'

const credentials = new URLSearchParams({ email: 'auteur@demo.example', password: demoPassword })
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(inject('baseUrl') + path, { headers, redirect: 'manual' })

/** A POST with exactly these headers: unlike fetch, which keeps some of them for itself. */
function post(
  path: string,
  headers: Record<string, string>,
  body = credentials.toString(),
): Promise<{ status: number; cookie: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      inject('baseUrl') + path,
      { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers } },
      (response) => {
        response.resume()
        response.once('end', () =>
          resolve({ status: response.statusCode ?? 0, cookie: String(response.headers['set-cookie'] ?? '') }),
        )
      },
    )
    sent.once('error', reject)
    sent.end(body)
  })
}

describe('requests that change something', () => {
  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another port of this machine', { origin: 'http://localhost:1' }],
    ['a page without an origin', { origin: 'null' }],
    ['another site, in a browser that hides the origin', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour on the same domain', { 'sec-fetch-site': 'same-site' }],
  ])('are refused from %s', async (_who, headers) => {
    for (const path of ['/sign-in', '/sign-out', '/language', '/account', '/no/such/page', '/sign-in.data'])
      expect((await post(path, headers)).status, path).toBe(403)
  })

  it('are taken from a page of this site', async () => {
    const { status, cookie } = await post('/sign-in', { origin: inject('baseUrl'), 'sec-fetch-site': 'same-origin' })
    expect(status).toBe(302)
    expect(cookie).toMatch(/^session=.*HttpOnly/)
  })

  it('are taken from a program of the same user, which has no origin', async () => {
    expect((await post('/sign-in', {})).status).toBe(302)
  })

  it('never send a person to another site afterwards', async () => {
    for (const next of ['https://evil.example', '//evil.example', '/\\evil.example', '/.//evil.example']) {
      const body = new URLSearchParams([...credentials, ['next', next]])
      const answer = await fetch(`${inject('baseUrl')}/sign-in`, { method: 'POST', body, redirect: 'manual' })
      expect(answer.headers.get('location')).toBe('/')
    }
  })

  it('with nonsense in them are an error of the sender, not of ours', async () => {
    expect((await post('/sign-in', {}, 'a=1&a=2&password')).status).toBe(422)
    expect((await post('/sign-in', {}, '')).status).toBe(422)
    expect((await post('/language', {}, 'language=klingon&back=https://evil.example')).status).toBe(302)
    const cookie = (await post('/sign-in', {})).cookie.split(';')[0] as string
    expect((await post('/account', { cookie }, 'language=klingon')).status).toBe(422)
  })
})

describe('every page', () => {
  it('carries the headers that keep other sites and other scripts out', async () => {
    for (const path of ['/sign-in', '/no/such/page', '/health/live']) {
      const { headers } = await get(path)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('referrer-policy')).toBe('same-origin')
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
      expect(headers.get('x-powered-by')).toBeNull()
      expect(headers.get('cache-control')).toBe('private, no-cache')
      const policy = headers.get('content-security-policy') ?? ''
      for (const rule of [
        "default-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
      ])
        expect(policy).toContain(rule)
      expect(policy).not.toMatch(/script-src[^;]*'unsafe/)
    }
  })

  it('allows its own scripts only, by a word that is new each time', async () => {
    const nonces = await Promise.all(
      ['/sign-in', '/sign-in'].map(async (path) => {
        const response = await get(path)
        const nonce = /'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1]
        const scripts = (await response.text()).match(/<script[^>]*>/g) ?? []
        expect(scripts.length).toBeGreaterThan(0)
        for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`)
        return nonce
      }),
    )
    expect(new Set(nonces).size).toBe(2)
  })

  it('is compressed, and its assets may be kept for good', async () => {
    const page = await get('/sign-in', { 'accept-encoding': 'gzip' })
    expect(page.headers.get('content-encoding')).toBe('gzip')
    const asset = /\/assets\/[\w.-]+\.js/.exec(await page.text())?.[0] as string
    const answer = await get(asset)
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect((await get('/assets/no-such-file.js')).status).toBe(404)
    expect((await get('/assets/..%2f..%2fpackage.json')).status).toBeGreaterThanOrEqual(400)
  })
})

describe('health', () => {
  it('is told as JSON to anyone', async () => {
    const live = await get('/health/live')
    expect([live.status, await live.json()]).toEqual([200, { status: 'live' }])
    const ready = await get('/health/ready')
    expect([ready.status, await ready.json()]).toEqual([200, { ready: true, database: 'ok', search: 'ok', engine: 'postgres' }])
  })
})

describe('an address nobody made', () => {
  it.each(['/%E0%A4%A', '/reports/not-an-id', '/reports/00000000-0000-0000-0000-000000000000', '/a'.repeat(2000), '/%00'])(
    '%s is answered, not an error of ours',
    async (path) => {
      const { status } = await get(path.slice(0, 4000))
      expect(status).toBeGreaterThanOrEqual(300)
      expect(status).toBeLessThan(500)
    },
  )
})

describe('a page whose address ends in ".data", as the key of a question does', () => {
  it('is that page, in a browser with and without script, also after a reload', async () => {
    for (const script of [true, false]) {
      const page = await openAs('policy', { script })
      await page.goto('/terms-of-reference/standard')
      const base = new URL(page.url()).pathname
      for (const address of [`${base}/questions/sgbv.data`, `${base}/questions/sgbv.data?from=here`]) {
        await page.goto(address)
        await page.getByText('Welke gegevens bestaan over omvang').first().waitFor()
        await page.reload()
        await page.getByText('Welke gegevens bestaan over omvang').first().waitFor()
      }
    }
  })

  it('leads to no other site', async () => {
    for (const path of ['//evil.example/x.data', '/\\evil.example/x.data']) {
      const response = await get(path, { accept: 'text/html' })
      expect(response.headers.get('location') ?? '/').toMatch(/^\/(?![\\/])/)
    }
  })
})
