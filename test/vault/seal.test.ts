import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seal, sealKey, SealUnopened, unseal } from '#app/platform/crypto/seal.server.ts'

const key = sealKey(randomBytes(32))
const other = sealKey(randomBytes(32))
const value = { name: 'Geheime Getuige', contact: '+31 6 000' }
const whyOf = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    if (error instanceof SealUnopened) return { why: error.why, message: error.message, cause: error.cause }
    throw error
  }
  return undefined
}

describe('a seal', () => {
  it('opens with its key and what it is bound to, whatever is in it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (any, boundTo) => {
        expect(JSON.stringify(unseal([other, key], seal(key, any, boundTo), boundTo))).toBe(JSON.stringify(any))
      }),
      { numRuns: 100 },
    )
  })

  it('is another each time, and tells neither its words nor much of their length', () => {
    const [one, two] = [seal(key, value, 'a'), seal(key, value, 'a')]
    expect(one.nonce.equals(two.nonce)).toBe(false)
    expect(one.sealed.equals(two.sealed)).toBe(false)
    expect(one.sealed.includes('Getuige')).toBe(false)
    expect(seal(key, 'x', 'a').sealed.length).toBe(seal(key, 'x'.repeat(400), 'a').sealed.length)
  })

  it('does not open for another row, another key, or under another key’s name', () => {
    const sealed = seal(key, value, 'row 1')
    expect(whyOf(() => unseal([key], sealed, 'row 2'))?.why).toBe('broken')
    expect(whyOf(() => unseal([other], sealed, 'row 1'))?.why).toBe('unknown-key')
    expect(whyOf(() => unseal([], sealed, 'row 1'))?.why).toBe('unknown-key')
    expect(whyOf(() => unseal([key, other], { ...sealed, keyId: other.id }, 'row 1'))?.why).toBe('broken')
  })

  it('does not open when a single bit of it was changed, and the error tells nothing', () => {
    const sealed = seal(key, value, 'row 1')
    fc.assert(
      fc.property(fc.nat(sealed.sealed.length * 8 - 1), (bit) => {
        const bytes = Buffer.from(sealed.sealed)
        bytes[bit >> 3]! ^= 1 << (bit & 7)
        const outcome = whyOf(() => unseal([key], { ...sealed, sealed: bytes }, 'row 1'))
        expect(outcome?.why).toBe('broken')
        expect(JSON.stringify(outcome)).not.toMatch(/Getuige|31 6|auth|tag/)
        expect(outcome?.cause).toBeUndefined()
      }),
      { numRuns: 100 },
    )
    for (const cut of [0, 1, 15, 16, 17, sealed.sealed.length - 1])
      expect(whyOf(() => unseal([key], { ...sealed, sealed: sealed.sealed.subarray(0, cut) }, 'row 1'))?.why, String(cut)).toBe(
        'broken',
      )
    expect(whyOf(() => unseal([key], { ...sealed, nonce: randomBytes(12) }, 'row 1'))?.why).toBe('broken')
  })

  it('needs a key of 32 bytes, and a key’s name does not tell the key', () => {
    expect(() => sealKey(randomBytes(16))).toThrow(RangeError)
    expect(key.bytes.toString('hex')).not.toContain(key.id)
    expect(sealKey(key.bytes).id).toBe(key.id)
  })
})
