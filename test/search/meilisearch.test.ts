import { randomUUID } from 'node:crypto'
import { afterAll, describe } from 'vitest'
import { createMeilisearchEngine } from '#search/meilisearch/meilisearch-engine.ts'
import { searchEngineContract } from './contract.ts'
import { meilisearchIsThere, runMeilisearch, type RunningMeilisearch } from './meilisearch-server.ts'

describe.runIf(meilisearchIsThere())('with a real Meilisearch', () => {
  let server: RunningMeilisearch | undefined
  afterAll(() => server?.stop())

  searchEngineContract('meilisearch', async () => {
    server = await runMeilisearch()
    return createMeilisearchEngine({ ...server, index: `test-${randomUUID()}`, patience: 20_000 })
  })
})
