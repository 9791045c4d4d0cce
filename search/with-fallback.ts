import type { SearchEngine } from './engine.ts'

export type FallbackLog = { warn(details: object, message: string): void }

/**
 * Two engines that are kept alike: writing goes to both, searching to the first, and to the second while the first is away. A result says which
 * engine answered. Writing rejects when either refuses, so that the outbox tries again; the second is written first and so is never behind.
 * @param rest milliseconds after a failed search during which the first engine is not asked: nobody waits for it twice.
 */
export function withFallback(first: SearchEngine, second: SearchEngine, log?: FallbackLog, rest = 10_000): SearchEngine {
  let awayUntil = 0
  return {
    name: first.name,
    prepare: async () => {
      await second.prepare()
      await first
        .prepare()
        .catch((error: Error) => log?.warn({ error: error.message }, `${first.name} is away; searching with ${second.name}`))
    },
    put: async (documents) => {
      await second.put(documents)
      await first.put(documents)
    },
    remove: async (ids) => {
      await second.remove(ids)
      await first.remove(ids)
    },
    clear: async () => {
      await second.clear()
      await first.clear()
    },
    search: async (request) => {
      if (Date.now() < awayUntil) return second.search(request)
      try {
        return await first.search(request)
      } catch (error) {
        awayUntil = Date.now() + rest
        log?.warn({ error: (error as Error).message }, `${first.name} did not answer; searching with ${second.name}`)
        return second.search(request)
      }
    },
    health: () => first.health(),
    close: async () => {
      await first.close()
      await second.close()
    },
  }
}
