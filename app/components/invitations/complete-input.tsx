import { Form } from '@remix-run/react'
import { invitationTexts } from '#app/i18n/invitations.ts'
import { Button } from '../button.tsx'
import { Notice } from '../page.tsx'
import { useText } from '../use-text.ts'

/** A guest says that there is no more to come. `nothing`: it was tried before anything was given. */
export function CompleteInput({ nothing }: { nothing: boolean }) {
  const text = useText(invitationTexts).guest.done
  return (
    <section aria-labelledby="complete">
      <h2 id="complete">{text.heading}</h2>
      {nothing && (
        <Notice tone="error">
          <p>{text.nothing}</p>
        </Notice>
      )}
      <p>{text.lead}</p>
      <Form method="post" action="/invitation/hand-in">
        <Button>{text.button}</Button>
      </Form>
    </section>
  )
}
