import { Form, Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { errorTexts } from '#app/i18n/errors.ts'
import { termsTexts } from '#app/i18n/terms.ts'
import type { TermsQuestion } from '#app/services/terms-of-reference/terms-question.server.ts'
import { Button } from '../button.tsx'
import { NodeTitle } from '../chapter-tree.tsx'
import { TextAreaField } from '../field.tsx'
import { Notice, PageHead } from '../page.tsx'
import { QuestionView } from '../question-list.tsx'
import { useTermsTitle } from '../terms-facts.tsx'
import { useText } from '../use-text.ts'

type Props = {
  terms: { id: string; countryNl: string; countryEn: string }
  question: TermsQuestion
  section: { key: string; chapterKey: string; number: string; titleNl: string; titleEn: string }
  title: string
  label: string
  hint: string
  submit: string
  /** What was typed, when the form comes back. */
  reason?: string | undefined
  error?: string | undefined
  /** That someone else was first. */
  moved?: string | undefined
  /** Whether the work can still be done: else the page only shows what was typed. */
  open: boolean
  children?: ReactNode
}

/** One question of a country's terms of reference and a form that asks why: to drop it, to mark it, to let it stand. */
export function ReasonPage({
  terms,
  question,
  section,
  title,
  label,
  hint,
  submit,
  reason,
  error,
  moved,
  open,
  children,
}: Props) {
  const text = useText(termsTexts)
  const summary = useText(errorTexts).formSummary
  const base = `/terms-of-reference/${terms.id}`
  return (
    <>
      <PageHead
        crumbs={[
          { to: '/terms-of-reference', text: text.title },
          { to: base, text: useTermsTitle(terms) },
          { to: `${base}?chapter=${section.chapterKey}#${section.key}`, text: <NodeTitle node={section} /> },
        ]}
        title={title}
      />
      {error && (
        <Notice tone="error" title={summary}>
          <p>{error}</p>
        </Notice>
      )}
      {moved && (
        <Notice tone="error">
          <p>{moved}</p>
        </Notice>
      )}
      <div className="quiet-question">
        <QuestionView question={question} open />
      </div>
      <Form method="post">
        {children}
        <input type="hidden" name="revision" value={question.revision} />
        <TextAreaField
          label={label}
          hint={hint}
          name="reason"
          aria-required
          maxLength={2000}
          rows={3}
          defaultValue={reason}
          errors={error ? [error] : undefined}
        />
        <div className="form-actions">
          {open && <Button look="primary">{submit}</Button>}
          <Link to={`${base}?question=${question.key}#${question.key}`}>{text.drop.cancel}</Link>
        </div>
      </Form>
    </>
  )
}
