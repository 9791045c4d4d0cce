import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Config } from '../config.server.ts'
import { OperatorError } from '../errors.ts'
import { sealKey, type SealKey } from './seal.server.ts'

/** The key to seal with, and every key to open with, the current one first. Without a current key the vault is closed. */
export type VaultKeys = { current: SealKey | null; all: SealKey[] }
type KeyConfig = Pick<Config, 'vaultKey' | 'vaultKeyPrevious' | 'databaseUrl' | 'dataDir'>

/**
 * The vault's keys: from the settings, or – where the database is embedded – one that is made once and kept beside its data. A database of one's own
 * without VAULT_KEY has none: a key beside the data it protects is for trying things out only.
 */
export function vaultKeys(config: KeyConfig): VaultKeys {
  if (config.vaultKey) {
    const given = [config.vaultKey, config.vaultKeyPrevious].filter((text) => text !== undefined)
    return keysOf(given.map(keyBytes))
  }
  return config.databaseUrl ? { current: null, all: [] } : keysOf(keptKeys(config.dataDir))
}

/** Whether the key is kept beside the embedded database, where the program itself can put a new one. */
export const keepsOwnKey = (config: KeyConfig): boolean => !config.vaultKey && !config.databaseUrl

/** Puts a new key before those that are kept; the old ones stay until `forgetOldKeys`. */
export function addKeptKey(config: KeyConfig): VaultKeys {
  const keys = [randomBytes(32), ...keptKeys(config.dataDir)]
  writeKept(config.dataDir, keys)
  return keysOf(keys)
}

/** Keeps only the current key. */
export function forgetOldKeys(config: KeyConfig): void {
  writeKept(config.dataDir, keptKeys(config.dataDir).slice(0, 1))
}

/** 64 hexadecimal digits or 44 characters of base64: 32 bytes. */
const vaultKeyText = /^([0-9a-fA-F]{64}|[A-Za-z0-9+/]{43}=)$/
const keyBytes = (text: string): Buffer => Buffer.from(text, text.length === 64 ? 'hex' : 'base64')

const keysOf = (bytes: readonly Buffer[]): VaultKeys => {
  const all = bytes.map(sealKey)
  return { current: all[0] ?? null, all }
}

const pathOf = (dataDir: string) => resolve(dataDir, 'vault-key')

function keptKeys(dataDir: string): Buffer[] {
  try {
    const lines = readFileSync(pathOf(dataDir), 'utf8').split('\n').filter(Boolean)
    if (lines.length === 0 || !lines.every((line) => vaultKeyText.test(line)))
      throw new OperatorError(`The file ${pathOf(dataDir)} does not hold the vault's key any more; put it back from a backup.`)
    return lines.map(keyBytes)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const key = randomBytes(32)
  try {
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(pathOf(dataDir), `${key.toString('hex')}\n`, { mode: 0o600, flag: 'wx' })
    return [key]
  } catch (cause) {
    // Another process made it just now.
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return keptKeys(dataDir)
    throw new OperatorError(`The folder ${dataDir} (DATA_DIR) cannot be written to: ${(cause as Error).message}.`)
  }
}

/** Whole or not at all: a half-written key would lose every identity. */
function writeKept(dataDir: string, keys: readonly Buffer[]): void {
  const path = pathOf(dataDir)
  writeFileSync(`${path}.new`, keys.map((key) => `${key.toString('hex')}\n`).join(''), { mode: 0o600 })
  renameSync(`${path}.new`, path)
}
