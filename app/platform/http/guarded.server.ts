import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import type { Actor } from '#app/policies/actor.ts'
import { allows, policies, roleAllows, whoCanHelp, type Action, type RecordOf } from '#app/policies/policies.ts'
import type { Language } from '#schemas/vocabulary.ts'
import type { Installation, UseCase } from '../context.server.ts'
import { DomainError } from '../errors.ts'
import { languageOf } from './language.server.ts'
import { placeIn, type PlacedText } from './placed-text.server.ts'

/** What a guarded handler gets: the request, the installation, who asks, and `permit`, which asks the policy about a record. */
export type Guarded<A extends Action> = {
  request: Request
  params: Record<string, string | undefined>
  installation: Installation
  /** Never null where the policy asks for an account. */
  actor: (typeof policies)[A]['who'] extends 'anyone' ? Actor | null : Actor
  language: Language
  useCase: UseCase<(typeof policies)[A]['who'] extends 'anyone' ? Actor | null : Actor>
  /** Refuses with 403 unless the policy holds for this record. A policy with a condition must be asked before the handler answers. */
  permit: (record: RecordOf<A>) => void
  /** Hands out a long text so that the answer holds it once. @param key names the text for good: what it says never changes. */
  place: (key: string, html: string) => PlacedText
  /** Hears that the answer's connection was closed: for answers that last. */
  onClose: (heard: () => void) => void
}
type Handler<A extends Action, T> = (guarded: Guarded<A>) => Promise<T> | T

/**
 * A Remix loader that answers only who the policy allows: others are sent to sign in, or get 403 with who can help.
 * Domain errors become responses; what a use case did not expect stays an error.
 */
export function guardedLoader<A extends Action, T>(action: A, handler: Handler<A, T>) {
  return (args: LoaderFunctionArgs) => guard(action, handler, args)
}

/** The same for a Remix action. Cross-site posts never get here: see the server's same-origin check. */
export function guardedAction<A extends Action, T>(action: A, handler: Handler<A, T>) {
  return (args: ActionFunctionArgs) => guard(action, handler, args)
}

async function guard<A extends Action, T>(action: A, handler: Handler<A, T>, args: LoaderFunctionArgs): Promise<T> {
  const { installation, actor, origin } = args.context
  const { request, params } = args
  const language = languageOf(request, actor)
  try {
    if (!roleAllows(actor, action)) {
      if (actor === null) throw redirect(signInAddress(request))
      throw new DomainError('not-allowed', action)
    }
    let asked = policies[action].when === undefined
    const permit = (record: RecordOf<A>) => {
      asked = true
      if (!(allows as (...all: unknown[]) => boolean)(actor, action, record)) throw new DomainError('not-allowed', action)
    }
    const useCase = { sql: installation.sql, actor, clock: installation.clock, origin }
    const answer = await handler({
      request: readable(request),
      params,
      installation,
      actor,
      language,
      useCase,
      permit,
      place: placeIn(args.context.placed),
      onClose: args.context.onClose,
    } as Guarded<A>)
    if (!asked) throw new Error(`The handler of ${action} answered without asking its policy about the record`)
    return answer
  } catch (error) {
    const expected = unusable(error, params) ?? error
    if (expected instanceof DomainError) throw errorResponse(expected, action)
    throw error
  }
}

/** The same request, whose form that is none is the sender's mistake and not ours. */
function readable(request: Request): Request {
  const formData = request.formData.bind(request)
  request.formData = () =>
    formData().catch(() => {
      throw new DomainError('invalid-input', 'malformed-form')
    })
  return request
}

/** PostgreSQL's codes for text it cannot hold: the character zero, in a text or in JSON. */
const unusableText = ['22021', '22P05']

/**
 * Where no rule found such a character first, the database refuses it, and with it the whole change. In an address it names nothing that could
 * be there.
 */
function unusable(error: unknown, params: Guarded<Action>['params']): DomainError | undefined {
  const { code } = (error ?? {}) as { code?: unknown }
  if (typeof code !== 'string' || !unusableText.includes(code)) return undefined
  const inAddress = Object.values(params).some((value) => value?.includes('\0'))
  return inAddress ? new DomainError('not-found') : new DomainError('invalid-input', 'unusable-text')
}

/** A GET comes back after signing in; a POST to where its form stood. */
function signInAddress(request: Request): string {
  const url = new URL(request.url)
  // What the page's own script adds when it asks for data only.
  for (const own of ['_data', '_routes', 'index']) url.searchParams.delete(own)
  const path = url.pathname.replace(/\.data$/, '')
  const back = request.method === 'GET' && path !== '/_root' ? path + url.search : '/'
  return back === '/' ? '/sign-in' : `/sign-in?${new URLSearchParams({ next: back })}`
}

function errorResponse(error: DomainError, action: Action): Response {
  const helpers = error.code === 'not-allowed' ? whoCanHelp(action) : []
  return Response.json({ code: error.code, detail: error.detail, helpers }, { status: error.status })
}
