import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

/** 32 bytes, and a name for them that tells nothing of them. */
export type SealKey = { id: string; bytes: Buffer }
/** A text under seal: of which key, with which nonce; the tag stands at the end. */
export type Sealed = { keyId: string; nonce: Buffer; sealed: Buffer }

/** Why a seal was not opened. Never says anything of what is in it, nor of any key. */
export class SealUnopened extends Error {
  override name = 'SealUnopened'
  constructor(readonly why: 'unknown-key' | 'broken') {
    super(why === 'unknown-key' ? 'the key of this seal is not here' : 'the seal is broken: what is in it was changed or moved')
  }
}

const algorithm = 'aes-256-gcm'
const tagLength = 16
/** Texts are filled up to a multiple of this many bytes, so that their length tells little. */
const step = 512

/** A key from 32 bytes. */
export function sealKey(bytes: Buffer): SealKey {
  if (bytes.length !== 32) throw new RangeError('a key has 32 bytes')
  return { id: createHash('sha256').update('herkomst vault key id').update(bytes).digest('hex').slice(0, 16), bytes }
}

/**
 * Encrypts a value (AES-256-GCM, a fresh nonce each time).
 * @param boundTo what the seal belongs to, such as its row: it opens only when the same is named again, so that a seal moved elsewhere is no seal.
 */
export function seal(key: SealKey, value: unknown, boundTo: string): Sealed {
  const nonce = randomBytes(12)
  const cipher = createCipheriv(algorithm, key.bytes, nonce, { authTagLength: tagLength })
  cipher.setAAD(bound(key.id, boundTo))
  const text = Buffer.from(JSON.stringify(value))
  const filled = Buffer.concat([text, Buffer.alloc(step - (text.length % step), ' ')])
  const sealed = Buffer.concat([cipher.update(filled), cipher.final(), cipher.getAuthTag()])
  return { keyId: key.id, nonce, sealed }
}

/** Decrypts what `seal` made. @throws {SealUnopened} when its key is not among these, or it was changed or moved. */
export function unseal(keys: readonly SealKey[], { keyId, nonce, sealed }: Sealed, boundTo: string): unknown {
  const key = keys.find(({ id }) => id === keyId)
  if (!key) throw new SealUnopened('unknown-key')
  try {
    const decipher = createDecipheriv(algorithm, key.bytes, nonce, { authTagLength: tagLength })
    decipher.setAAD(bound(keyId, boundTo))
    decipher.setAuthTag(sealed.subarray(-tagLength))
    return JSON.parse(Buffer.concat([decipher.update(sealed.subarray(0, -tagLength)), decipher.final()]).toString()) as unknown
  } catch {
    // What the cipher says of it is of no use to anyone who means well.
    throw new SealUnopened('broken')
  }
}

const bound = (keyId: string, boundTo: string): Buffer => Buffer.from(JSON.stringify(['herkomst vault 1', keyId, boundTo]))
