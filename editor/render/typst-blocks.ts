import type { Language } from '#schemas/vocabulary.ts'
import { gridOf } from './grid.ts'
import type { IncidentWords, Line } from './incident-words.ts'
import { typstCall, typstInLanguage, typstPieces, typstText } from './typst-code.ts'
import type { BackEnd, Cell } from './walk.ts'
import { words } from './words.ts'

/**
 * A section's blocks as Typst. The functions `labelled`, `incident` and `kind-label` are those of the layout (typst-layout.ts).
 * @param level of the text's own highest headings.
 */
export function typstBackEnd(level: number, language: Language): BackEnd<string, string> {
  const text = words[language]
  return {
    text: (content, { bold, italic, language, change }) => {
      const plain = typstText(content)
      const strong = bold ? typstCall('strong', [], plain) : plain
      const spoken = typstInLanguage(italic ? typstCall('emph', [], strong) : strong, language)
      return change ? typstCall(change === 'inserted' ? 'underline' : 'strike', [], spoken) : spoken
    },
    lineBreak: () => '#linebreak();',
    footnote: ({ note: { number, pieces }, reference }) => {
      // The number is ours, so that text and every other rendition say the same.
      const numbered = `numbering: _ => "${number}"`
      return reference === 1
        ? `#footnote(${numbered})[${typstPieces(pieces)}]<fn-${number}>`
        : typstCall('footnote', [numbered, `<fn-${number}>`])
    },
    paragraph: (content, { kind }) => {
      if (content.length === 0) return ''
      const words = content.join('')
      return kind === 'fact' ? words : typstCall('labelled', [`"${kind}"`, `[${typstText(text.blockLabel[kind])}]`], words)
    },
    // A heading without words is no heading, and no accessible document may have one.
    heading: (content, { depth }) =>
      content.length === 0 ? '' : typstCall('heading', [`level: ${level + depth}`, 'outlined: false'], content.join('')),
    list: (items, { start }) => {
      const contents = items.map(({ content }) => `[${blocks(content)}]`)
      return start === null
        ? typstCall('list', ['tight: false', ...contents])
        : typstCall('enum', ['tight: false', `start: ${start}`, ...contents])
    },
    table: (rows, { headerRows, caption }) => {
      if (rows.length === 0) return ''
      const grid = gridOf(rows, headerRows)
      const cellsOf = (from: number, to?: number) => grid.rows.slice(from, to).flat().map(cellOf)
      const head = headerRows > 0 ? [`table.header(${cellsOf(0, headerRows).join(', ')})`] : []
      const table = typstCall('table', [`columns: ${grid.columns}`, ...head, ...cellsOf(headerRows)])
      return caption ? blocks([typstCall('block', ['sticky: true'], typstCall('strong', [], typstText(caption))), table]) : table
    },
    quotation: (content) => typstCall('quote', ['block: true'], blocks(content)),
    incident: (incident) => (incident ? incidentTypst(incident) : typstText(text.incidentUnknown)),
  }
}

/** Blocks under each other. */
export const blocks = (content: readonly string[]): string => content.filter(Boolean).join('\n\n')

function cellOf(cell: Cell<string> | null): string {
  if (!cell) return '[]'
  const content = blocks(cell.content)
  const shown = cell.header && content ? typstCall('strong', [], content) : content
  return `table.cell(colspan: ${cell.colspan}, rowspan: ${cell.rowspan})[${shown}]`
}

const incidentTypst = ({ title, record, summary, context }: IncidentWords): string =>
  typstCall(
    'incident',
    [`[${typstText(title)}]`],
    blocks([
      typstCall(
        'terms',
        record.map(({ label, text }) => `terms.item([${typstText(label)}], [${typstText(text)}])`),
      ),
      ...(summary ? [lineTypst(summary)] : []),
      ...context.map(lineTypst),
    ]),
  )

const lineTypst = ({ label, text, language }: Line): string =>
  (label ? typstCall('strong', [], typstText(`${label}: `)) : '') + typstInLanguage(typstText(text), language)
