import {
  Document,
  DeletedTextRun,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  InsertedTextRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'

const heading = (text: string, level: 1 | 2 | 3) =>
  new Paragraph({ text, heading: [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3][level - 1] })
const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })

/** A report as Word writes one: with headings, a table, a note, a link and tracked changes. @param titles of its sections, by heading. */
export function aReport(titles: readonly string[]): Promise<Buffer> {
  return Packer.toBuffer(
    new Document({
      footnotes: { 1: { children: [new Paragraph('Human Rights Watch, World Report 2024, p. 12.')] } },
      sections: [
        {
          children: [
            new Paragraph('Titelblad van het rapport'),
            heading('Hoofdstuk zonder tekst', 1),
            ...titles.flatMap((title, index) => [
              heading(title, 2),
              new Paragraph({
                children: [
                  new TextRun(`De tekst van deel ${index + 1} met `),
                  new TextRun({ text: 'nadruk', bold: true }),
                  new TextRun('.'),
                  new FootnoteReferenceRun(1),
                ],
              }),
            ]),
            heading('Een tussenkop', 3),
            new Paragraph({
              children: [
                new InsertedTextRun({ text: 'Ingevoegd.', id: 1, author: 'a', date: '2026-01-01T00:00:00Z' }),
                new DeletedTextRun({ text: 'Geschrapt.', id: 2, author: 'a', date: '2026-01-01T00:00:00Z' }),
                new TextRun(' Zie '),
                new ExternalHyperlink({ link: 'https://example.org/bekend', children: [new TextRun('het verslag')] }),
              ],
            }),
            new Table({
              rows: [
                new TableRow({ tableHeader: true, children: [cell('Jaar'), cell('Bedrag')] }),
                new TableRow({ children: [cell('2024'), cell('8.000')] }),
              ],
            }),
          ],
        },
      ],
    }),
  )
}
