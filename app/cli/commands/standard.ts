import { readFile } from 'node:fs/promises'
import { Option, type Command } from 'commander'
import { standardTexts } from '#app/i18n/standard.ts'
import { DomainError, OperatorError } from '#app/platform/errors.ts'
import type { FileError } from '#app/services/standard-terms/check-standard-file.ts'
import { exportStandard } from '#app/services/standard-terms/export-standard.server.ts'
import { ImportedStandard, importStandard } from '#app/services/standard-terms/import-standard.server.ts'
import { listStandards } from '#app/services/standard-terms/read-standard.server.ts'
import { asOperator, printResult, say, withInstallation } from '../command.ts'
import { writeWhole } from '../write-whole.ts'

const kindOption = () => new Option('--kind <kind>', 'for which reports').choices(['general', 'thematic']).default('general')

export function addStandardCommand(program: Command): void {
  const standard = program.command('standard').description('standard terms of reference as a file')

  const bringIn = standard
    .command('import')
    .description('bring a version in from JSON, as a draft; reports every error with its place')
    .argument('<file>', 'JSON file')
    .addOption(kindOption())
    .requiredOption('--reason <text>', 'why, for the history; at least 10 characters')
  bringIn.action(async (file: string, { kind, reason }: { kind: string; reason: string }) => {
    const text = await readFile(file, 'utf8').catch((cause) => {
      throw new OperatorError(`${file} cannot be read: ${(cause as Error).message}.`)
    })
    const input = ImportedStandard.safeParse({ text, kind, reason })
    if (!input.success) throw new OperatorError(inWords(input.error.issues[0]?.message))
    const outcome = await withInstallation((installation) =>
      importStandard(asOperator(installation), input.data).catch((error) => {
        if (error instanceof DomainError && error.detail === 'import-refused') return error.data?.errors as FileError[]
        throw error
      }),
    )
    if (!Array.isArray(outcome)) {
      printResult(bringIn, outcome, [`Imported as a draft: version ${outcome.version}, ${outcome.questions} questions.`])
      return
    }
    for (const error of outcome) say(inLine(file, error))
    throw new OperatorError(standardTexts.en.import.refused(outcome.length))
  })

  const bringOut = standard
    .command('export')
    .description('write a version to a JSON file that can be imported again')
    .argument('<version>', 'name of the version, e.g. 1.0')
    .addOption(kindOption())
    .requiredOption('--out <file>', 'where to write it; replaced when it exists')
  bringOut.action(async (version: string, { kind, out }: { kind: string; out: string }) => {
    const questions = await withInstallation(async (installation) => {
      const useCase = asOperator(installation)
      const found = (await listStandards(useCase)).find((it) => it.version === version && it.kind === kind)
      if (!found) throw new OperatorError(`There is no version ${version} for ${kind} reports.`)
      await writeWhole(out, `${JSON.stringify(await exportStandard(useCase, found.id), null, 2)}\n`)
      return found.questions
    })
    printResult(bringOut, { version, kind, out, questions }, [`${out}: version ${version}, ${questions} questions`])
  })
}

/** `file.json:12:9 chapters[0].key: Key "x" occurs earlier in the file.`, as editors understand it. */
function inLine(file: string, { code, place, path, found }: FileError): string {
  const sentences: Record<FileError['code'], (found: string) => string> = standardTexts.en.fileErrors
  return `${file}:${place.line}:${place.column} ${path ? `${path}: ` : ''}${sentences[code](found)}`
}

function inWords(code = 'other'): string {
  const sentences: Record<string, string> = standardTexts.en.errors
  return sentences[code] ?? sentences.other!
}
