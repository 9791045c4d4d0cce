import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readConfig } from '#app/platform/config.server.ts'
import { OperatorError } from '#app/platform/errors.ts'
import { folderOfTest } from '../support/folder.ts'

const secret = 's'.repeat(32)
const read = (settings: Record<string, string>) => readConfig({ SESSION_SECRET: secret, ...settings })
const sentence = (settings: Record<string, string>): string => {
  try {
    read(settings)
  } catch (error) {
    expect(error).toBeInstanceOf(OperatorError)
    return (error as Error).message
  }
  throw new Error('the settings were accepted')
}

describe('the settings', () => {
  it('have defaults with which a newcomer can start', () => {
    expect(read({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      baseUrl: 'http://localhost:3000',
      dataDir: join(process.cwd(), '.data'),
      databaseUrl: undefined,
      meilisearch: undefined,
      sessionSecret: secret,
      logLevel: 'info',
    })
  })

  it('count as unset when they are set to nothing', () => {
    const nothing = { PORT: '', HOST: '', BASE_URL: '', DATA_DIR: '', DATABASE_URL: '', MEILISEARCH_URL: '', LOG_LEVEL: '' }
    expect(read(nothing)).toEqual(read({}))
  })

  it('are taken over', () => {
    const config = read({
      PORT: '8080',
      HOST: '0.0.0.0',
      BASE_URL: 'https://herkomst.example/',
      DATABASE_URL: 'postgresql://me@db/herkomst',
      MEILISEARCH_URL: 'http://search:7700',
      MEILISEARCH_KEY: 'key',
      LOG_LEVEL: 'silent',
    })
    expect(config).toMatchObject({
      port: 8080,
      host: '0.0.0.0',
      baseUrl: 'https://herkomst.example',
      databaseUrl: 'postgresql://me@db/herkomst',
      meilisearch: { url: 'http://search:7700', key: 'key' },
      logLevel: 'silent',
    })
  })

  it.each([
    [{ PORT: 'http' }, 'The settings cannot be used: PORT must be a number from 0 to 65535.'],
    [{ PORT: '70000' }, 'The settings cannot be used: PORT must be a number from 0 to 65535.'],
    [{ PORT: '-1' }, 'The settings cannot be used: PORT must be a number from 0 to 65535.'],
    [{ PORT: '30e2' }, 'The settings cannot be used: PORT must be a number from 0 to 65535.'],
    [{ BASE_URL: 'herkomst.example' }, 'The settings cannot be used: BASE_URL must be an http:// or https:// address.'],
    [{ BASE_URL: 'javascript:alert(1)' }, 'The settings cannot be used: BASE_URL must be an http:// or https:// address.'],
    [{ DATABASE_URL: 'mysql://db' }, 'The settings cannot be used: DATABASE_URL must be a postgres:// address.'],
    [{ SESSION_SECRET: 'short' }, 'The settings cannot be used: SESSION_SECRET must be at least 32 characters.'],
  ])('refuse %j in one sentence', (settings, expected) => {
    expect(sentence(settings)).toBe(expected)
  })

  it('are all named at once when several are wrong, without their values', () => {
    const found = sentence({ PORT: 'x', LOG_LEVEL: 'chatty', MEILISEARCH_URL: 'ftp://search', SESSION_SECRET: 'hunter2' })
    for (const name of ['PORT', 'LOG_LEVEL', 'MEILISEARCH_URL', 'SESSION_SECRET']) expect(found).toContain(name)
    expect(found).not.toContain('hunter2')
    expect(found.split('\n')).toHaveLength(1)
  })

  it('ask for a secret of ones own with a database of ones own', () => {
    expect(sentence({ DATABASE_URL: 'postgres://db/x', SESSION_SECRET: '' })).toMatch(
      /SESSION_SECRET .* must be set when DATABASE_URL is/,
    )
  })

  it('make a secret once for the embedded installation, readable by its owner only', () => {
    const dataDir = join(folderOfTest(), 'deep', 'data')
    const first = readConfig({ DATA_DIR: dataDir }).sessionSecret
    expect(first).toMatch(/^[0-9a-f]{64}$/)
    expect(readConfig({ DATA_DIR: dataDir }).sessionSecret).toBe(first)
    const path = join(dataDir, 'session-secret')
    expect(readFileSync(path, 'utf8')).toBe(first)
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('say which folder cannot be written to', () => {
    const file = join(folderOfTest(), 'file')
    writeFileSync(file, '')
    expect(() => readConfig({ DATA_DIR: file })).toThrow(/^The folder .*file \(DATA_DIR\) cannot be written to: /)
  })
})
