import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCookie, sign, unsign, writeCookie } from '#app/platform/http/cookies.server.ts'
import { languageOf, rememberLanguage } from '#app/platform/http/language.server.ts'
import { localPath } from '#app/platform/http/local-path.ts'
import type { Actor } from '#app/policies/actor.ts'

describe('a path to go back to', () => {
  it.each(['/', '/reports', '/reports/1?tab=2#top', '/zoeken?q=a%20b', '/a/../b'])('may be %s', (path) => {
    expect(localPath(path)).toBe(path === '/a/../b' ? '/b' : path)
  })

  it.each([
    'https://evil.example/',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '/\\/evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/.//evil.example',
    '/..//evil.example',
    '/a/..//evil.example',
    '/%2e//evil.example',
    'javascript:alert(1)',
    'evil.example',
    '',
    '@evil.example',
    ' //evil.example',
    '//local.invalid/x',
    undefined,
    null,
    3,
    ['/x'],
  ])('is never another site: %j', (value) => {
    const path = localPath(value)
    expect(new URL(path, 'https://herkomst.example').origin).toBe('https://herkomst.example')
    expect(path.startsWith('/')).toBe(true)
    expect(path.startsWith('//')).toBe(false)
  })

  it('stays on this site whatever is written', () => {
    const piece = fc.constantFrom('/', '\\', '.', '..', '%2e', '%2f', '\t', '\n', '@', ':', 'evil.example', '?', '#', 'a', ' ')
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 8 }).map((it) => it.join('')),
        (value) => {
          const path = localPath(value)
          return (
            new URL(path, 'https://herkomst.example').origin === 'https://herkomst.example' &&
            path.startsWith('/') &&
            !path.startsWith('//')
          )
        },
      ),
      { numRuns: 2000 },
    )
  })
})

describe('cookies', () => {
  it('come back as they were written, whatever is in them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        const written = writeCookie('name', value, { maxAgeSeconds: 1, secure: false }).split(';')[0]
        return readCookie(`a=b; ${written}; c=d`, 'name') === value
      }),
    )
  })

  it('are found by their whole name, the first of several', () => {
    expect(readCookie('xname=1; name=2; name=3', 'name')).toBe('2')
    expect(readCookie('name', 'name')).toBe('')
    expect(readCookie('other=1', 'name')).toBeUndefined()
    expect(readCookie(null, 'name')).toBeUndefined()
    expect(readCookie('name=%E0%A4%A', 'name')).toBeUndefined()
  })

  it('cannot be written with more than was meant', () => {
    const written = writeCookie('name', 'x; Domain=evil.example\r\nSet-Cookie: y=z', { maxAgeSeconds: 60, secure: true })
    expect(written).toBe(
      'name=x%3B%20Domain%3Devil.example%0D%0ASet-Cookie%3A%20y%3Dz; Max-Age=60; Path=/; SameSite=Lax; HttpOnly; Secure',
    )
  })

  it('are believed only with our own signature', () => {
    const signed = sign('token.with.dots', 'secret')
    expect(unsign(signed, 'secret')).toBe('token.with.dots')
    expect(unsign(signed, 'other secret')).toBeUndefined()
    expect(unsign(signed.replace('token', 'Token'), 'secret')).toBeUndefined()
    for (const made of [undefined, '', '.', 'x', 'x.', `.${signed}`]) expect(unsign(made, 'secret')).toBeUndefined()
  })
})

describe('the language of an answer', () => {
  const actor = (language: 'nl' | 'en') => ({ language }) as Actor
  const asked = (cookie?: string) => new Request('http://localhost/', cookie ? { headers: { cookie } } : {})

  it("is the one chosen on this device, else the account's, else Dutch", () => {
    expect(languageOf(asked(), null)).toBe('nl')
    expect(languageOf(asked(), actor('en'))).toBe('en')
    expect(languageOf(asked('language=nl'), actor('en'))).toBe('nl')
    expect(languageOf(asked('language=en'), null)).toBe('en')
    expect(languageOf(asked('language=xx'), actor('en'))).toBe('en')
  })

  it('is remembered in a cookie of this site', () => {
    expect(rememberLanguage({ baseUrl: 'https://herkomst.example' }, 'en')).toMatch(/^language=en; Max-Age=31536000; .*Secure$/)
  })
})
