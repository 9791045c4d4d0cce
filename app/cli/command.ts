import type { Command } from 'commander'
import { readConfig } from '#app/platform/config.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { openInstallation, type OpenInstallation } from './installation.server.ts'

/** Whether results go to stdout as one JSON object. */
export const wantsJson = (command: Command): boolean => command.optsWithGlobals().json === true

/** Prints a command's result: one JSON object, or the lines for people. */
export function printResult(command: Command, result: object, lines: readonly string[]): void {
  console.log(wantsJson(command) ? JSON.stringify(result) : lines.join('\n'))
}

/** Progress and remarks: to stderr, so that stdout holds results only. */
export const say = (line: string): void => console.error(line)

/** Runs a command on the opened installation and lets go of it afterwards, also when interrupted. */
export async function withInstallation<T>(work: (installation: OpenInstallation) => Promise<T>): Promise<T> {
  const opening = openInstallation(readConfig())
  const interrupted = (signal: NodeJS.Signals) =>
    void opening
      .then((installation) => installation.close())
      .catch(() => {})
      .finally(() => process.exit(signal === 'SIGINT' ? 130 : 143))
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted)
  try {
    return await work(await opening)
  } finally {
    await opening.then((installation) => installation.close()).catch(() => {})
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted)
  }
}

/** The command line acts without an account: whoever may run it owns the installation. */
export const asOperator = ({ sql, clock }: OpenInstallation): UseCase<null> => ({ sql, clock, actor: null, origin: 'cli' })
