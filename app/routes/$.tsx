import { errorTexts } from '#app/i18n/errors.ts'
import { pageTitle } from '#app/components/page-title.ts'
import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { DomainError } from '#app/platform/errors.ts'

export const meta = pageTitle((language) => errorTexts[language].notFoundTitle)

/** Any address no other route knows: a 404 page in the reader's language. */
export const loader = guardedLoader('language.choose', () => {
  throw new DomainError('not-found')
})

export default function NotFound() {
  return null
}
