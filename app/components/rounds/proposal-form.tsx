import { Form, Link } from '@remix-run/react'
import { formatDay } from '#app/i18n/format.ts'
import { invitationTexts } from '#app/i18n/invitations.ts'
import { roundTexts } from '#app/i18n/rounds.ts'
import type { ProposalValues, Refused } from '#app/services/rounds/receive-proposal.server.ts'
import type { SubjectChapter } from '#app/services/rounds/subject-tree.ts'
import { ProposalKind } from '#schemas/vocabulary.ts'
import { Button } from '../button.tsx'
import { Notice } from '../page.tsx'
import { useLanguage, useText } from '../use-text.ts'
import { Problems } from './problems.tsx'
import { ProposalBody, type ShownProposal } from './proposal-body.tsx'
import { ProposalFields } from './proposal-fields.tsx'
import { useSentences } from './use-sentences.ts'

/**
 * The form to give or change a proposal, with why it was refused on top and everything that was typed still in it.
 * @param start what the form begins with. @param answer what came back, when it was refused. @param current the proposal as it is, when it is changed.
 */
export function ProposalForm({
  closesOn,
  chapters,
  start,
  answer,
  current = null,
  cancelTo,
  action,
}: {
  closesOn: string
  chapters: readonly SubjectChapter[]
  start: ProposalValues
  answer: Omit<Refused, 'saved' | 'status'> | undefined
  current?: ShownProposal | null
  cancelTo: string
  action?: string
}) {
  const text = useText(roundTexts).form
  const values = answer?.values ?? start
  const { sentence, problems } = useSentences(answer?.errors ?? {})
  const kind = ProposalKind.safeParse(values.kind).data ?? 'remark'
  return (
    <>
      <Problems problems={problems} />
      <Refusal refusal={answer?.refusal ?? null} closesOn={closesOn} current={current} />
      <Form method="post" action={action} noValidate>
        {current && <input type="hidden" name="revision" value={current.revision} />}
        <ProposalFields kind={kind} chapters={chapters} values={values} sentence={sentence} />
        <div className="form-actions">
          <Button look="primary">{current ? text.submitChange : text.submit}</Button>
          <Link to={cancelTo}>{text.cancel}</Link>
        </div>
      </Form>
    </>
  )
}

function Refusal({
  refusal,
  closesOn,
  current,
}: {
  refusal: Refused['refusal']
  closesOn: string
  current: ShownProposal | null
}) {
  const text = useText(roundTexts).form
  const invited = useText(invitationTexts).guest.refused
  const language = useLanguage()
  if (refusal === null) return null
  if (refusal === 'changed' && current) {
    return (
      <Notice tone="error">
        <p>{text.conflict}</p>
        <div className="quiet-question">
          <ProposalBody proposal={current} place={{ question: null, section: null }} />
        </div>
        <p>{text.conflictAgain}</p>
      </Notice>
    )
  }
  const sentence = {
    late: text.late(formatDay(closesOn, language)),
    closed: text.closed,
    decided: text.decided,
    changed: text.decided,
    ...invited,
  }[refusal]
  return (
    <Notice tone="error">
      <p>{sentence}</p>
    </Notice>
  )
}
