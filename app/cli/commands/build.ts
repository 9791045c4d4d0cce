import type { Command } from 'commander'
import { buildWhenNeeded } from '../build.server.ts'
import { printResult, say } from '../command.ts'

export function addBuildCommand(program: Command): void {
  const command = program.command('build').description('build the pages when their sources changed since the last time')
  command.action(async () => {
    await buildWhenNeeded(say)
    printResult(command, { built: true }, ['The pages are built.'])
  })
}
