import { redirect } from '@remix-run/node'
import { guardedAction } from '#app/platform/http/guarded.server.ts'
import { rememberLanguage } from '#app/platform/http/language.server.ts'
import { localPath } from '#app/platform/http/local-path.ts'
import { Language } from '#schemas/vocabulary.ts'

/** Remembers the language on this device and goes back to the page it was chosen on. */
export const action = guardedAction('language.choose', async ({ request, installation }) => {
  const form = await request.formData()
  const language = Language.catch('nl').parse(form.get('language'))
  return redirect(localPath(form.get('back')), { headers: { 'Set-Cookie': rememberLanguage(installation.config, language) } })
})
