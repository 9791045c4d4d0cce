import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressKey, recogniseReference } from '#app/services/sources/reference-address.ts'

describe('what somebody pastes', () => {
  it.each([
    ['10.1000/182', '10.1000/182'],
    ['doi:10.1000/182', '10.1000/182'],
    ['DOI 10.1000/ABC', '10.1000/abc'],
    ['https://doi.org/10.1000/182', '10.1000/182'],
    ['dx.doi.org/10.1000/182', '10.1000/182'],
    ['(https://www.doi.org/10.1000/182).', '10.1000/182'],
    ['10.1000%2F182', undefined],
    ['https://doi.org/10.1000%2F182', undefined],
  ])('%s is the DOI %s', (text, doi) => {
    const found = recogniseReference(text)
    expect(found?.kind === 'doi' ? found.doi : undefined).toBe(doi)
  })

  it('is an address without what only says how one came there', () => {
    expect(recogniseReference('https://example.org/a?utm_source=x&id=3&fbclid=1#deel')).toEqual({
      kind: 'url',
      url: 'https://example.org/a?id=3#deel',
    })
    expect(recogniseReference('www.example.org/a')).toEqual({ kind: 'url', url: 'https://www.example.org/a' })
  })

  it('is nothing of that for words, other protocols, or an address without an end', () => {
    for (const text of ['', 'rapport', 'javascript:alert(1)', 'ftp://example.org/a', 'http://', '10.1/x', 'twee https://a.nl'])
      expect(recogniseReference(text), text).toBeUndefined()
  })

  it('never fails, and what was recognised is recognised again as the same', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl({ withQueryParameters: true, withFragments: true })), (text) => {
        const found = recogniseReference(text)
        if (found) expect(addressKey(found.url)).toBe(addressKey(text))
      }),
      { numRuns: 300 },
    )
  })
})

describe('two addresses of one page', () => {
  it('have the same key', () => {
    const keys = [
      'https://example.org/a/b',
      'http://www.example.org/a/b/',
      'HTTPS://EXAMPLE.ORG:443/a/b#x',
      'https://example.org/a/b?utm_medium=mail',
    ].map(addressKey)
    expect(new Set(keys)).toEqual(new Set(['example.org/a/b']))
    expect(addressKey('https://example.org/?b=2&a=1')).toBe(addressKey('https://example.org?a=1&b=2'))
    expect(addressKey('https://example.org/A')).not.toBe(addressKey('https://example.org/a'))
  })
})
