import { Form, Link } from '@remix-run/react'
import { invitationTexts } from '#app/i18n/invitations.ts'
import { pick } from '#app/i18n/pick.ts'
import { errorTexts } from '#app/i18n/errors.ts'
import { Button, ButtonLink } from '../button.tsx'
import { SelectField, TextField } from '../field.tsx'
import { Notice } from '../page.tsx'
import { useLanguage, useText } from '../use-text.ts'

type Organisation = { code: string; nameNl: string; nameEn: string }
type Values = { organisationCode: string; addressee: string; expiresOn: string }

type Props = {
  organisations: readonly Organisation[]
  /** What was typed before, or what to begin with. */
  values: Partial<Values>
  errors: Record<string, string>
  /** The last day that can be chosen to begin with, `YYYY-MM-DD`. */
  today: string
  /** Where the invitations are listed. */
  back: string
}

/** Whom to invite, by function, and until when; posts to the page it stands on (services/invitations/receive-invitation). */
export function InvitationForm({ organisations, values, errors, today, back }: Props) {
  const text = useText(invitationTexts)
  const summary = useText(errorTexts).formSummary
  const language = useLanguage()
  const sentences: Record<string, string> = text.errors
  const sentence = (field: keyof Values) => {
    const code = errors[field]
    return code === undefined ? undefined : [sentences[code] ?? sentences[field] ?? text.errors.other]
  }
  const problems = (['organisationCode', 'addressee', 'expiresOn'] as const).flatMap((field) => sentence(field) ?? [])
  return (
    <>
      {problems.length > 0 && (
        <Notice tone="error" title={summary}>
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Form method="post" noValidate>
        <SelectField
          label={text.invite.organisation}
          name="organisationCode"
          aria-required
          defaultValue={values.organisationCode ?? ''}
          errors={sentence('organisationCode')}
        >
          <option value="">{text.invite.choose}</option>
          {organisations.map((organisation) => (
            <option key={organisation.code} value={organisation.code}>
              {pick(organisation.nameNl, organisation.nameEn, language).text}
            </option>
          ))}
        </SelectField>
        <TextField
          label={text.invite.addressee}
          hint={text.invite.addresseeHint}
          name="addressee"
          aria-required
          autoComplete="off"
          maxLength={100}
          defaultValue={values.addressee}
          errors={sentence('addressee')}
        />
        <TextField
          label={text.invite.expires}
          name="expiresOn"
          type="date"
          aria-required
          min={today}
          defaultValue={values.expiresOn}
          errors={sentence('expiresOn')}
        />
        <div className="form-actions">
          <Button look="primary">{text.invite.submit}</Button>
          <Link to={back}>{text.invite.back}</Link>
        </div>
      </Form>
    </>
  )
}

/** The link, the only time it is shown. */
export function MadeLink({ link, back }: { link: string; back: string }) {
  const text = useText(invitationTexts).invite
  return (
    <>
      <Notice tone="ok" title={text.made}>
        <p>{text.once}</p>
      </Notice>
      <TextField label={text.link} readOnly value={link} onFocus={(event) => event.currentTarget.select()} />
      <ButtonLink to={back}>{text.back}</ButtonLink>
    </>
  )
}
