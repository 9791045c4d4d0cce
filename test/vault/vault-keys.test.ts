import { randomBytes } from 'node:crypto'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { readConfig } from '#app/platform/config.server.ts'
import { addKeptKey, forgetOldKeys, keepsOwnKey, vaultKeys } from '#app/platform/crypto/vault-keys.server.ts'
import { OperatorError } from '#app/platform/errors.ts'
import { temporaryFolder } from '../support/folder.ts'

const folders: { remove: () => void }[] = []
afterEach(() => folders.splice(0).forEach((folder) => folder.remove()))
function embedded() {
  const folder = temporaryFolder()
  folders.push(folder)
  return { dataDir: folder.path, databaseUrl: undefined, vaultKey: undefined, vaultKeyPrevious: undefined }
}

describe("the vault's key", () => {
  it('is made once beside the embedded database, for its owner only', () => {
    const config = embedded()
    const first = vaultKeys(config)
    expect(first.current).not.toBeNull()
    expect(vaultKeys(config)).toEqual(first)
    expect(statSync(join(config.dataDir, 'vault-key')).mode & 0o777).toBe(0o600)
    expect(keepsOwnKey(config)).toBe(true)
  })

  it('is not there for a database of one’s own until it is set: then the vault is closed', () => {
    const config = { ...embedded(), databaseUrl: 'postgres://db/herkomst' }
    expect(vaultKeys(config)).toEqual({ current: null, all: [] })
    const [now, before] = [randomBytes(32), randomBytes(32)]
    const set = vaultKeys({ ...config, vaultKey: now.toString('hex'), vaultKeyPrevious: before.toString('base64') })
    expect(set.all.map(({ bytes }) => bytes)).toEqual([now, before])
    expect(set.current?.bytes).toEqual(now)
  })

  it('is followed by a new one that is kept beside it until the old one is forgotten', () => {
    const config = embedded()
    const old = vaultKeys(config).current!
    const both = addKeptKey(config)
    expect(both.all[1]).toEqual(old)
    expect(vaultKeys(config)).toEqual(both)
    forgetOldKeys(config)
    expect(vaultKeys(config).all).toEqual([both.current])
  })

  it('is never made anew over a file that was spoiled', () => {
    const config = embedded()
    writeFileSync(join(config.dataDir, 'vault-key'), 'half')
    expect(() => vaultKeys(config)).toThrow(OperatorError)
    expect(readFileSync(join(config.dataDir, 'vault-key'), 'utf8')).toBe('half')
  })

  it('must be 32 bytes, and is not told in the error', () => {
    for (const wrong of ['geheim', 'ab'.repeat(31), 'g'.repeat(64)]) {
      expect(() => readConfig({ VAULT_KEY: wrong, DATA_DIR: embedded().dataDir })).toThrow(/VAULT_KEY must be 32 bytes/)
      expect(() => readConfig({ VAULT_KEY: wrong, DATA_DIR: embedded().dataDir })).not.toThrow(wrong)
    }
  })
})
