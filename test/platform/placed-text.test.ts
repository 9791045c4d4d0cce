import { describe, expect, it } from 'vitest'
import { asksForData, placeIn } from '#app/platform/http/placed-text.server.ts'

describe('a long text handed out by a loader', () => {
  it('stands in the page and not in its data where the answer is a page', () => {
    const texts = new Map<string, string>()
    expect(placeIn(texts)('abc-par-1', '<p>Een zin.</p>')).toEqual({ key: 'abc-par-1', html: null })
    expect([...texts]).toEqual([['abc-par-1', '<p>Een zin.</p>']])
  })

  it('goes with the data where nothing else is answered', () => {
    expect(placeIn(null)('abc-par-1', '<p>Een zin.</p>')).toEqual({ key: 'abc-par-1', html: '<p>Een zin.</p>' })
  })

  it('is placed also when it is empty: a release that cites nothing has no list of sources', () => {
    const texts = new Map<string, string>()
    expect(placeIn(texts)('abc-bibliography', '').html).toBeNull()
    expect(texts.get('abc-bibliography')).toBe('')
  })
})

it.each([
  ['/releases/SYR-2026-1', false],
  ['/releases/SYR-2026-1.data', true],
  ['/_root.data', true],
])('%s asks for data only: %s', (path, data) => expect(asksForData(path)).toBe(data))
