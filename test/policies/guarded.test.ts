import type { LoaderFunctionArgs } from '@remix-run/node'
import { describe, expect, it } from 'vitest'
import { DomainError } from '#app/platform/errors.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import type { Actor } from '#app/policies/actor.ts'
import type { Role } from '#schemas/vocabulary.ts'
import { noon } from '../support/people.ts'

const person = (role: Role): Actor => ({
  id: 'a0000000-0000-4000-8000-000000000001',
  name: 'Test',
  organisation: 'BZ',
  language: 'en',
  roles: [role],
  topics: [],
})

/** What the web server hands to a loader; the wrapper itself reads no more of the installation than its clock and its connection. */
const call = (actor: Actor | null, path = '/', method = 'GET') =>
  ({
    request: new Request(`http://localhost${path}`, { method }),
    params: {},
    context: { actor, origin: '192.0.2.1', nonce: '', installation: { clock: () => noon } },
  }) as unknown as LoaderFunctionArgs

const answerOf = async (work: Promise<unknown>): Promise<Response> => {
  try {
    await work
  } catch (thrown) {
    if (thrown instanceof Response) return thrown
    throw thrown
  }
  throw new Error('nothing was refused')
}

describe('guardedLoader', () => {
  const home = guardedLoader('home.view', ({ actor, language, useCase }) => [actor.name, language, useCase.origin])
  const release = guardedLoader('release.create', () => 'made')
  const terms = guardedLoader('terms.accept', ({ permit }) => {
    permit({ status: 'handed-over' })
    return 'accepted'
  })

  it('answers whom the policy allows, in their language', async () => {
    expect(await home(call(person('author')))).toEqual(['Test', 'en', '192.0.2.1'])
    expect(await terms(call(person('publisher')))).toBe('accepted')
  })

  it('sends a stranger to sign in and back to what they asked for', async () => {
    const at = async (path: string, method?: string) => (await answerOf(home(call(null, path, method)))).headers.get('location')
    expect(await at('/')).toBe('/sign-in')
    expect(await at('/reports/1?tab=2')).toBe('/sign-in?next=%2Freports%2F1%3Ftab%3D2')
    expect(await at('/reports.data?_routes=routes%2Freports')).toBe('/sign-in?next=%2Freports')
    expect(await at('/_root.data')).toBe('/sign-in')
    expect(await at('/reports/1', 'POST')).toBe('/sign-in')
  })

  it('refuses who is signed in without the right, and says who can help', async () => {
    const response = await answerOf(release(call(person('author'))))
    expect(response.status).toBe(403)
    expect(await response.json()).toEqual({ code: 'not-allowed', detail: 'release.create', helpers: ['publisher'] })
  })

  it('refuses when the record is not in the right state, before anything else happens', async () => {
    let happened = false
    const loader = guardedLoader('terms.accept', ({ permit }) => {
      permit({ status: 'accepted' })
      happened = true
    })
    expect((await answerOf(loader(call(person('author'))))).status).toBe(403)
    expect(happened).toBe(false)
  })

  it('is an error of ours when a policy with a condition was never asked about the record', async () => {
    const forgetful = guardedLoader('terms.accept', () => 'accepted')
    await expect(forgetful(call(person('author')))).rejects.toThrow(/without asking its policy/)
  })

  it.each([
    ['not-found', 404],
    ['conflict', 409],
    ['wrong-state', 409],
    ['invalid-input', 422],
    ['too-many-attempts', 429],
  ] as const)('answers %s with %i', async (code, status) => {
    const loader = guardedLoader('home.view', () => {
      throw new DomainError(code, 'why')
    })
    const response = await answerOf(loader(call(person('author'))))
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ code, detail: 'why', helpers: [] })
  })

  it('leaves an unforeseen error an error', async () => {
    const loader = guardedLoader('home.view', () => {
      throw new TypeError('a slip')
    })
    await expect(loader(call(person('author')))).rejects.toThrow('a slip')
  })
})

describe('guardedAction', () => {
  it('guards what changes something the same way', async () => {
    const action = guardedAction('release.create', () => 'made')
    expect(await action(call(person('publisher'), '/', 'POST'))).toBe('made')
    expect((await answerOf(action(call(person('policy'), '/', 'POST')))).status).toBe(403)
  })
})

describe('what a sender did wrong is not an error of ours', () => {
  const refused = async (work: Promise<unknown>) => {
    const response = await answerOf(work)
    return [response.status, ((await response.json()) as { detail?: string }).detail]
  }
  const home = (fail: (request: Request) => Promise<unknown>) => guardedAction('home.view', ({ request }) => fail(request))

  it.each([
    ['nothing', undefined, ''],
    ['JSON', 'application/json', '{}'],
    ['a form without its boundary', 'multipart/form-data', 'x'],
  ])('when a form is asked for and %s comes', async (_what, type, body) => {
    const args = call(person('author'), '/', 'POST')
    args.request = new Request('http://localhost/', {
      method: 'POST',
      body: body || null,
      headers: type ? { 'content-type': type } : {},
    })
    expect(await refused(home((request) => request.formData())(args))).toEqual([422, 'malformed-form'])
  })

  it.each(['22021', '22P05'])('when the database cannot hold a character (%s)', async (code) => {
    const fail = () => Promise.reject(Object.assign(new Error('no'), { code }))
    expect(await refused(home(fail)(call(person('author'))))).toEqual([422, 'unusable-text'])
  })

  it('when an address has the character zero', async () => {
    const args = { ...call(person('author')), params: { number: 'a\0' } }
    const fail = () => Promise.reject(Object.assign(new Error('no'), { code: '22021' }))
    expect(await refused(home(fail)(args))).toEqual([404, undefined])
  })
})
