import { BorderStyle, LevelFormat, type ILevelsOptions, type IPropertiesOptions } from 'docx'

const sans = 'Arial'
const serif = 'Georgia'
const soft = '4C535B'
/** Twentieths of a point: the width one list level or quotation moves to the right. */
export const indentStep = 425

const heading = (size: number, before: number) => ({
  run: { font: sans, size, bold: true, color: '1A1D21' },
  paragraph: { spacing: { before, after: 120 }, keepNext: true, keepLines: true },
})
const beside = (style: (typeof BorderStyle)[keyof typeof BorderStyle]) => ({
  left: { style, size: 18, space: 10, color: '767D84' },
})

/** Word's own styles where it has them, so that its outline, contents and screen readers find their way; the rest by names of what they are. */
export const docxStyles = (languageTag: string): IPropertiesOptions['styles'] => ({
  default: {
    document: {
      run: { font: serif, size: 21, language: { value: languageTag, bidirectional: 'ar-SA' } },
      paragraph: { spacing: { after: 140, line: 300 } },
    },
    title: { run: { font: sans, size: 44, bold: true }, paragraph: { spacing: { before: 240, after: 240 } } },
    heading1: heading(32, 480),
    heading2: heading(27, 400),
    heading3: heading(24, 320),
    heading4: heading(22, 280),
    heading5: heading(21, 240),
    heading6: heading(21, 240),
    footnoteText: { run: { font: serif, size: 17 }, paragraph: { spacing: { after: 40, line: 240 } } },
  },
  paragraphStyles: [
    { id: 'Facts', name: 'Facts', basedOn: 'Normal', run: { font: sans, size: 20 } },
    { id: 'Dates', name: 'Dates', basedOn: 'Normal', run: { font: sans, size: 19, color: soft }, paragraph: { keepNext: true } },
    { id: 'Question', name: 'Question', basedOn: 'Normal', run: { font: sans, size: 19, color: soft } },
    {
      id: 'Notice',
      name: 'Notice',
      basedOn: 'Normal',
      run: { font: sans, bold: true },
      paragraph: { border: beside(BorderStyle.SINGLE), spacing: { before: 120, after: 240 } },
    },
    { id: 'Synthesis', name: 'Synthesis', basedOn: 'Normal', paragraph: { border: beside(BorderStyle.SINGLE) } },
    { id: 'Gap', name: 'Gap', basedOn: 'Normal', paragraph: { border: beside(BorderStyle.DASHED) } },
    {
      id: 'Quotation',
      name: 'Quotation',
      basedOn: 'Normal',
      run: { italics: true },
      paragraph: { indent: { left: indentStep } },
    },
    {
      id: 'Incident',
      name: 'Incident',
      basedOn: 'Normal',
      run: { font: sans, size: 19 },
      paragraph: { border: beside(BorderStyle.SINGLE), spacing: { after: 60 }, keepLines: true },
    },
    {
      id: 'Cell',
      name: 'Cell',
      basedOn: 'Normal',
      run: { font: sans, size: 19 },
      paragraph: { spacing: { after: 40, line: 260 } },
    },
    { id: 'CellHead', name: 'CellHead', basedOn: 'Cell', run: { bold: true } },
  ],
})

/** The levels of a list: bullets, or numbers from `start`. Each ordered list has levels of its own, or it would count on from the one before. */
export const listLevels = (start: number | null): ILevelsOptions[] =>
  Array.from({ length: 9 }, (_, level) => ({
    level,
    format: start === null ? LevelFormat.BULLET : LevelFormat.DECIMAL,
    text: start === null ? '•' : `%${level + 1}.`,
    ...(start !== null && { start }),
    style: { paragraph: { indent: { left: indentStep * (level + 1), hanging: indentStep } } },
  }))
