import { DomainError } from '#app/platform/errors.ts'
import { guardedAction } from '#app/platform/http/guarded.server.ts'
import { readJson } from '#app/platform/http/read-json.server.ts'
import { sessionCookie } from '#app/services/accounts/sessions.server.ts'
import { SameAgain, signInAgain } from '#app/services/accounts/sign-in-again.server.ts'

/** Signing in again from a page that stays open; JSON in, an empty answer with the session's cookie out. */
export const action = guardedAction('session.start', async ({ request, installation, useCase }) => {
  const given = SameAgain.safeParse(await readJson(request, 2000))
  if (!given.success) throw new DomainError('invalid-input', 'credentials')
  const token = await signInAgain(useCase, given.data)
  return new Response(null, { status: 204, headers: { 'Set-Cookie': sessionCookie(installation.config, token) } })
})
