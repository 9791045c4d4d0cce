import { OperatorError } from '#app/platform/errors.ts'

/**
 * The columns of a UCDP GED file that are read, found by name: the 41 columns of release 19.1, the 49 of later releases and republications
 * with another order all have them. Headlines and article texts (source_headline, source_article) are left where they are: they name people.
 */
export const columnNames = [
  'id',
  'type_of_violence',
  'side_a',
  'side_b',
  'number_of_sources',
  'source_office',
  'source_date',
  'source_original',
  'where_prec',
  'where_coordinates',
  'adm_1',
  'adm_2',
  'latitude',
  'longitude',
  'country',
  'date_prec',
  'date_start',
  'date_end',
  'deaths_civilians',
  'deaths_unknown',
  'low',
  'best',
  'high',
] as const
export type ColumnName = (typeof columnNames)[number]

export type Layout = {
  /** `ged-19.1` (41 columns), `ged-20` (with relid and code_status), `ged-other` when only the needed columns are known. */
  name: 'ged-19.1' | 'ged-20' | 'ged-other'
  /** How many cells a record has. */
  width: number
  /** Where each needed column stands. */
  positions: readonly (readonly [ColumnName, number])[]
}

/**
 * Reads the first row.
 * @throws {OperatorError} when it is no header of UCDP GED: which columns are missing or double.
 */
export function detectLayout(header: readonly string[]): Layout {
  const names = header.map((name) => name.trim().toLowerCase())
  const missing = columnNames.filter((name) => !names.includes(name))
  if (missing.length > columnNames.length / 2) {
    throw new OperatorError(
      'This is not a UCDP GED file: its first row does not hold the column names (id, type_of_violence, …).',
    )
  }
  if (missing.length > 0)
    throw new OperatorError(`This UCDP GED file misses the column${missing.length > 1 ? 's' : ''} ${missing.join(', ')}.`)
  const double = columnNames.filter((name) => names.indexOf(name) !== names.lastIndexOf(name))
  if (double.length > 0) throw new OperatorError(`This UCDP GED file has more than one column ${double.join(', ')}.`)
  const name =
    names.includes('relid') && names.includes('code_status') ? 'ged-20' : names.length === 41 ? 'ged-19.1' : 'ged-other'
  return { name, width: names.length, positions: columnNames.map((column) => [column, names.indexOf(column)]) }
}

/** Whether a record is the row of HXL tags (`#date+year`) that humanitarian republications put under the header. */
export const isTagRow = (record: readonly string[]): boolean =>
  record.some((cell) => cell.startsWith('#')) && record.every((cell) => cell === '' || cell.startsWith('#'))
