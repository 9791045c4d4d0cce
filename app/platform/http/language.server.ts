import type { Actor } from '#app/policies/actor.ts'
import { Language } from '#schemas/vocabulary.ts'
import type { Config } from '../config.server.ts'
import { readCookie, writeCookie } from './cookies.server.ts'

const languageCookie = 'language'

/** The language to answer in: the one chosen on this device, else the account's, else Dutch. */
export function languageOf(request: Request, actor: Actor | null): Language {
  const chosen = Language.safeParse(readCookie(request.headers.get('cookie'), languageCookie))
  return chosen.success ? chosen.data : (actor?.language ?? 'nl')
}

/** A Set-Cookie value that remembers the language on this device for a year. */
export const rememberLanguage = ({ baseUrl }: Pick<Config, 'baseUrl'>, language: Language): string =>
  writeCookie(languageCookie, language, { maxAgeSeconds: 365 * 24 * 60 * 60, secure: baseUrl.startsWith('https:') })
