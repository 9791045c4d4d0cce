import mammoth from 'mammoth'
import { cleanHtml } from '#editor/paste/clean.ts'
import type { Language } from '#schemas/vocabulary.ts'
import { leftInDocx, type LeftInFile } from './left-in-docx.ts'
import { FileRefused, openDocx } from './open-docx.ts'
import { htmlPage } from './split-report.server.ts'

/** A Word file as clean HTML (editor/paste), and what it holds that did not come along. */
export type Converted = { html: string; notes: number; links: number; left: LeftInFile }

/** Styles by their names, besides those the converter knows; Word keeps English names for its own in every language, other programs do not. */
const styles = [
  ...[1, 2, 3, 4, 5, 6].map((level) => `p[style-name='Kop ${level}'] => h${level}:fresh`),
  ...['Quote', 'Intense Quote', 'Quotations', 'Citaat'].map((name) => `p[style-name='${name}'] => p.MsoQuote:fresh`),
  ...['caption', 'Caption', 'Bijschrift'].map((name) => `p[style-name='${name}'] => p.MsoCaption:fresh`),
  ...['toc', 'TOC', 'Contents', 'table of figures'].map((name) => `p[style-name^='${name}'] => !`),
]
const ordinary =
  /^(normal|body text|standaard|text body|list paragraph|lijstalinea|no spacing|geen afstand|default|footnote text|title|subtitle|annotation)/i

/**
 * Reads a Word file. Nothing in it is followed or run: no link, no image, no field.
 * @throws {FileRefused}
 */
export async function convertDocx(file: Buffer, language: Language): Promise<Converted> {
  const texts = openDocx(file)
  const { value, messages } = await mammoth
    .convertToHtml(
      { buffer: file },
      {
        styleMap: styles,
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
      },
    )
    .catch(() => {
      throw new FileRefused('damaged')
    })
  const document = htmlPage(value)
  const { notes, links, leftOut } = cleanHtml(document, language)
  const names = messages.flatMap(({ message }) => /^Unrecognised paragraph style: '?(.*?)'? \(Style ID/.exec(message)?.[1] ?? [])
  return {
    html: document.body.innerHTML,
    notes,
    links,
    left: {
      ...leftInDocx(texts),
      images: leftOut.images,
      styles: [...new Set(names)].filter((name) => !ordinary.test(name)).slice(0, 20),
    },
  }
}
