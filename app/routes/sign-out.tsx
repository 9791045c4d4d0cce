import { redirect } from '@remix-run/node'
import { guardedAction } from '#app/platform/http/guarded.server.ts'
import { endedCookie, endSession } from '#app/services/accounts/sessions.server.ts'

export const action = guardedAction('session.end', async ({ request, installation, useCase }) => {
  const form = await request.formData()
  const everywhere = form.get('everywhere') === 'true'
  await endSession(useCase, request.headers.get('cookie'), installation.config.sessionSecret, everywhere)
  return redirect('/sign-in', { headers: { 'Set-Cookie': endedCookie(installation.config) } })
})
