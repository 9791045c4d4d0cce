import { Form } from '@remix-run/react'
import { formatDay, formatMoment } from '#app/i18n/format.ts'
import { invitationTexts } from '#app/i18n/invitations.ts'
import { pick } from '#app/i18n/pick.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { InvitationState } from '#schemas/vocabulary.ts'
import { Button } from '../button.tsx'
import { TextField } from '../field.tsx'
import { Empty, Status } from '../page.tsx'
import { useLanguage, useText } from '../use-text.ts'

/** An invitation as its page sends it: dates may have become strings. */
type Line = {
  id: string
  organisationNl: string
  organisationEn: string
  addressee: string
  expiresOn: string
  openedAt: Date | string | null
  givenAt: Date | string | null
  withdrawnReason: string | null
  state: InvitationState
}

const tone = { open: 'busy', 'handed-in': 'good', closed: 'good', expired: 'rest', withdrawn: 'rest' } as const

type Props = {
  invitations: readonly Line[]
  /** Where withdrawing posts to: `<withdraw>/<id>/withdraw`, with a `reason`; absent for who may not. */
  withdraw?: string
}

/** Who was invited and how each link stands, with a way to close an open one. */
export function InvitationTable({ invitations, withdraw }: Props) {
  const text = useText(invitationTexts).list
  const language = useLanguage()
  if (invitations.length === 0) {
    return (
      <Empty>
        <p>{text.empty}</p>
      </Empty>
    )
  }
  return (
    // A wide table scrolls by itself; the keyboard must reach it to do so.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="table-scroll" tabIndex={0} role="region" aria-label={text.caption}>
      <table className="utrecht-table utrecht-table--html-table">
        <caption className="hidden-visually">{text.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.organisation}</th>
            <th scope="col">{text.addressee}</th>
            <th scope="col">{text.expires}</th>
            <th scope="col">{text.state}</th>
            <th scope="col">{text.given}</th>
            {withdraw && (
              <th scope="col">
                <span className="hidden-visually">{text.withdraw}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {invitations.map((line) => {
            const organisation = pick(line.organisationNl, line.organisationEn, language)
            return (
              <tr key={line.id}>
                <th scope="row" lang={organisation.lang}>
                  {organisation.text}
                </th>
                <td lang={language === 'nl' ? undefined : 'nl'}>{line.addressee}</td>
                <td>{formatDay(line.expiresOn, language)}</td>
                <td>
                  <Status tone={tone[line.state]}>{words[language].invitationState[line.state]}</Status>
                  <div className="soft small">
                    {line.openedAt ? text.opened(formatMoment(line.openedAt, language)) : text.notOpened}
                  </div>
                  {line.withdrawnReason && <div className="soft small">{text.withdrawn(line.withdrawnReason)}</div>}
                </td>
                <td>{line.givenAt ? text.something : text.nothing}</td>
                {withdraw && (
                  <td>
                    {line.state === 'open' && (
                      <details className="foldout">
                        <summary>
                          {text.withdraw}
                          <span className="hidden-visually">
                            {' '}
                            {organisation.text}, {line.addressee}
                          </span>
                        </summary>
                        <Form method="post" action={`${withdraw}/${line.id}/withdraw`}>
                          <TextField
                            label={text.withdrawReason}
                            hint={text.withdrawHint}
                            name="reason"
                            required
                            minLength={10}
                            maxLength={2000}
                            autoComplete="off"
                          />
                          <Button>{text.withdraw}</Button>
                        </Form>
                      </details>
                    )}
                  </td>
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
