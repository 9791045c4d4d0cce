import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { JsonError, parseJsonWithPlaces } from '#app/platform/json-with-places.ts'

const failure = (text: string) => {
  try {
    parseJsonWithPlaces(text)
  } catch (error) {
    if (error instanceof JsonError) return [error.code, error.place.line, error.place.column, error.found]
    throw error
  }
  return null
}

describe('JSON with places', () => {
  it('reads what JSON.parse reads, and nothing it does not', () => {
    fc.assert(
      fc.property(fc.json(), fc.integer({ min: 0, max: 4 }), (json, indent) => {
        const text = JSON.stringify(JSON.parse(json), null, indent)
        expect(parseJsonWithPlaces(text).value).toEqual(JSON.parse(text))
      }),
    )
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '"', '1', '-', 'null', ' ', '\n', '\\')),
        (parts) => {
          const text = parts.join('')
          let parses = true
          try {
            JSON.parse(text)
          } catch {
            parses = false
          }
          if (!parses) expect(failure(text)).not.toBeNull()
          else if (failure(text) !== null) expect(failure(text)![0]).toBe('duplicate-property')
        },
      ),
    )
  })

  it('knows where each value stands, and for what is missing where it should have stood', () => {
    const { placeOf } = parseJsonWithPlaces('{\n  "list": [\n    { "key": "a" },\n    { "key": 1 }\n  ]\n}')
    expect(placeOf(['list', 1, 'key'])).toEqual({ line: 4, column: 14 })
    expect(placeOf(['list', 1, 'absent'])).toEqual({ line: 4, column: 5 })
    expect(placeOf([])).toEqual({ line: 1, column: 1 })
  })

  it('tells what stops it and where', () => {
    expect(failure('{\n  "a": 1,\n}')).toEqual(['unexpected', 3, 1, '}'])
    expect(failure('[1, 2')).toEqual(['ends-early', 1, 6, ''])
    expect(failure('{ "a": 1,\n "a": 2 }')).toEqual(['duplicate-property', 2, 2, 'a'])
    expect(failure('nul')).toEqual(['unexpected', 1, 1, 'n'])
    expect(failure('"tab\there"')).toEqual(['unexpected', 1, 1, '"'])
    expect(failure('')).toEqual(['ends-early', 1, 1, ''])
    expect(failure('['.repeat(100_000))![0]).toBe('too-deep')
  })

  it('takes a property called __proto__ for what it is', () => {
    const { value } = parseJsonWithPlaces('{ "__proto__": { "x": 1 } }')
    expect(Object.keys(value as object)).toEqual(['__proto__'])
    expect(({} as Record<string, unknown>).x).toBeUndefined()
  })
})
