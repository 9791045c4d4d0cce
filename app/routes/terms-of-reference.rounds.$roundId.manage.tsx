import '#app/styles/terms.css'
import '#app/styles/rounds.css'
import { data, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { Button, ButtonLink } from '#app/components/button.tsx'
import { TextAreaField, TextField } from '#app/components/field.tsx'
import { InvitationTable } from '#app/components/invitations/invitation-table.tsx'
import { PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { OrganisationBoxes } from '#app/components/rounds/organisation-boxes.tsx'
import { Problems } from '#app/components/rounds/problems.tsx'
import { RoundFacts, useSubjectName } from '#app/components/rounds/round-facts.tsx'
import { useSentences } from '#app/components/rounds/use-sentences.ts'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { formatDay } from '#app/i18n/format.ts'
import { invitationTexts } from '#app/i18n/invitations.ts'
import { roundTexts } from '#app/i18n/rounds.ts'
import { DomainError } from '#app/platform/errors.ts'
import { fieldErrors } from '#app/platform/field-errors.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { orShowMoved } from '#app/platform/http/moved.server.ts'
import { allows } from '#app/policies/policies.ts'
import { listInvitations } from '#app/services/invitations/list-invitations.server.ts'
import { ChangedRound, changeRound } from '#app/services/rounds/change-round.server.ts'
import { ClosedRound, closeRound } from '#app/services/rounds/close-round.server.ts'
import { listOrganisations } from '#app/services/organisations/list-organisations.server.ts'
import { readRound } from '#app/services/rounds/read-round.server.ts'

export const meta = pageTitle((language) => roundTexts[language].manage.title)

export const loader = guardedLoader('round.view', async ({ useCase, actor, params, permit }) => {
  const round = await readRound(useCase, params.roundId)
  permit(round)
  if (!allows(actor, 'round.change', round)) throw redirect(`/terms-of-reference/rounds/${round.id}`)
  return {
    round,
    organisations: await listOrganisations(useCase),
    invitations: await listInvitations(useCase, 'round', round.id),
    may: { invite: allows(actor, 'round.invite', round) },
  }
})

type Values = { closesOn: string; asked: string[]; reason: string }

export const action = guardedAction('round.change', async ({ useCase, params, request, permit }) => {
  const round = await readRound(useCase, params.roundId)
  const form = await request.formData()
  const closing = form.get('intent') === 'close'
  const values: Values = {
    closesOn: String(form.get('closesOn') ?? round.closesOn),
    asked: form.getAll('asked').map(String),
    reason: String(form.get('reason') ?? ''),
  }
  const refuse = (errors: Record<string, string>, status: 409 | 422 = 422) => data({ closing, values, errors }, status)
  const page = `/terms-of-reference/rounds/${round.id}`
  return orShowMoved(page, async () => {
    permit(round)
    try {
      if (closing) {
        await closeRound(useCase, ClosedRound.parse({ roundId: round.id, reason: values.reason }))
        return redirect(`${page}?done=closed`)
      }
      const input = ChangedRound.safeParse({ ...values, roundId: round.id })
      if (!input.success) return refuse(fieldErrors(input.error))
      await changeRound(useCase, input.data)
      return redirect(`${page}?done=altered`)
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      if (error.detail === 'undecided') return refuse({}, 409)
      if (error.code !== 'invalid-input') throw error
      const detail = error.detail ?? 'other'
      return refuse({ [detail === 'date-passed' ? 'closesOn' : detail === 'reason-too-short' ? 'reason' : 'asked']: detail })
    }
  })
})

export const shouldRevalidate = alsoAfterRefusal

export default function ManagePage() {
  const { round, organisations, invitations, may } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const texts = useText(roundTexts)
  const text = texts.manage
  const invitationText = useText(invitationTexts).list
  const base = `/terms-of-reference/rounds/${round.id}`
  const changing = answer && !answer.closing ? answer : undefined
  const closing = answer?.closing ? answer : undefined
  const values: Values = changing?.values ?? { closesOn: round.closesOn, asked: round.asked.map((it) => it.code), reason: '' }
  const { sentence, problems } = useSentences(answer?.errors ?? {})
  const of = (form: unknown, field: string) => (form ? sentence(field) : undefined)
  return (
    <>
      <PageHead
        crumbs={[
          { to: '/terms-of-reference/rounds', text: texts.title },
          { to: base, text: texts.about(useSubjectName()(round)) },
        ]}
        title={text.title}
      />
      <Problems problems={problems} />
      <RoundFacts round={round} linked />
      <section aria-labelledby="change">
        <h2 id="change">{text.change}</h2>
        <Form method="post" noValidate>
          <TextField
            type="date"
            label={texts.new.closesOn}
            hint={texts.new.closesOnHint}
            name="closesOn"
            aria-required
            defaultValue={values.closesOn}
            errors={of(changing, 'closesOn')}
          />
          <OrganisationBoxes organisations={organisations} chosen={values.asked} errors={of(changing, 'asked')} />
          <TextAreaField
            label={text.reason}
            hint={text.reasonHint}
            name="reason"
            aria-required
            rows={2}
            maxLength={2000}
            defaultValue={values.reason}
            errors={of(changing, 'reason')}
          />
          <Button name="intent" value="change">
            {text.submit}
          </Button>
        </Form>
      </section>
      <section aria-labelledby="invitations">
        <h2 id="invitations">{invitationText.heading}</h2>
        <InvitationTable invitations={invitations} withdraw={`${base}/invitations`} />
        {may.invite && (
          <p className="after-table">
            <ButtonLink to={`${base}/invite`}>{text.invite}</ButtonLink>
          </p>
        )}
      </section>
      <section aria-labelledby="close">
        <h2 id="close">{text.close}</h2>
        <Closing round={round} reason={closing?.values.reason} errors={of(closing, 'reason')} />
      </section>
    </>
  )
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>['round']

function Closing({ round, reason, errors }: { round: Shown; reason: string | undefined; errors: string[] | undefined }) {
  const text = useText(roundTexts).manage
  const language = useLanguage()
  if (round.undecided > 0) {
    return (
      <p>
        {text.undecided(round.undecided)}{' '}
        <Link to={`/terms-of-reference/rounds/${round.id}?show=undecided`}>{text.toUndecided}</Link>
      </p>
    )
  }
  const early = round.phase === 'open'
  return (
    <Form method="post" noValidate>
      <p>{text.closeLead}</p>
      {early && (
        <>
          <p className="drop-warning">{text.early(formatDay(round.closesOn, language))}</p>
          <TextAreaField
            label={text.earlyReason}
            hint={text.reasonHint}
            name="reason"
            aria-required
            rows={2}
            maxLength={2000}
            defaultValue={reason}
            errors={errors}
          />
        </>
      )}
      <Button look="primary" name="intent" value="close">
        {text.closeSubmit}
      </Button>
    </Form>
  )
}
