import { Form } from '@remix-run/react'
import { errorTexts } from '#app/i18n/errors.ts'
import { evaluationTexts } from '#app/i18n/evaluation.ts'
import { sentenceFor } from '#app/i18n/pick.ts'
import { words } from '#app/i18n/vocabulary.ts'
import { proposalOutcomes, questionChanges } from '#schemas/vocabulary.ts'
import { Button } from '../button.tsx'
import { SelectField, TextAreaField } from '../field.tsx'
import { Notice } from '../page.tsx'
import { useText, useLanguage } from '../use-text.ts'
import { RecordView, type ShownRecord } from './record-history.tsx'

type Values = { change: string; proposal: string; decision: string; decisionReason: string }
type Props = {
  standardId: string
  /** What stands now. */
  standing: ShownRecord | null
  /** What was typed, when it was not taken. */
  given: Values | null
  errors: Record<string, string | undefined>
  /** Someone else recorded something in between. */
  conflict: boolean
  /** The new version does not ask this question: it can be taken back in, not changed. */
  takeBack: boolean
}

/** What is proposed for a question and what was decided; both can be recorded at once or one after the other. */
export function EvaluationForm({ standardId, standing, given, errors, conflict, takeBack }: Props) {
  const text = useText(evaluationTexts)
  const summary = useText(errorTexts).formSummary
  const language = useLanguage()
  const word = words[language]
  const values = given ?? {
    ...{ change: standing?.change ?? '', proposal: standing?.proposal ?? '' },
    ...{ decision: standing?.decision ?? '', decisionReason: standing?.decisionReason ?? '' },
  }
  const sentence = (field: string) => {
    const code = errors[field]
    return code === undefined ? undefined : [sentenceFor(text.errors, code) ?? text.errors.other]
  }
  const problems = ['change', 'proposal', 'decision', 'decisionReason'].flatMap((field) => sentence(field) ?? [])
  const changes = questionChanges.filter((change) => change === 'keep' || (change === 'take-back') === takeBack)
  return (
    <Form method="post" noValidate>
      {problems.length > 0 && (
        <Notice tone="error" title={summary}>
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Notice>
      )}
      {conflict && (
        <>
          <Notice tone="error">
            <p>{text.question.conflict}</p>
          </Notice>
          {standing && (
            <div className="evaluation-standing">
              <h3>{text.question.standing}</h3>
              <RecordView record={standing} />
            </div>
          )}
        </>
      )}
      <input type="hidden" name="standardId" value={standardId} />
      <input type="hidden" name="revision" value={standing?.revision ?? 0} />
      <SelectField
        label={text.question.change}
        name="change"
        aria-required
        defaultValue={values.change}
        errors={sentence('change')}
      >
        {values.change === '' && <option value="">–</option>}
        {changes.map((change) => (
          <option key={change} value={change}>
            {word.questionChange[change]}
          </option>
        ))}
      </SelectField>
      <TextAreaField
        label={text.question.proposalText}
        hint={text.question.proposalHint}
        name="proposal"
        rows={3}
        maxLength={2000}
        defaultValue={values.proposal}
        errors={sentence('proposal')}
      />
      <SelectField label={text.question.decision} name="decision" defaultValue={values.decision} errors={sentence('decision')}>
        <option value="">{text.question.undecided}</option>
        {proposalOutcomes.map((decision) => (
          <option key={decision} value={decision}>
            {word.proposalOutcome[decision]}
          </option>
        ))}
      </SelectField>
      <TextAreaField
        label={text.question.decisionReason}
        hint={text.question.decisionHint}
        name="decisionReason"
        rows={2}
        maxLength={2000}
        defaultValue={values.decisionReason}
        errors={sentence('decisionReason')}
      />
      <Button look="primary">{text.question.save}</Button>
    </Form>
  )
}
