import { Command } from 'commander'
import { OperatorError } from '#app/platform/errors.ts'
import { addBuildCommand } from './commands/build.ts'
import { addDemoCommand } from './commands/demo.ts'
import { addExportCommand } from './commands/export.ts'
import { addImportCommand } from './commands/import.ts'
import { addMigrateCommand } from './commands/migrate.ts'
import { addReindexCommand } from './commands/reindex.ts'
import { addSearchCommand } from './commands/search.ts'
import { addStandardCommand } from './commands/standard.ts'
import { addStartCommand } from './commands/start.ts'
import { addUserCommand } from './commands/user.ts'
import { addVaultCommand } from './commands/vault.ts'

const program = new Command('herkomst')
  .description('Country-of-origin information: drafting, reviewing, releasing and searching official country reports')
  .option('--json', 'print one JSON object to stdout instead of text')
  .showHelpAfterError('(herkomst --help lists the commands)')
  .configureHelp({ sortSubcommands: true })

for (const add of [
  addStartCommand,
  addBuildCommand,
  addMigrateCommand,
  addDemoCommand,
  addImportCommand,
  addExportCommand,
  addReindexCommand,
  addSearchCommand,
  addStandardCommand,
  addUserCommand,
  addVaultCommand,
])
  add(program)

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof OperatorError) console.error(error.message)
  else console.error(error)
  process.exitCode = 1
}
