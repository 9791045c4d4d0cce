import { afterEach, beforeEach, expect, vi, type MockInstance } from 'vitest'

/** Something written to console.error that no test expected is a failure: it would be noise, or worse, in someone's log. */
let errors: MockInstance<typeof console.error>
beforeEach(() => {
  errors = vi.spyOn(console, 'error')
})
afterEach(() => {
  const calls = errors.mock.calls.map((call) => call.join(' '))
  errors.mockRestore()
  expect(calls, 'console.error was called').toEqual([])
})
