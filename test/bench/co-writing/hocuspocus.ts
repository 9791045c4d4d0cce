import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import * as Y from 'yjs'
import { projectFolder } from '#app/cli/build.server.ts'
import type { Sql } from '#app/platform/database/sql.server.ts'
import { freePort, until } from '../../support/processes.ts'
import { DiskCheck } from './disk-check.ts'
import type { Together } from './processes.ts'
import { inRhythm, letterAt } from './typing.ts'

/** Node.js 20 has no WebSocket of its own: the one the provider comes with. */
const ownRequire = createRequire(import.meta.url)
const WebSocketPolyfill: unknown = createRequire(ownRequire.resolve('@hocuspocus/provider'))('ws')

/**
 * The same authors in as many documents of Hocuspocus: each types in a text of its own in the document, like a paragraph. The time of a letter
 * runs from typing it, which is when the provider sends it, until the server says it has it.
 */
export async function hocuspocus(
  { sql, databaseUrl }: Pick<Together, 'sql' | 'databaseUrl'>,
  { authors, sections, seconds }: { authors: number; sections: number; seconds: number },
): Promise<{ answered: number[]; onDisk: string }> {
  const port = await freePort()
  const file = fileURLToPath(new URL('../hocuspocus-server.ts', import.meta.url))
  const server = spawn(process.execPath, ['--import', 'tsx', file, String(port), databaseUrl], {
    cwd: projectFolder,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const writers: Writer[] = []
  try {
    await once(server.stdout, 'data')
    const check = new DiskCheck()
    for (let number = 0; number < authors; number++) {
      writers.push(new Writer(`ws://127.0.0.1:${port}`, `section-${number % sections}`, { sql, check }))
    }
    await until('every provider is connected', () => writers.every((writer) => writer.provider.isSynced))
    let goesOn = true
    const typing = writers.map((writer) =>
      inRhythm(
        () => writer.type(),
        () => goesOn,
      ),
    )
    await pause(seconds * 1000)
    goesOn = false
    await Promise.all(typing)
    await until('everything is acknowledged', () => writers.every((writer) => writer.answered.length === writer.typed.length))
    const onDisk = await check.share()
    await until('every document is the same for all and stored', () => areWhole(sql, writers))
    return { answered: writers.flatMap((writer) => writer.answered), onDisk }
  } finally {
    for (const writer of writers) writer.close()
    server.kill('SIGTERM')
    await once(server, 'exit')
  }
}

class Writer {
  typed = ''
  readonly answered: number[] = []
  readonly document = new Y.Doc()
  readonly provider: HocuspocusProvider
  readonly #text: Y.Text
  readonly #typedAt: number[] = []
  readonly #socket: HocuspocusProviderWebsocket

  constructor(
    url: string,
    readonly name: string,
    { sql, check }: { sql: Sql; check: DiskCheck },
  ) {
    this.#socket = new HocuspocusProviderWebsocket({ url, WebSocketPolyfill })
    this.#text = this.document.getText(`paragraph-${this.document.clientID}`)
    this.provider = new HocuspocusProvider({ websocketProvider: this.#socket, name, document: this.document })
    this.provider.on('unsyncedChanges', ({ number }: { number: number }) => {
      while (this.answered.length < this.typed.length - number) {
        this.answered.push(performance.now() - this.#typedAt[this.answered.length]!)
        const letters = this.answered.length
        check.acknowledged(async () => (await storedLetters(sql, name, this.document.clientID)) >= letters)
      }
    })
    this.provider.attach()
  }

  type(): void {
    const letter = letterAt(this.typed.length)
    this.typed += letter
    this.#typedAt.push(performance.now())
    this.#text.insert(this.typed.length - 1, letter)
  }

  close(): void {
    this.provider.destroy()
    this.#socket.destroy()
    this.document.destroy()
  }
}

/** How many letters of one client the stored document has: each letter is one tick of its clock. */
async function storedLetters(sql: Sql, name: string, clientId: number): Promise<number> {
  const [row] = await sql<{ data: Buffer }[]>`select data from hocuspocus_document where name = ${name}`
  if (!row) return 0
  return Y.decodeStateVector(Y.encodeStateVectorFromUpdate(row.data)).get(clientId) ?? 0
}

async function areWhole(sql: Sql, writers: readonly Writer[]): Promise<boolean> {
  for (const { document, name, typed } of writers) {
    if ((await storedLetters(sql, name, document.clientID)) < typed.length) return false
    for (const other of writers.filter((it) => it.name === name)) {
      const there = other.document.getText(`paragraph-${document.clientID}`).toJSON()
      assert.ok(typed.startsWith(there), 'a text is not what its author typed')
      if (there !== typed) return false
    }
  }
  return true
}
