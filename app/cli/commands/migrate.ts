import type { Command } from 'commander'
import { printResult, withInstallation } from '../command.ts'

export function addMigrateCommand(program: Command): void {
  const command = program.command('migrate').description('bring the database to the newest version')
  command.action(async () => {
    const migrated = await withInstallation(async (installation) => installation.migrated)
    printResult(command, { migrated }, [migrated.length ? `Migrated: ${migrated.join(', ')}.` : 'The database is up to date.'])
  })
}
