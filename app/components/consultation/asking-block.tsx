import type { ComponentProps } from 'react'
import { consultationTexts } from '#app/i18n/consultations.ts'
import { formatDay } from '#app/i18n/format.ts'
import { invitationTexts } from '#app/i18n/invitations.ts'
import type { ConsultationPhase } from '#schemas/vocabulary.ts'
import { ButtonLink } from '../button.tsx'
import { InvitationTable } from '../invitations/invitation-table.tsx'
import { useLanguage, useText } from '../use-text.ts'

type Props = {
  consultation: { request: string | null; closesOn: string | null; openedAt: Date | string | null; answer: string | null }
  phase: ConsultationPhase
  invitations: ComponentProps<typeof InvitationTable>['invitations']
  base: string
  may: { open: boolean; invite: boolean }
}

/** What experts are asked, until when, and who was invited. */
export function AskingBlock({ consultation, phase, invitations, base, may }: Props) {
  const text = useText(consultationTexts).asking
  const list = useText(invitationTexts).list
  const language = useLanguage()
  const { request, closesOn, openedAt, answer } = consultation
  return (
    <section aria-labelledby="asked">
      <h2 id="asked">{text.heading}</h2>
      {request === null ? <p>{text.none}</p> : <p className="said">{request}</p>}
      {closesOn && (
        <p className="soft">
          {phase === 'open' ? text.until(formatDay(closesOn, language)) : text.past(formatDay(closesOn, language))}{' '}
          {phase === 'open' && text.accounts}
        </p>
      )}
      <div className="form-actions">
        {may.open && (
          <ButtonLink look={openedAt === null && answer === null ? 'primary' : 'secondary'} to={`${base}/open`}>
            {openedAt === null ? text.open : text.change}
          </ButtonLink>
        )}
        {may.invite && <ButtonLink to={`${base}/invite`}>{text.invite}</ButtonLink>}
      </div>
      {(invitations.length > 0 || may.invite) && (
        <>
          <h3>{list.heading}</h3>
          <InvitationTable invitations={invitations} {...(may.invite && { withdraw: `${base}/invitations` })} />
        </>
      )}
    </section>
  )
}
