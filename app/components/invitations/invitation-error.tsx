import { isRouteErrorResponse, useRouteError } from '@remix-run/react'
import { invitationTexts } from '#app/i18n/invitations.ts'
import { ErrorPage } from '../error-page.tsx'
import { useText } from '../use-text.ts'

/** Why a link shows nothing, and what a guest can do; other errors as on every page. */
export function InvitationErrorPage() {
  const error = useRouteError()
  const detail = isRouteErrorResponse(error) ? (error.data as { detail?: string } | null)?.detail : undefined
  return <InvitationProblem detail={detail} />
}

/** The same, of a problem that a page already knows. */
export function InvitationProblem({ detail }: { detail: string | undefined }) {
  const text = useText(invitationTexts).problems
  const told = {
    'invitation-unknown': [text.unknownTitle, text.unknown],
    'invitation-expired': [text.expiredTitle, text.expired],
    'invitation-withdrawn': [text.withdrawnTitle, text.withdrawn],
    'invitation-handed-in': [text.usedTitle, text.used],
    'invitation.open': [text.tooManyTitle, text.tooMany],
  }[detail ?? '']
  if (!told) return <ErrorPage />
  return (
    <>
      <h1>{told[0]}</h1>
      <p>{told[1]}</p>
    </>
  )
}
