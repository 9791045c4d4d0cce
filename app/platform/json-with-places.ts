/** A place in a text, counted from 1, as editors show it. */
export type TextPlace = { line: number; column: number }

/** What stops a text from being JSON, and where. */
export class JsonError extends Error {
  override name = 'JsonError'
  constructor(
    readonly code: 'unexpected' | 'ends-early' | 'duplicate-property' | 'too-deep',
    readonly place: TextPlace,
    /** What stands there: a character, or the name that was there before. */
    readonly found: string,
  ) {
    super(`${code} at line ${place.line}, column ${place.column}: ${found}`)
  }
}

/** How deep objects and lists may lie in each other. */
const deepest = 64

/**
 * Reads JSON and remembers where everything stood, so that an error in the content can be shown with its line. Stricter than `JSON.parse` in one thing: a
 * property that an object has twice is an error, not silently the last of the two.
 * @returns the value, and `placeOf`, which tells where the value at a path begins (`['chapters', 0, 'key']`), or the nearest thing around it that is there.
 * @throws {JsonError}
 */
export function parseJsonWithPlaces(text: string): { value: unknown; placeOf: (path: readonly PropertyKey[]) => TextPlace } {
  const places = new Map<string, number>()
  const reader = new Reader(text, places)
  const value = reader.document()
  return {
    value,
    placeOf(path) {
      for (let length = path.length; length > 0; length--) {
        const at = places.get(pathName(path.slice(0, length)))
        if (at !== undefined) return placeIn(text, at)
      }
      return placeIn(text, places.get('') ?? 0)
    },
  }
}

const pathName = (path: readonly PropertyKey[]) => path.map((step) => `/${String(step)}`).join('')

function placeIn(text: string, at: number): TextPlace {
  const before = text.slice(0, at).split('\n')
  return { line: before.length, column: before.at(-1)!.length + 1 }
}

const space = /[ \t\r\n]*/y
const word = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
// JSON allows no bare control characters in a string.
// eslint-disable-next-line no-control-regex
const string = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y

class Reader {
  #at = 0
  constructor(
    readonly text: string,
    readonly places: Map<string, number>,
  ) {}

  document(): unknown {
    // A byte order mark, as some editors leave one.
    if (this.text.startsWith('\uFEFF')) this.#at = 1
    const value = this.#value('', 0)
    this.#skip()
    if (this.#at < this.text.length) throw this.#unexpected()
    return value
  }

  #value(path: string, depth: number): unknown {
    this.#skip()
    if (depth > deepest) throw this.#error('too-deep', '')
    this.places.set(path, this.#at)
    const first = this.text[this.#at]
    if (first === '{') return this.#object(path, depth)
    if (first === '[') return this.#list(path, depth)
    return JSON.parse(first === '"' ? this.#take(string) : this.#take(word))
  }

  #object(path: string, depth: number): Record<string, unknown> {
    const object: Record<string, unknown> = Object.create(null) as Record<string, unknown>
    this.#sequence('}', () => {
      this.#skip()
      const start = this.#at
      const name = JSON.parse(this.#take(string)) as string
      if (name in object) throw this.#error('duplicate-property', name, start)
      this.#skip()
      this.#expect(':')
      object[name] = this.#value(`${path}/${name}`, depth + 1)
    })
    return { ...object }
  }

  #list(path: string, depth: number): unknown[] {
    const list: unknown[] = []
    this.#sequence(']', () => list.push(this.#value(`${path}/${list.length}`, depth + 1)))
    return list
  }

  /** What stands between an opening and a closing sign, parted by commas. */
  #sequence(closing: string, member: () => void): void {
    this.#at++
    this.#skip()
    if (this.text[this.#at] !== closing) {
      member()
      for (this.#skip(); this.text[this.#at] === ','; this.#skip()) {
        this.#at++
        member()
      }
    }
    this.#expect(closing)
  }

  #skip(): void {
    space.lastIndex = this.#at
    this.#at += space.exec(this.text)![0].length
  }

  #expect(sign: string): void {
    if (this.text[this.#at] !== sign) throw this.#unexpected()
    this.#at++
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.text)?.[0]
    if (!found) throw this.#unexpected()
    this.#at += found.length
    return found
  }

  #unexpected(): JsonError {
    const sign = this.text[this.#at]
    return sign === undefined ? this.#error('ends-early', '') : this.#error('unexpected', sign)
  }

  #error(code: JsonError['code'], found: string, at = this.#at): JsonError {
    return new JsonError(code, placeIn(this.text, at), found)
  }
}
