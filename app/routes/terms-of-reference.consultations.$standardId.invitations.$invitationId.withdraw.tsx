import { data, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { alsoAfterRefusal } from '#app/components/also-after-refusal.ts'
import { Button } from '#app/components/button.tsx'
import { ClosedNotice } from '#app/components/consultation/closed-notice.tsx'
import { useCrumbs } from '#app/components/consultation/use-crumbs.ts'
import { TextField } from '#app/components/field.tsx'
import { Notice, PageHead } from '#app/components/page.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { useText } from '#app/components/use-text.ts'
import { consultationTexts } from '#app/i18n/consultations.ts'
import { invitationTexts } from '#app/i18n/invitations.ts'
import { sentenceFor } from '#app/i18n/pick.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { allows } from '#app/policies/policies.ts'
import { readConsultation } from '#app/services/consultations/read-consultation.server.ts'
import { formValues, receiveForm } from '#app/services/consultations/receive-form.server.ts'
import { withdrawInvitation, WithdrawnInvitation } from '#app/services/invitations/withdraw-invitation.server.ts'

export const meta = pageTitle((language) => invitationTexts[language].list.withdraw)

/** Here comes who has something to put right in the reason; the form itself stands beside the invitation. */
export const loader = guardedLoader('consultation.view', async ({ useCase, actor, params }) => {
  const found = await readConsultation(useCase, params.standardId)
  return { standard: found.standard, may: allows(actor, 'consultation.invite', found) }
})

export const action = guardedAction('consultation.invite', async ({ useCase, params, request, permit }) => {
  const found = await readConsultation(useCase, params.standardId)
  const objectId = found.standard.id
  const about = { purpose: 'consultation', objectId, invitationId: params.invitationId ?? '' }
  const values = formValues(await request.formData(), ['reason'])
  const answer = await receiveForm({ ...values, ...about }, WithdrawnInvitation, {
    permit: () => permit(found),
    save: (input) => withdrawInvitation(useCase, input),
  })
  return answer.done ? redirect(`/terms-of-reference/consultations/${objectId}`) : data(answer.answer, answer.status)
})

export const shouldRevalidate = alsoAfterRefusal

export default function WithdrawPage() {
  const { standard, may } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const texts = useText(invitationTexts)
  const text = texts.list
  const cancel = useText(consultationTexts).cancel
  const error = answer?.errors.reason && (sentenceFor(texts.errors, answer.errors.reason) ?? texts.errors.other)
  return (
    <>
      <PageHead crumbs={useCrumbs(standard)} title={text.withdraw} />
      <ClosedNotice may={may} answered={answer !== undefined} />
      {answer && (
        <Notice tone="error">
          <p>{error ?? texts.errors['invitation-not-open']}</p>
        </Notice>
      )}
      <Form method="post" noValidate>
        <TextField
          label={text.withdrawReason}
          hint={text.withdrawHint}
          name="reason"
          aria-required
          maxLength={2000}
          autoComplete="off"
          defaultValue={String(answer?.values.reason ?? '')}
          errors={error ? [error] : undefined}
        />
        <div className="form-actions">
          {may && <Button look="primary">{text.withdraw}</Button>}
          <Link to={`/terms-of-reference/consultations/${standard.id}`}>{cancel}</Link>
        </div>
      </Form>
    </>
  )
}
