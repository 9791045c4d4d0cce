import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { CsvError, parse } from 'csv-parse'
import { OperatorError } from '#app/platform/errors.ts'

/** Longer than any record known (the longest has 5 kB of sources), short enough to notice a quote that is never closed. */
const longestRecord = 1_000_000

export type OpenRecords = {
  fileName: string
  bytes: number
  /** Every row in turn with its number as a spreadsheet counts them: the first row is 1. */
  rows: AsyncGenerator<{ row: number; cells: string[] }>
  /** Bytes read so far. */
  bytesRead: () => number
  /** SHA-256 of the whole file, hex; there once `rows` has ended. */
  hash: () => string
  /** Whether the last line has a line end; once `rows` has ended. */
  endsWithLine: () => boolean
}

/**
 * Opens a CSV file for reading row by row, in bounded memory.
 * @throws {OperatorError} one sentence: when there is no such file, it is empty, is not UTF-8, or breaks off inside a record; `rows` throws
 * the last three.
 */
export async function openRecords(path: string): Promise<OpenRecords> {
  const fileName = basename(path)
  const found = await stat(path).catch((cause: NodeJS.ErrnoException) => {
    throw new OperatorError(
      cause.code === 'ENOENT' ? `There is no file ${path}.` : `The file ${path} cannot be read: ${cause.message}.`,
    )
  })
  if (!found.isFile()) throw new OperatorError(`${path} is not a file.`)
  if (found.size === 0) throw new OperatorError(`The file ${path} is empty.`)

  const hash = createHash('sha256')
  let digest: string | undefined
  let bytesRead = 0
  let lastByte: number | undefined

  async function* checkedChunks() {
    const decoder = new TextDecoder('utf-8', { fatal: true })
    const check = (chunk?: Buffer) => {
      try {
        decoder.decode(chunk, { stream: chunk !== undefined })
      } catch {
        throw new OperatorError(`${fileName} is not UTF-8 text (near byte ${bytesRead}): save it as UTF-8 and import it again.`)
      }
    }
    for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
      check(chunk)
      hash.update(chunk)
      bytesRead += chunk.length
      lastByte = chunk.at(-1)
      yield chunk
    }
    check()
  }

  async function* rows() {
    const parser = parse({ bom: true, relax_column_count: true, max_record_size: longestRecord })
    const feeding = pipeline(checkedChunks, parser)
    // Its failure reaches the loop below through the parser; unhandled it would end the process.
    feeding.catch(() => {})
    let row = 0
    try {
      for await (const cells of parser as AsyncIterable<string[]>) {
        row++
        if (cells.length > 1 || cells[0] !== '') yield { row, cells }
      }
    } catch (cause) {
      throw cause instanceof CsvError ? new OperatorError(sentence(cause, fileName, row + 1)) : cause
    } finally {
      parser.destroy()
    }
    await feeding
    digest = hash.digest('hex')
  }

  return {
    fileName,
    bytes: found.size,
    rows: rows(),
    bytesRead: () => bytesRead,
    hash: () => {
      if (digest === undefined) throw new Error('the hash is there once all rows are read')
      return digest
    },
    endsWithLine: () => lastByte === 0x0a || lastByte === 0x0d,
  }
}

function sentence(cause: CsvError, fileName: string, row: number): string {
  if (cause.code === 'CSV_QUOTE_NOT_CLOSED')
    return `${fileName} breaks off inside row ${row}: the file is cut off. Nothing was imported.`
  if (cause.code === 'CSV_MAX_RECORD_SIZE')
    return `Row ${row} of ${fileName} is longer than ${longestRecord} characters: a quote in or before it is not closed. Nothing was imported.`
  return `Row ${row} of ${fileName} is not CSV: ${cause.message.split('\n')[0]} Nothing was imported.`
}
