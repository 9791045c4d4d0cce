import { Form } from '@remix-run/react'
import { errorTexts } from '#app/i18n/errors.ts'
import { formatDay } from '#app/i18n/format.ts'
import { capital } from '#app/i18n/pick.ts'
import { planningTexts } from '#app/i18n/planning.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { PlanLine } from '#app/services/planning/read-planning.server.ts'
import { milestones, termsWithPolicy } from '#schemas/vocabulary.ts'
import { Button } from '../button.tsx'
import { TextAreaField, TextField } from '../field.tsx'
import { Notice } from '../page.tsx'
import { useLanguage, useText } from '../use-text.ts'

type Typed = { startsOn: string; dates: Record<string, string>; reason: string }
type Props = {
  line: Pick<PlanLine, 'startsOn' | 'milestones' | 'status' | 'dueOn' | 'revision'>
  /** What came back: what was typed, what is wrong with it, or that someone else was first. */
  answer: { typed: Typed; errors: Record<string, string | undefined>; moved: boolean } | undefined
}

/** All dates of a plan, changed with one reason. */
export function PlanForm({ line, answer }: Props) {
  const text = useText(planningTexts)
  const summary = useText(errorTexts).formSummary
  const language = useLanguage()
  const word = words[language].milestone
  const sentences: Record<string, string> = text.errors
  const sentence = (field: string) => {
    const code = answer?.errors[field]
    return code === undefined ? undefined : [sentences[code] ?? text.errors.other]
  }
  const names: [string, string][] = [
    ['startsOn', text.plan.start],
    ...milestones.map((it): [string, string] => [it, capital(word[it])]),
  ]
  const problems = [...names, ['reason', text.plan.reason] as const].flatMap(([field, name]) =>
    (sentence(field) ?? []).map((said) => `${name}: ${said}`),
  )
  const planned = Object.fromEntries(line.milestones.map((it) => [it.milestone, it.plannedOn ?? '']))
  return (
    <details className="plan-form" open={answer !== undefined}>
      <summary>{text.plan.change}</summary>
      {problems.length > 0 && (
        <Notice tone="error" title={summary}>
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Notice>
      )}
      {answer?.moved && (
        <Notice tone="error" title={text.conflict.title}>
          <p>{text.conflict.lead}</p>
          <ul>
            {names.map(([field, name]) => {
              const now = field === 'startsOn' ? line.startsOn : planned[field]
              return now ? (
                <li key={field}>
                  {name}: {formatDay(now, language)}
                </li>
              ) : null
            })}
          </ul>
        </Notice>
      )}
      <Form method="post" noValidate>
        <p>
          {text.plan.changeLead}{' '}
          {termsWithPolicy.includes(line.status) ? text.plan.movesDue : text.plan.dueStands(formatDay(line.dueOn, language))}
        </p>
        <input type="hidden" name="revision" value={line.revision} />
        <div className="plan-dates">
          {names.map(([field, name]) => (
            <TextField
              key={field}
              type="date"
              label={name}
              name={field}
              aria-required
              defaultValue={
                field === 'startsOn' ? (answer?.typed.startsOn ?? line.startsOn) : (answer?.typed.dates[field] ?? planned[field])
              }
              errors={sentence(field)}
            />
          ))}
        </div>
        <TextAreaField
          label={text.plan.reason}
          hint={text.plan.reasonHint}
          name="reason"
          aria-required
          rows={2}
          maxLength={2000}
          defaultValue={answer?.typed.reason}
          errors={sentence('reason')}
        />
        <Button look="primary">{text.plan.submit}</Button>
      </Form>
    </details>
  )
}
