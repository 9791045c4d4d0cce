import { Option, type Command } from 'commander'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import { DomainError, OperatorError } from '#app/platform/errors.ts'
import { readReleaseFile } from '#app/services/releases/read-release.server.ts'
import { exportFormats } from '#schemas/vocabulary.ts'
import { asOperator, printResult, withInstallation } from '../command.ts'
import { writeWhole } from '../write-whole.ts'

export function addExportCommand(program: Command): void {
  const command = program
    .command('export')
    .description('write a release to a file, as it was made when it was released')
    .argument('<release>', 'number of the release, e.g. SYR-2026-1')
    .addOption(new Option('--format <format>', 'which file').choices([...exportFormats]).makeOptionMandatory())
    .option('--terms', 'the terms of reference that went with it instead of the report')
    .requiredOption('--out <file>', 'where to write it; replaced when it exists')
  command.action(async (number: string, { format, out, terms = false }) => {
    const file = await withInstallation(async (installation) => {
      const useCase = asOperator(installation)
      const found = await readReleaseFile(useCase, number, format, terms ? 'terms' : 'report').catch((error) => {
        if (error instanceof DomainError)
          throw new OperatorError(
            terms ? `There is no release ${number} with terms of reference.` : `There is no release ${number}.`,
          )
        throw error
      })
      await writeWhole(out, found.content)
      await recordEvent(useCase, { action: 'release.exported', objectType: 'release', objectId: number, details: { format } })
      return found
    })
    const result = { number, format, out, bytes: file.content.length, hash: file.hash }
    printResult(command, result, [`${out}: ${number} as ${format}, ${result.bytes} bytes, SHA-256 ${result.hash}`])
  })
}
