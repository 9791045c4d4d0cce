import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'
import { OperatorError } from './errors.ts'

const postgresUrl = z.string().regex(/^postgres(ql)?:\/\/.+/, 'must be a postgres:// address')
const webAddress = z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' })
const portNumber = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a number from 0 to 65535')
  .transform(Number)
  .pipe(z.number().max(65535, 'must be a number from 0 to 65535'))

const vaultKey = z
  .string()
  .regex(/^([0-9a-fA-F]{64}|[A-Za-z0-9+/]{43}=)$/, 'must be 32 bytes as 64 hexadecimal digits or in base64')

/** Every setting the system reads, with its default; one that is set to nothing counts as unset. The README's table says the same in words. */
const Environment = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  PORT: portNumber.default(3000),
  HOST: z.string().default('127.0.0.1'),
  /** The address users reach the system at; permanent links in citations start with it. */
  BASE_URL: webAddress.optional(),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: postgresUrl.optional(),
  MEILISEARCH_URL: webAddress.optional(),
  MEILISEARCH_KEY: z.string().optional(),
  SESSION_SECRET: z.string().min(32, 'must be at least 32 characters').optional(),
  /** Key of the vault with the identities of confidential sources; the one before it while `herkomst vault rotate` has not run. */
  VAULT_KEY: vaultKey.optional(),
  VAULT_KEY_PREVIOUS: vaultKey.optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

/** Names of all settings, for the test that holds the README to them. */
export const settingNames = Object.keys(Environment.shape)

export type Config = {
  port: number
  host: string
  baseUrl: string
  dataDir: string
  databaseUrl: string | undefined
  meilisearch: { url: string; key: string | undefined } | undefined
  sessionSecret: string
  vaultKey: string | undefined
  vaultKeyPrevious: string | undefined
  logLevel: z.infer<typeof Environment>['LOG_LEVEL']
}

/**
 * Parses the environment once.
 * @throws {OperatorError} one sentence that names every wrong setting, when any is.
 */
export function readConfig(environment: Record<string, string | undefined> = process.env): Config {
  const parsed = Environment.safeParse(Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== '')))
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)
    throw new OperatorError(`The settings cannot be used: ${wrong.join('; ')}.`)
  }
  const env = parsed.data
  if (env.DATABASE_URL && !env.SESSION_SECRET) {
    throw new OperatorError(
      'The settings cannot be used: SESSION_SECRET (at least 32 characters) must be set when DATABASE_URL is.',
    )
  }
  const dataDir = resolve(env.DATA_DIR)
  return {
    port: env.PORT,
    host: env.HOST,
    baseUrl: (env.BASE_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, ''),
    dataDir,
    databaseUrl: env.DATABASE_URL,
    meilisearch: env.MEILISEARCH_URL ? { url: env.MEILISEARCH_URL, key: env.MEILISEARCH_KEY } : undefined,
    sessionSecret: env.SESSION_SECRET ?? keptSecret(dataDir),
    vaultKey: env.VAULT_KEY,
    vaultKeyPrevious: env.VAULT_KEY_PREVIOUS,
    logLevel: env.LOG_LEVEL,
  }
}

/** The embedded installation makes its own secret once and keeps it beside its data, readable by its owner only. */
function keptSecret(dataDir: string): string {
  const path = resolve(dataDir, 'session-secret')
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    const secret = randomBytes(32).toString('hex')
    try {
      mkdirSync(dataDir, { recursive: true })
      writeFileSync(path, secret, { mode: 0o600, flag: 'wx' })
    } catch (cause) {
      throw new OperatorError(`The folder ${dataDir} (DATA_DIR) cannot be written to: ${(cause as Error).message}.`)
    }
    return secret
  }
}
