/** A cell's value; numbers are written as the language writes them. */
export type CsvCell = string | number | null

/** What a spreadsheet would read as the beginning of a formula. */
const formula = /^[=+\-@\t\r]/

/**
 * Comma-separated values for Dutch spreadsheets: semicolons between cells, CRLF after each line, UTF-8 without a byte order mark. A text that a
 * spreadsheet would calculate gets an apostrophe before it; numbers are numbers.
 * @param decimal the sign before decimals: `,` where a spreadsheet is Dutch.
 */
export const csv = (lines: readonly (readonly CsvCell[])[], decimal: ',' | '.'): string =>
  lines.map((line) => line.map((cell) => written(cell, decimal)).join(';') + '\r\n').join('')

function written(cell: CsvCell, decimal: ',' | '.'): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(Math.round(cell * 10) / 10).replace('.', decimal)
  const text = formula.test(cell) ? `'${cell}` : cell
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
