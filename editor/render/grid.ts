import type { Cell, Row } from './walk.ts'

/** A table in which every place is taken exactly once, as paper needs it: `null` is a place no cell was written for. */
export type Grid<Block> = { columns: number; rows: (Cell<Block> | null)[][] }

/**
 * Lays cells out as HTML does: each in the first free place of its row. Spans that reach past the last row, or from the header rows into the
 * others, are cut; places left over are filled.
 */
export function gridOf<Block>(rows: readonly Row<Block>[], headerRows: number): Grid<Block> {
  const taken: boolean[][] = rows.map(() => [])
  const placed = rows.map(({ cells }, y) => {
    const last = y < headerRows ? headerRows : rows.length
    return cells.map((cell) => {
      let x = 0
      while (taken[y]![x]) x++
      let colspan = 1
      while (colspan < cell.colspan && !taken[y]![x + colspan]) colspan++
      const rowspan = Math.min(cell.rowspan, last - y)
      for (let down = 0; down < rowspan; down++) for (let right = 0; right < colspan; right++) taken[y + down]![x + right] = true
      return { x, cell: { ...cell, colspan, rowspan } }
    })
  })
  const columns = Math.max(1, ...taken.map((row) => row.length))
  return {
    columns,
    rows: placed.map((cells, y) => {
      const empty = Array.from({ length: columns }, (_, x) => x).filter((x) => !taken[y]![x])
      return [...cells, ...empty.map((x) => ({ x, cell: null }))].sort((a, b) => a.x - b.x).map(({ cell }) => cell)
    }),
  }
}
