import { Form, Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { standardTexts } from '#app/i18n/standard.ts'
import type { StandardSummary } from '#app/services/standard-terms/read-standard.server.ts'
import type { StandardStatus } from '#schemas/vocabulary.ts'
import { Button } from '../button.tsx'
import { Notice } from '../page.tsx'
import { useText } from '../use-text.ts'
import { FormProblems, useSentences } from './form-problems.tsx'
import { Reason } from './question-fields.tsx'
import { StandardFacts } from './standard-facts.tsx'
import { SubPageHead } from './sub-page-head.tsx'

export type StepAnswer = { reason: string; errors: Record<string, string>; refused: string | null }

type Props = {
  standard: Omit<StandardSummary, 'createdAt'>
  to: StandardStatus
  lead?: string
  answer: StepAnswer | undefined
  /** Whether the step can be taken still. */
  may: boolean
  /** What must be known or chosen besides the reason. */
  children?: ReactNode
}

/** One step in the life of a version: what it means, and why it is taken. */
export function StepPage({ standard, to, lead, answer, may, children }: Props) {
  const text = useText(standardTexts)
  const step = text.steps[to]
  const sentence = useSentences(answer?.errors)
  const refused = useSentences(answer?.refused ? { refused: answer.refused } : undefined)('refused')
  return (
    <>
      <SubPageHead standard={standard} title={step.title} lead={lead ?? step.lead} />
      <FormProblems errors={answer?.errors} />
      {answer?.refused && (
        <Notice tone="error">
          <p>{answer.refused === 'other-in-force' ? text.conflict.inForce : answer.refused === 'moved' ? text.moved : refused}</p>
        </Notice>
      )}
      {!may && !answer && (
        <Notice>
          <p>{text.moved}</p>
        </Notice>
      )}
      <StandardFacts standard={standard} />
      <Form method="post" noValidate>
        {children}
        <Reason hint={`${step.reasonHint} ${text.reasonHint}`} defaultValue={answer?.reason} errors={sentence('reason')} />
        <div className="form-actions">
          {may && <Button look="primary">{step.submit}</Button>}
          <Link to={`/terms-of-reference/standards/${standard.id}`}>{text.cancel}</Link>
        </div>
      </Form>
    </>
  )
}
