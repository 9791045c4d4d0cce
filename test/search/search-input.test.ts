import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSearchInput } from '#app/services/search/search-input.server.ts'

const read = (address: string) => readSearchInput(new URLSearchParams(address))

describe('the address of a search', () => {
  it('is read in full', () => {
    expect(read('q=vrouwen&country=SYR&theme=women&type=passage&from=2025-01-01&to=2025-12-31&superseded=yes&page=2')).toEqual({
      input: {
        q: 'vrouwen',
        country: 'SYR',
        theme: 'women',
        type: 'passage',
        from: '2025-01-01',
        to: '2025-12-31',
        superseded: true,
        page: 2,
      },
      problems: {},
      ignored: [],
    })
  })

  it('goes on without what it does not know, and names it', () => {
    expect(read('q=a&country=syria&theme=zzz&type=all&page=-1').ignored).toEqual(['country', 'theme', 'type', 'page'])
  })

  it('says which day is wrong, and when the end lies before the beginning', () => {
    expect(read('from=2025-02-30').problems).toEqual({ from: 'dayWrong' })
    expect(read('from=2025-02-02&to=2025-02-01').problems).toEqual({ to: 'periodReversed' })
  })

  it('never fails, whatever the address', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('q', 'country', 'theme', 'type', 'from', 'to', 'page', 'superseded'),
          fc.string({ unit: 'binary', maxLength: 3000 }),
        ),
        (parameters) => {
          const { input } = readSearchInput(new URLSearchParams(parameters))
          expect(input.q.length).toBeLessThanOrEqual(4000)
          expect(input.page).toBeGreaterThanOrEqual(1)
        },
      ),
    )
  })
})
