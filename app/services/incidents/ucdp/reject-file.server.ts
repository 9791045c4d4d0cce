import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs'
import { dirname } from 'node:path'
import { finished } from 'node:stream/promises'
import { OperatorError } from '#app/platform/errors.ts'

/** What is wrong with a row of an imported file. `row` as a spreadsheet counts: the header is row 1. */
export type Reject = { row: number; id: string; column: string; value: string; reason: string }

const longestValue = 80

/**
 * A CSV file of rejected rows, made at the first one and readable by its owner only: a cell that lost its column may hold a name.
 * @throws {OperatorError} when the file cannot be written.
 */
export function rejectFile(path: string) {
  let stream: WriteStream | undefined
  let failure: Error | undefined
  const open = (): WriteStream => {
    try {
      mkdirSync(dirname(path), { recursive: true })
    } catch (cause) {
      throw cannotWrite(path, cause as Error)
    }
    const opened = createWriteStream(path, { mode: 0o600 })
    opened.on('error', (cause) => (failure = cause))
    opened.write('row,id,column,value,reason\n')
    return opened
  }
  return {
    write(reject: Reject): void {
      if (failure) throw cannotWrite(path, failure)
      stream ??= open()
      const { row, id, column, value, reason } = reject
      const short = value.length > longestValue ? `${value.slice(0, longestValue)}…` : value
      stream.write(`${[String(row), id, column, short, reason].map(cell).join(',')}\n`)
    },
    /** Finishes the file. @returns its path, or null when nothing was rejected. */
    async close(): Promise<string | null> {
      if (!stream) return null
      stream.end()
      await finished(stream).catch((cause: Error) => {
        throw cannotWrite(path, cause)
      })
      return path
    },
  }
}

/** A cell that a spreadsheet reads as text: one that begins like a formula gets an apostrophe before it. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\n\r]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
}

const cannotWrite = (path: string, cause: Error) =>
  new OperatorError(`The reject file ${path} cannot be written: ${cause.message}.`)
