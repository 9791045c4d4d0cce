import { Form } from '@remix-run/react'
import { errorTexts } from '#app/i18n/errors.ts'
import { formatMoment } from '#app/i18n/format.ts'
import { capital } from '#app/i18n/pick.ts'
import { planningTexts } from '#app/i18n/planning.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { LeadTime } from '#app/services/planning/lead-times.server.ts'
import { milestones } from '#schemas/vocabulary.ts'
import { Button } from '../button.tsx'
import { TextAreaField, TextField } from '../field.tsx'
import { Notice } from '../page.tsx'
import { useLanguage, useText } from '../use-text.ts'

type Props = {
  leadTime: Omit<LeadTime, 'setAt'> & { setAt: Date | string | null }
  answer:
    | {
        typed: { months: string; shares: Record<string, string>; reason: string }
        errors: Record<string, string | undefined>
        moved: boolean
      }
    | undefined
}

/** How long reports of one kind may take, and where the milestones lie in that time. */
export function LeadTimeForm({ leadTime, answer }: Props) {
  const text = useText(planningTexts)
  const own = text.leadTimePage
  const summary = useText(errorTexts).formSummary
  const language = useLanguage()
  const word = words[language]
  const sentences: Record<string, string> = text.errors
  const sentence = (field: string) => {
    const code = answer?.errors[field]
    return code === undefined ? undefined : [sentences[code] ?? text.errors.other]
  }
  const problems = ['months', ...milestones, 'reason'].flatMap((field) => sentence(field) ?? [])
  const { kind, setBy, setAt, reason } = leadTime
  return (
    <section aria-labelledby={kind}>
      <h2 id={kind}>{capital(word.reportKind[kind])}</h2>
      <p className="soft">
        {setBy && setAt ? `${own.setBy(setBy, formatMoment(setAt, language))} ${reason ?? ''}` : own.initial}
      </p>
      {problems.length > 0 && (
        <Notice tone="error" title={summary}>
          <ul>
            {[...new Set(problems)].map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Notice>
      )}
      {answer?.moved && (
        <Notice tone="error">
          <p>{own.conflict}</p>
        </Notice>
      )}
      <Form method="post" noValidate>
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="revision" value={leadTime.revision} />
        <div className="lead-time-months">
          <TextField
            label={own.months}
            hint={own.monthsHint}
            name="months"
            inputMode="numeric"
            aria-required
            defaultValue={answer?.typed.months ?? leadTime.months}
            errors={sentence('months')}
          />
        </div>
        <fieldset>
          <legend className="utrecht-form-label">{own.shares}</legend>
          <div className="plan-dates">
            {milestones.map((it) => (
              <TextField
                key={it}
                label={capital(word.milestone[it])}
                name={it}
                inputMode="numeric"
                aria-required
                readOnly={it === 'released'}
                defaultValue={answer?.typed.shares[it] ?? leadTime.shares[it]}
                errors={sentence(it)}
              />
            ))}
          </div>
        </fieldset>
        <TextAreaField
          label={own.reason}
          hint={text.plan.reasonHint}
          name="reason"
          aria-required
          rows={2}
          maxLength={2000}
          defaultValue={answer?.typed.reason}
          errors={sentence('reason')}
        />
        <Button>{own.submit}</Button>
      </Form>
    </section>
  )
}
