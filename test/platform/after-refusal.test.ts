import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const routes = 'app/routes'

describe('a page with a form', () => {
  const pages = readdirSync(routes)
    .filter((file) => file.endsWith('.tsx'))
    .map((file) => ({ file, source: readFileSync(join(routes, file), 'utf8') }))
    .filter(({ source }) => source.includes('export const action') && source.includes('export default'))

  it('reads anew how the record stands after a refusal too, or the second try would be refused like the first', () => {
    expect(pages.length).toBeGreaterThan(60)
    const stale = pages.filter(({ source }) => !source.includes('export const shouldRevalidate = alsoAfterRefusal'))
    expect(stale.map(({ file }) => file)).toEqual([])
  })
})
