import { basename, join } from 'node:path'
import type { Command } from 'commander'
import { readConfig } from '#app/platform/config.server.ts'
import { importUcdp, type ImportProgress, type ImportSummary } from '#app/services/incidents/import-ucdp.server.ts'
import { openRecords } from '#app/services/incidents/ucdp/read-records.server.ts'
import { asOperator, printResult, say, withInstallation } from '../command.ts'

export function addImportCommand(program: Command): void {
  const command = program
    .command('import')
    .description('bring in data from files')
    .command('ucdp')
    .description('import incidents from a UCDP GED file (CSV, 41 or 49 columns, also as HDX republishes it)')
    .argument('<file>', 'CSV file')
    .option('--rejects <path>', 'where to list rows that were not imported (default: import-rejects/ in DATA_DIR)')
    .option('--dry-run', 'check everything and keep nothing')
  command.action(async (file: string, options: { rejects?: string; dryRun?: boolean }) => {
    // Before a database is started for nothing.
    await openRecords(file)
    const rejectPath = options.rejects ?? defaultRejectPath(readConfig().dataDir, file)
    const progress = progressLine(process.stderr)
    const summary = await withInstallation((installation) =>
      importUcdp(asOperator(installation), { path: file, rejectPath, dryRun: options.dryRun, onProgress: progress.show }),
    ).finally(progress.end)
    printResult(command, summary, linesOf(summary))
  })
}

const defaultRejectPath = (dataDir: string, file: string): string =>
  join(dataDir, 'import-rejects', `${basename(file, '.csv')}-${new Date().toISOString().slice(0, 19).replace(/[:T]/g, '-')}.csv`)

/** One line that is written over on a terminal; elsewhere a line every few seconds. */
function progressLine(stream: NodeJS.WriteStream) {
  const pause = stream.isTTY ? 100 : 5000
  let last = stream.isTTY ? 0 : Date.now()
  let phase = ''
  return {
    show(progress: ImportProgress): void {
      const turned = progress.phase !== phase && progress.phase === 'waiting'
      phase = progress.phase
      if (!turned && Date.now() - last < pause) return
      last = Date.now()
      const line = inWords(progress)
      if (stream.isTTY) stream.write(`\r\x1b[2K${line}`)
      else say(line)
    },
    end(): void {
      if (stream.isTTY && phase) stream.write('\r\x1b[2K')
    },
  }
}

function inWords({ phase, read, rejected, bytesRead, bytes, seconds }: ImportProgress): string {
  if (phase === 'waiting') return 'Waiting for another import to end …'
  const rows = `${number(read)} rows, ${number(rejected)} rejected`
  return `${Math.floor((bytesRead / bytes) * 100)} %, ${rows}, ${number(Math.round(read / seconds))} rows/s`
}

function linesOf(summary: ImportSummary): string[] {
  const { read, inserted, updated, unchanged, rejected, flagged, flags, seconds, rowsPerSecond } = summary
  const named = Object.entries(flags).flatMap(([flag, times]) => (times > 0 ? [`${number(times)} ${flag}`] : []))
  return [
    `${summary.dryRun ? 'Checked, nothing kept' : 'Imported'}: ${summary.file} (${summary.layout}), ${number(read)} rows in ${seconds.toFixed(1)} s (${number(rowsPerSecond)} rows/s).`,
    `${number(inserted)} inserted, ${number(updated)} updated, ${number(unchanged)} unchanged, ${number(rejected)} rejected.`,
    ...(flagged > 0 ? [`${number(flagged)} kept with a flag: ${named.join(', ')}.`] : []),
    ...(summary.rejectFile ? [`Rejected rows with their reasons: ${summary.rejectFile}`] : []),
    ...summary.remarks,
  ]
}

const number = (value: number): string => new Intl.NumberFormat('en-GB').format(value)
