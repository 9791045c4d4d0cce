import { isRouteErrorResponse, Link, useRouteError } from '@remix-run/react'
import { errorTexts } from '#app/i18n/errors.ts'
import { words } from '#app/i18n/vocabulary.ts'
import { useLanguage, useText } from './use-text.ts'

/** What went wrong, what was kept, what to do; for a refusal also who can help. */
export function ErrorPage() {
  const error = useRouteError()
  const text = useText(errorTexts)
  const language = useLanguage()
  const status = isRouteErrorResponse(error) ? error.status : 500
  const roleWords: Record<string, string> = words[language].role
  const refusal = isRouteErrorResponse(error) ? (error.data as { helpers?: string[] } | null) : null
  const helpers = (refusal?.helpers ?? []).flatMap((role) => roleWords[role] ?? [])
  const [title, body] = {
    401: [text.notAllowedTitle, text.notAllowed],
    403: [text.notAllowedTitle, text.notAllowed],
    404: [text.notFoundTitle, text.notFound],
    409: [text.conflictTitle, text.conflict],
    422: [text.invalidTitle, text.invalid],
  }[status] ?? [text.unexpectedTitle, text.unexpected]
  return (
    <>
      <h1>{title}</h1>
      <p>{body}</p>
      {helpers.length > 0 && (
        <p>
          {text.whoCanHelp} {helpers.join(', ')}.
        </p>
      )}
      <p>
        <Link to="/">{text.toHome}</Link>
      </p>
    </>
  )
}
