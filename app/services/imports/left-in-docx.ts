/** What a Word file holds that a section has no place for, or that comes over as something else; by how many of each. */
export type LeftInFile = {
  /** Tracked changes: what was put in is taken as text, what was struck out is left out. */
  insertions: number
  deletions: number
  comments: number
  images: number
  /** Their text comes behind the paragraph they were fixed to. */
  textBoxes: number
  formulas: number
  /** Drawings, charts and embedded files. */
  objects: number
  /** Headers and footers of the pages. */
  pageTexts: number
  contents: number
  /** Styles of paragraphs that say nothing to us: their text is an ordinary paragraph. */
  styles: string[]
}
export const leftCounts = [
  'insertions',
  'deletions',
  'comments',
  'images',
  'textBoxes',
  'formulas',
  'objects',
  'pageTexts',
  'contents',
] as const satisfies readonly (keyof LeftInFile)[]

/** Looks in the texts of a Word file itself: what reads it further says nothing of most of this. */
export function leftInDocx(texts: ReadonlyMap<string, string>): Omit<LeftInFile, 'images' | 'styles'> {
  const body = ['document', 'footnotes', 'endnotes'].map((name) => texts.get(`word/${name}.xml`) ?? '').join('')
  const count = (pattern: RegExp, text = body) => text.match(pattern)?.length ?? 0
  // Without its end at once: those are about the mark of a paragraph, and hold no words.
  const insertions = count(/<w:(?:ins|moveTo)\s[^>]*(?<!\/)>/g)
  const deletions = count(/<w:(?:del|moveFrom)\s[^>]*(?<!\/)>/g)
  return {
    insertions,
    deletions,
    comments: count(/<w:comment\s/g, texts.get('word/comments.xml')),
    textBoxes: count(/<wps:txbx[\s>]/g) || count(/<w:txbxContent[\s>]/g),
    formulas: count(/<m:oMath[\s>]/g),
    objects: count(/<(?:c:chart|o:OLEObject|dgm:relIds)\s/g),
    pageTexts: [...texts].filter(([name, text]) => /^word\/(header|footer)\d*\.xml$/.test(name) && /<w:t[\s>]/.test(text)).length,
    contents: count(/<w:instrText[^>]*>\s*TOC\s/g) || count(/w:instr="\s*TOC\s/g),
  }
}
