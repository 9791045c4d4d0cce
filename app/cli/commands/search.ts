import { InvalidArgumentError, type Command } from 'commander'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { CountryCode } from '#schemas/values.ts'
import { drainOutbox } from '#search/indexer/drain-outbox.ts'
import type { SearchHit } from '#search/engine.ts'
import { printResult, say, withInstallation } from '../command.ts'

export function addSearchCommand(program: Command): void {
  const command = program
    .command('search')
    .description('search passages of released reports and incidents')
    .argument('<query>', 'words; "quotes" keep words together, -word leaves out')
    .option('--country <code>', 'ISO 3166 code of three letters, e.g. SYR', countryCode)
    .option('--limit <number>', 'how many results, at most 100', limitOf, 10)
  command.action(async (query: string, { country, limit }: { country?: string; limit: number }) => {
    const { config, result } = await withInstallation(async ({ config, sql, search }) => {
      await search.prepare()
      // What was imported or released while no application ran is still in line.
      const { failed, firstError } = await drainOutbox({
        sql,
        engine: search,
        transact: withTransaction,
        onProgress: (done) => say(`Indexing: ${done} done …`),
      })
      if (failed > 0) say(`${failed} objects are not in the index yet: ${firstError}.`)
      return { config, result: await search.search({ query, types: ['passage', 'incident'], country, offset: 0, limit }) }
    })
    const hits = result.hits.map((hit) => ({ ...summaryOf(hit), url: config.baseUrl + pathOf(hit) }))
    const { total, understood, engine } = result
    printResult(command, { query, total, understood, engine, hits }, [
      `${total} found (${engine}); looked for: ${understood.join(', ') || 'everything'}`,
      ...hits.flatMap((hit) => ['', `${hit.place}  [${hit.type}, ${hit.date}]`, `  ${hit.text}`, `  ${hit.url}`]),
    ])
  })
}

const pathOf = ({ document }: SearchHit): string =>
  document.type === 'passage' ? `/releases/${document.releaseNumber}#${document.anchor}` : `/incidents/${document.incidentId}`

function summaryOf({ document, highlight }: SearchHit) {
  const text = highlight.map((it) => it.text).join('')
  const shared = { type: document.type, id: document.id, country: document.country, text }
  if (document.type === 'passage') {
    const { breadcrumb, asOf, releaseNumber, sourceCount } = document
    return { ...shared, place: breadcrumb.join(' › '), date: asOf, releaseNumber, sourceCount }
  }
  const { place, admin1, factsFrom, dataset, externalId, deathsBest } = document
  return {
    ...shared,
    place: [document.country, admin1, place].filter(Boolean).join(' › '),
    date: factsFrom,
    dataset,
    externalId,
    deathsBest,
  }
}

function countryCode(value: string): string {
  const code = CountryCode.safeParse(value.toUpperCase())
  if (!code.success) throw new InvalidArgumentError('It must be three letters, such as SYR.')
  return code.data
}

function limitOf(value: string): number {
  const limit = Number(value)
  if (!Number.isInteger(limit) || limit < 1 || limit > 100)
    throw new InvalidArgumentError('It must be a whole number from 1 to 100.')
  return limit
}
