import type { Actor } from '#app/policies/actor.ts'
import { Language } from '#schemas/vocabulary.ts'
import { readCookie } from './cookies.server.ts'

export const languageCookie = 'language'

/** The language to answer in: the one chosen on this device, else the account's, else Dutch. */
export function languageOf(request: Request, actor: Actor | null): Language {
  const chosen = Language.safeParse(readCookie(request.headers.get('cookie'), languageCookie))
  return chosen.success ? chosen.data : (actor?.language ?? 'nl')
}
