import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { DomainError } from '#app/platform/errors.ts'

/** Any address no other route knows: a 404 page in the reader's language. */
export const loader = guardedLoader('language.choose', () => {
  throw new DomainError('not-found')
})

export default function NotFound() {
  return null
}
