import type { Request, RequestHandler, Response } from 'express'
import type { ServerBuild } from '@remix-run/node'
import { describe, expect, it } from 'vitest'
import { quickRoutes } from '#app/platform/http/quick-routes.server.ts'

const route = (id: string, path: string | undefined, module: object = {}) => [id, { id, path, module }] as const
const build = {
  routes: Object.fromEntries([
    route('root', undefined, { default: () => null }),
    route('steps', 'sections/:sectionId/steps'),
    route('page', 'sections/:sectionId', { default: () => null }),
  ]),
} as unknown as ServerBuild

/** Where requests for a path end up: with the routes' own handler, or with what comes after it. */
function endsAt(path: string): string {
  let known: string[] = []
  const make = (smaller: ServerBuild): RequestHandler => {
    return () => void (known = Object.keys(smaller.routes))
  }
  let after = false
  void quickRoutes(build, ['steps'], make)({ path } as Request, {} as Response, () => void (after = true))
  return after ? 'after' : known.join(' and ')
}

describe('routes with a handler of their own', () => {
  it('are answered by a handler that knows the root and them, and nothing else', () => {
    expect(endsAt('/sections/1/steps')).toBe('root and steps')
  })

  it.each(['/sections/1', '/sections/1/steps/2', '/sections/steps', '/a/sections/1/steps', '/sections/1/stepsx', '/'])(
    'leave %s to the whole application',
    (path) => {
      expect(endsAt(path)).toBe('after')
    },
  )

  it('are refused when one is a page, whose document needs to know every route', () => {
    expect(() => quickRoutes(build, ['page'], () => () => {})).toThrow('page is no route without a page')
    expect(() => quickRoutes(build, ['unknown'], () => () => {})).toThrow('unknown')
  })
})
