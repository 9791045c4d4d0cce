import type { Command } from 'commander'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { OperatorError } from '#app/platform/errors.ts'
import { drainOutbox, queueEverything } from '#search/indexer/drain-outbox.ts'
import { printResult, say, wantsJson, withInstallation } from '../command.ts'

export function addReindexCommand(program: Command): void {
  const command = program.command('reindex').description('empty the search index and build it again from releases and incidents')
  command.action(async () => {
    const result = await withInstallation(async ({ sql, search }) => {
      const started = Date.now()
      await search.prepare()
      await search.clear()
      const { releases, incidents } = await queueEverything(sql)
      say(`Indexing ${releases} releases and ${incidents} incidents …`)
      const drained = await drainOutbox({
        sql,
        engine: search,
        transact: withTransaction,
        onProgress: (done) => say(`${done} of ${releases + incidents}`),
      })
      return { releases, incidents, ...drained, seconds: Math.round((Date.now() - started) / 100) / 10 }
    })
    if (result.failed > 0) {
      if (wantsJson(command)) printResult(command, result, [])
      throw new OperatorError(
        `${result.failed} objects could not be indexed and will be tried again by the running application: ${result.firstError}.`,
      )
    }
    printResult(command, result, [`Indexed ${result.documents} documents in ${result.seconds} s.`])
  })
}
