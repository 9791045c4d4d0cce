import '#app/styles/terms.css'
import { data, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { Button } from '#app/components/button.tsx'
import { TextAreaField } from '#app/components/field.tsx'
import { PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Problems } from '#app/components/rounds/problems.tsx'
import { useSubjectName } from '#app/components/rounds/round-facts.tsx'
import { useSentences } from '#app/components/rounds/use-sentences.ts'
import { useText } from '#app/components/use-text.ts'
import { invitationTexts } from '#app/i18n/invitations.ts'
import { roundTexts } from '#app/i18n/rounds.ts'
import { fieldErrors } from '#app/platform/field-errors.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { orShowMoved } from '#app/platform/http/moved.server.ts'
import { allows } from '#app/policies/policies.ts'
import { withdrawInvitation, WithdrawnInvitation } from '#app/services/invitations/withdraw-invitation.server.ts'
import { readRound } from '#app/services/rounds/read-round.server.ts'

export const meta = pageTitle((language) => invitationTexts[language].list.withdraw)

export const loader = guardedLoader('round.view', async ({ useCase, actor, params, permit }) => {
  const round = await readRound(useCase, params.roundId)
  permit(round)
  if (!allows(actor, 'round.change', round)) throw redirect(`/terms-of-reference/rounds/${round.id}`)
  return { round }
})

export const action = guardedAction('round.change', async ({ useCase, params, request, permit }) => {
  const round = await readRound(useCase, params.roundId)
  const reason = String((await request.formData()).get('reason') ?? '')
  const page = `/terms-of-reference/rounds/${round.id}/manage`
  return orShowMoved(page, async () => {
    permit(round)
    const about = { invitationId: params.invitationId, purpose: 'round', objectId: round.id }
    const input = WithdrawnInvitation.safeParse({ ...about, reason })
    if (!input.success) return data({ reason, errors: fieldErrors(input.error) }, 422)
    await withdrawInvitation(useCase, input.data)
    return redirect(`${page}#invitations`)
  })
})

export const shouldRevalidate = alsoAfterRefusal

export default function WithdrawInvitationPage() {
  const { round } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const texts = useText(roundTexts)
  const text = useText(invitationTexts).list
  const base = `/terms-of-reference/rounds/${round.id}`
  const { sentence, problems } = useSentences(answer?.errors ?? {})
  return (
    <>
      <PageHead
        crumbs={[
          { to: base, text: texts.about(useSubjectName()(round)) },
          { to: `${base}/manage`, text: texts.manage.title },
        ]}
        title={text.withdraw}
      />
      <Problems problems={problems} />
      <Form method="post" noValidate>
        <TextAreaField
          label={text.withdrawReason}
          hint={text.withdrawHint}
          name="reason"
          aria-required
          rows={2}
          maxLength={2000}
          defaultValue={answer?.reason}
          errors={sentence('reason')}
        />
        <div className="form-actions">
          <Button look="primary">{text.withdraw}</Button>
          <Link to={`${base}/manage#invitations`}>{texts.form.cancel}</Link>
        </div>
      </Form>
    </>
  )
}
