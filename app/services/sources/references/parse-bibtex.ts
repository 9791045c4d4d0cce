import type { SourceKind } from '#schemas/vocabulary.ts'
import { plainText } from './bibtex-text.ts'
import { monthNumber } from './reference-fields.ts'
import type { RawReference, RawReferences } from './reference.ts'

/** BibTeX and BibLaTeX types and what they are in the register; all others are `other`. */
const kinds: Record<string, SourceKind> = {
  article: 'academic',
  book: 'academic',
  inbook: 'academic',
  incollection: 'academic',
  inproceedings: 'academic',
  conference: 'academic',
  proceedings: 'academic',
  phdthesis: 'academic',
  mastersthesis: 'academic',
  thesis: 'academic',
  dataset: 'dataset',
  legislation: 'legislation',
  jurisdiction: 'legislation',
  legal: 'legislation',
  video: 'media',
  audio: 'media',
}

type Field = { text: string; line: number }
class Malformed extends Error {
  constructor(readonly unclosed: boolean) {
    super('malformed BibTeX')
  }
}

/** A BibTeX or BibLaTeX file. After an entry that cannot be read it goes on at the next line that begins with @. */
export function parseBibtex(text: string): RawReferences {
  return new Reader(text).all()
}

class Reader {
  private at = 0
  private readonly macros = new Map<string, string>()

  constructor(private readonly text: string) {}

  all(): RawReferences {
    const result: RawReferences = { found: [], problems: [] }
    for (;;) {
      const next = this.text.slice(this.at).search(/(?<=^[ \t]*)@|@(?=[A-Za-z]+\s*[{(])/m)
      if (next === -1) return result
      this.at += next
      const line = this.line()
      const start = this.at
      try {
        const record = this.entry(line)
        if (record) result.found.push(record)
      } catch (error) {
        if (!(error instanceof Malformed)) throw error
        const found = this.text.slice(start, start + 60)
        result.found.push({ line, code: error.unclosed ? 'unclosed-entry' : 'malformed-entry', found })
        this.at = start + 1
        const again = this.text.slice(this.at).search(/^[ \t]*@/m)
        this.at = again === -1 ? this.text.length : this.at + again
      }
    }
  }

  private entry(line: number): RawReference | null {
    this.at++
    const type = this.match(/[A-Za-z]+/y).toLowerCase()
    this.space()
    const open = this.text[this.at]
    if (open !== '{' && open !== '(') throw new Malformed(this.at >= this.text.length)
    const close = open === '{' ? '}' : ')'
    if (type === 'comment' || type === 'preamble') {
      if (open === '{') this.braced()
      else this.at = this.next(')') + 1
      return null
    }
    this.at++
    if (type === 'string') {
      for (const [name, field] of this.fields(close)) this.macros.set(name, field.text)
      return null
    }
    this.space()
    this.match(/[^,\s{}()]*/y)
    this.space()
    if (this.text[this.at] === ',') this.at++
    else if (this.text[this.at] !== close) throw new Malformed(this.at >= this.text.length)
    return recordOf(type, line, this.fields(close))
  }

  private fields(close: string): Map<string, Field> {
    const fields = new Map<string, Field>()
    for (;;) {
      this.space()
      if (this.text[this.at] === close) {
        this.at++
        return fields
      }
      if (this.text[this.at] === ',') {
        this.at++
        continue
      }
      const line = this.line()
      const name = this.match(/[A-Za-z][\w:.+-]*/y).toLowerCase()
      this.space()
      if (this.text[this.at] !== '=') throw new Malformed(this.at >= this.text.length)
      this.at++
      const text = this.value()
      if (!fields.has(name)) fields.set(name, { text, line })
      this.space()
      if (this.text[this.at] !== ',' && this.text[this.at] !== close) throw new Malformed(this.at >= this.text.length)
    }
  }

  /** A text in braces or quotation marks, a number, or the name of another, and more of these after a #. */
  private value(): string {
    let text = ''
    for (;;) {
      this.space()
      const sign = this.text[this.at]
      if (sign === '{') text += this.braced()
      else if (sign === '"') text += this.quoted()
      else {
        const word = this.match(/[^\s,{}()"#=]+/y)
        text += this.macros.get(word.toLowerCase()) ?? word
      }
      this.space()
      if (this.text[this.at] !== '#') return text
      this.at++
    }
  }

  private braced(): string {
    const start = this.at + 1
    let depth = 0
    for (; this.at < this.text.length; this.at++) {
      const sign = this.text[this.at]
      if (sign === '\\') this.at++
      else if (sign === '{') depth++
      else if (sign === '}' && --depth === 0) return this.text.slice(start, this.at++)
    }
    throw new Malformed(true)
  }

  private quoted(): string {
    const start = ++this.at
    let depth = 0
    for (; this.at < this.text.length; this.at++) {
      const sign = this.text[this.at]
      if (sign === '\\') this.at++
      else if (sign === '{') depth++
      else if (sign === '}') depth--
      else if (sign === '"' && depth === 0) return this.text.slice(start, this.at++)
    }
    throw new Malformed(true)
  }

  private match(pattern: RegExp): string {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)?.[0]
    if (found === undefined) throw new Malformed(this.at >= this.text.length)
    this.at += found.length
    return found
  }

  private space(): void {
    this.match(/\s*/y)
  }

  private next(sign: string): number {
    const found = this.text.indexOf(sign, this.at)
    return found === -1 ? this.text.length : found
  }

  private counted = { at: 0, line: 1 }
  /** Of where the reader stands, from 1. */
  private line(): number {
    const from = this.at >= this.counted.at ? this.counted : { at: 0, line: 1 }
    let { line } = from
    for (let at = from.at; at < this.at; at++) if (this.text[at] === '\n') line++
    this.counted = { at: this.at, line }
    return line
  }
}

function recordOf(type: string, line: number, fields: ReadonlyMap<string, Field>): RawReference {
  const first = (...names: string[]) => names.flatMap((name) => fields.get(name) ?? [])[0]
  const plain = (field: Field | undefined) => field && { text: plainText(field.text), line: field.line }
  const words = (name: string) => plain(fields.get(name))?.text ?? ''
  const authors = words('author').replace(/\s+and\s+/g, '; ')
  const journal = words('journal') || words('journaltitle')
  const publishers = [words('publisher'), words('institution'), words('organization'), words('school')]
  const address = first('url') ?? urlIn(first('howpublished', 'note'))
  const known = {
    title: plain(first('title')),
    published: first('date') ? plain(first('date')) : yearAndMonth(first('year'), first('month'), first('day')),
    accessed: plain(first('urldate', 'accessed', 'lastchecked')),
    url: address && { text: address.text.replace(/\\([%_#&~{}])/g, '$1').replace(/[{}\s]/g, ''), line: address.line },
    doi: plain(first('doi')),
    language: plain(first('langid', 'language')),
  }
  return {
    line,
    kind: kinds[type] ?? 'other',
    publishers: type === 'article' ? [journal, ...publishers, authors] : [...publishers, authors, journal],
    fields: Object.fromEntries(Object.entries(known).filter(([, field]) => field !== undefined)),
  }
}

/** An address in "\url{https://…}" or in plain words. */
function urlIn(field: Field | undefined): Field | undefined {
  const found = field && /https?:\/\/[^\s{}]+/.exec(field.text)?.[0]
  return found ? { text: found, line: field.line } : undefined
}

function yearAndMonth(year?: Field, month?: Field, day?: Field): Field | undefined {
  if (!year) return undefined
  const number = month && monthNumber(plainText(month.text))
  const text = [plainText(year.text), number, number && day ? plainText(day.text) : undefined].filter(Boolean).join('-')
  return { text, line: year.line }
}
