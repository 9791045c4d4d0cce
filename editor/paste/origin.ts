/** The program a text was copied from, as far as it matters for reading it. */
export type Origin = 'word' | 'libreoffice' | 'google-docs' | 'web'

/** Where HTML comes from, by the signs each program leaves in it. */
export function originOf(document: Document): Origin {
  const generator = document.querySelector('meta[name="generator" i]')?.getAttribute('content') ?? ''
  const program = document.querySelector('meta[name="ProgId" i]')?.getAttribute('content') ?? ''
  if (/LibreOffice|OpenOffice/i.test(generator)) return 'libreoffice'
  if (/^Microsoft Word/i.test(generator) || program === 'Word.Document' || document.querySelector('[class^="Mso"]')) return 'word'
  if (document.querySelector('[id^="docs-internal-guid"], a[href^="#ftnt"], a[href^="#cmnt"]')) return 'google-docs'
  return 'web'
}
