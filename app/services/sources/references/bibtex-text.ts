/** TeX commands for letters that have no accent to put on another. */
const letters: Record<string, string> = {
  ss: 'ß',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  aa: 'å',
  AA: 'Å',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  i: 'ı',
  j: 'ȷ',
  dh: 'ð',
  th: 'þ',
  textendash: '–',
  textemdash: '—',
  textquoteright: '’',
  textquoteleft: '‘',
  ldots: '…',
  dots: '…',
}
/** TeX accents and the mark Unicode puts after the letter. */
const accents: Record<string, string> = {
  '"': '\u0308',
  "'": '\u0301',
  '`': '\u0300',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  '.': '\u0307',
  u: '\u0306',
  v: '\u030C',
  H: '\u030B',
  c: '\u0327',
  k: '\u0328',
  r: '\u030A',
  d: '\u0323',
}

/** A BibTeX value as plain text: accents and signs written out, braces gone. A command that is not known leaves what stands in it. */
export function plainText(value: string): string {
  return value
    .replace(/\\(?:url|href|texttt|textit|textbf|emph|textsc|textrm)\s*(?=\{)/g, '')
    .replace(/\\(["'`^~=.])\s*\{?\\?([A-Za-z])\}?/g, (_all, accent: string, letter: string) => letter + accents[accent]!)
    .replace(/\\([uvHckrd])(?:\s+|\s*\{)\\?([A-Za-z])\}?/g, (_all, accent: string, letter: string) => letter + accents[accent]!)
    .replace(/\\([A-Za-z]+)(?:\{\}|\s+|(?![A-Za-z]))/g, (_all, name: string) => letters[name] ?? '')
    .replace(/\\([&%$#_{}])/g, (_all, sign: string) => ({ '{': '\uE000', '}': '\uE001' })[sign] ?? sign)
    .replace(/[{}]/g, '')
    .replace(/\uE000/g, '{')
    .replace(/\uE001/g, '}')
    .replace(/---/g, '—')
    .replace(/--/g, '–')
    .replace(/~/g, ' ')
    .replace(/``|''/g, '"')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
}
