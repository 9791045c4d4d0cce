import { Form } from '@remix-run/react'
import { formatMoment } from '#app/i18n/format.ts'
import { reviewTexts } from '#app/i18n/review.ts'
import type { ReviewPageData } from '#app/services/review/read-review-page.server.ts'
import { Button } from '../button.tsx'
import { TextAreaField } from '../field.tsx'
import { Status } from '../page.tsx'
import { useLanguage, useText } from '../use-text.ts'

/** A reason that came back, as it was typed, and what is wrong with it or that it came too late. */
export type ReturnAnswer = { reason: string; error: string | null; moved: boolean }

type Props = Pick<ReviewPageData, 'section' | 'decisions' | 'may' | 'why' | 'unsettled'> & {
  open: number
  answer: ReturnAnswer | undefined
}

/** Approving and returning, or in words why this person cannot; and what was decided before. */
export function ReviewDecision({ section, decisions, may, why, unsettled, open, answer }: Props) {
  const text = useText(reviewTexts)
  const sentences: Record<string, string> = text.errors
  const settled = Object.values(unsettled).every((count) => count === 0)
  return (
    <section className="review-decision" aria-labelledby="decision">
      <h2 id="decision">{text.decision}</h2>
      {why && why !== 'approved' && <p>{text.why[why]}</p>}
      {why === 'approved' && <p>{text.returnApproved}</p>}
      {may.approve && !settled && <p>{text.unsettled(unsettled)}</p>}
      {may.approve && settled && (
        <Form method="post" action={`/review/${section.id}/approve`} className="review-form no-print">
          <Seen section={section} />
          <p>{text.approveLead}</p>
          {open > 0 && <p>{text.openFirst(open)}</p>}
          <Button look="primary">{text.approve}</Button>
        </Form>
      )}
      {may.return && (
        <Form method="post" action={`/review/${section.id}/return`} noValidate className="review-form no-print">
          <h3>{text.returnTitle}</h3>
          <Seen section={section} />
          <TextAreaField
            id="reason"
            label={text.reason}
            hint={text.reasonHint}
            name="reason"
            required
            rows={4}
            maxLength={4000}
            defaultValue={answer?.reason}
            errors={answer?.error ? [sentences[answer.error] ?? text.errors.other] : undefined}
          />
          <Button>{text.return}</Button>
        </Form>
      )}
      <h3>{text.history}</h3>
      <History decisions={decisions} />
    </section>
  )
}

/** The state and version that were read, so that a decision is never about another text. */
function Seen({ section }: Pick<Props, 'section'>) {
  return (
    <>
      <input type="hidden" name="status" value={section.status} />
      <input type="hidden" name="version" value={section.version} />
    </>
  )
}

function History({ decisions }: Pick<Props, 'decisions'>) {
  const text = useText(reviewTexts)
  const language = useLanguage()
  if (decisions.length === 0) return <p className="soft">{text.noHistory}</p>
  return (
    <ol className="plain-list rows">
      {decisions.map((decision) => (
        <li key={decision.id}>
          <p className="small">
            <Status tone={decision.decision === 'approved' ? 'good' : 'bad'}>{text.decisions[decision.decision]}</Status> ·{' '}
            {decision.reviewer}{' '}
            <span className="soft">
              · {formatMoment(decision.decidedAt, language)} · {text.version(decision.version)}
            </span>
          </p>
          {decision.reason && <p className="review-body">{decision.reason}</p>}
        </li>
      ))}
    </ol>
  )
}
