import { OperatorError } from '#app/platform/errors.ts'
import { incidentFlags, type IncidentFlag } from '#schemas/vocabulary.ts'
import { countryFinder } from './country-names.ts'
import { eventOf, type UcdpEvent } from './event.ts'
import { columnNames, detectLayout, isTagRow, type ColumnName, type Layout } from './layout.ts'
import type { OpenRecords } from './read-records.server.ts'
import type { Reject } from './reject-file.server.ts'
import { reasonOf, UcdpRow } from './row.ts'

export type ReadCounts = {
  read: number
  rejected: number
  /** Kept events with at least one flag, and how often each flag was set. */
  flagged: number
  flags: Record<IncidentFlag, number>
}
type Country = { code: string; nameNl: string; nameEn: string }
type Rejects = { write: (reject: Reject) => void }

/** How often progress is told, in rows. */
const everyRows = 500

/**
 * Reads the header now and the events as they are asked for; rows that cannot be kept are written to `rejects` on the way.
 * @throws {OperatorError} when this is no UCDP GED file, or it breaks off (while reading `events`).
 */
export async function readEvents(
  records: OpenRecords,
  countries: readonly Country[],
  rejects: Rejects,
  onProgress: (counts: ReadCounts) => void,
): Promise<{ layout: string; counts: ReadCounts; events: AsyncGenerator<UcdpEvent> }> {
  const first = await records.rows.next()
  if (first.done) throw new OperatorError(`The file ${records.fileName} is empty.`)
  const layout = detectLayout(first.value.cells)
  const flags = Object.fromEntries(incidentFlags.map((flag) => [flag, 0])) as Record<IncidentFlag, number>
  const counts: ReadCounts = { read: 0, rejected: 0, flagged: 0, flags }
  /** In which row each event number stood first: a few bytes an event, the only thing that grows with the file. */
  const firstRows = new Map<string, number>()
  const find = countryFinder(countries)
  const byCode = new Map(countries.map((country) => [country.code, country]))
  const second = await records.rows.next()
  const tagged = !second.done && isTagRow(second.value.cells)

  async function* events() {
    let short: { row: number; cells: string[] } | undefined
    const each = function* ({ row, cells }: { row: number; cells: string[] }) {
      if (++counts.read % everyRows === 0) onProgress(counts)
      const checked = checkRow(cells, layout, find)
      const firstRow = 'event' in checked ? firstRows.get(checked.event.id) : undefined
      if ('event' in checked && firstRow === undefined) {
        const event = eventOf(checked.event, byCode.get(checked.country)!)
        firstRows.set(event.externalId, row)
        if (event.flags.length > 0) counts.flagged++
        for (const flag of event.flags) flags[flag]++
        yield event
      } else {
        counts.rejected++
        const found = 'event' in checked ? [again(checked.event.id, firstRow!)] : checked.rejects
        for (const reject of found) rejects.write({ row, ...reject })
      }
      short = cells.length < layout.width ? { row, cells } : undefined
    }
    if (!second.done && !tagged) yield* each(second.value)
    for await (const record of records.rows) yield* each(record)
    // A last row with too few cells and no line end is what a download that broke off leaves.
    if (short && !records.endsWithLine()) {
      throw new OperatorError(
        `${records.fileName} breaks off inside row ${short.row}: the file is cut off. Nothing was imported.`,
      )
    }
    onProgress(counts)
  }
  return { layout: tagged ? `${layout.name}+hxl` : layout.name, counts, events: events() }
}

const again = (id: string, row: number) => ({ id, column: 'id', value: id, reason: `stands in row ${row} already` })

type Checked = { event: UcdpRow; country: string } | { rejects: Omit<Reject, 'row'>[] }

function checkRow(cells: readonly string[], layout: Layout, find: (name: string) => string | undefined): Checked {
  const raw = {} as Record<ColumnName, string>
  for (const [column, position] of layout.positions) raw[column] = (cells[position] ?? '').trim()
  const id = raw.id.slice(0, 40)
  if (cells.length !== layout.width) {
    const reason = `has ${cells.length} cells where the header has ${layout.width}`
    return { rejects: [{ id: /^\d+$/.test(id) ? id : '', column: '', value: '', reason }] }
  }
  if (columnNames.every((column) => raw[column].toLowerCase() === column)) {
    return { rejects: [{ id: '', column: '', value: '', reason: 'is the header again, not an event' }] }
  }
  const parsed = UcdpRow.safeParse(raw)
  const country = find(raw.country)
  if (parsed.success && country) return { event: parsed.data, country }
  const rejects = (parsed.error?.issues ?? []).map((issue) => {
    const column = String(issue.path[0]) as ColumnName
    return { id, column: String(column), value: raw[column], reason: reasonOf(issue) }
  })
  if (!country && raw.country !== '') {
    rejects.push({ id, column: 'country', value: raw.country, reason: 'is no country this system knows' })
  }
  return { rejects }
}
