import type { Command } from 'commander'
import { DomainError, OperatorError } from '#app/platform/errors.ts'
import { loadDemo } from '#app/services/demo/load-demo.server.ts'
import { asOperator, printResult, say, withInstallation } from '../command.ts'

export function addDemoCommand(program: Command): void {
  const command = program.command('demo').description('load the demonstration into an empty database')
  command.action(async () => {
    say('Loading the demonstration …')
    const summary = await withInstallation((installation) => loadDemo(asOperator(installation))).catch((error) => {
      if (!(error instanceof DomainError) || error.detail !== 'database-in-use') throw error
      throw new OperatorError(
        'The database already holds accounts or terms of reference; the demonstration is only loaded into an empty one.',
      )
    })
    printResult(command, summary, [
      `Loaded ${summary.accounts} accounts, ${summary.reports} reports, ${summary.incidents} incidents; released ${summary.release}.`,
    ])
  })
}
