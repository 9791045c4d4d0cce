import { Form } from '@remix-run/react'
import { useId } from 'react'
import type { WordingFinding } from '#editor/checks/question-wording/find.ts'
import { wordingTexts } from '#app/i18n/wording.ts'
import type { Dismissal } from '#app/services/wording/dismissal.ts'
import type { Language } from '#schemas/vocabulary.ts'
import { Button } from './button.tsx'
import { TextField } from './field.tsx'
import { useText } from './use-text.ts'
import { WordingFindings } from './wording-findings.tsx'

/** Where the forms below are sent. */
const address = '/terms-of-reference/wording'

/** What a form that came back had been sent with, and what is wrong with it. */
export type Refused = { rule: string; passage: string; reason: string; error: string }

type Props = {
  wording: string
  lang: Language
  findings: readonly WordingFinding[]
  dismissals: readonly Dismissal[]
  may: boolean
  /** The page to come back to. */
  back: string
  refused?: Refused
  compact?: boolean
}

/** The hints of a question that stands outside a form, each with a form of its own that also works without script. */
export function JudgedWording({ wording, lang, findings, dismissals, may, back, refused, compact }: Props) {
  const text = useText(wordingTexts)
  const question = { language: lang, wording, back }
  return (
    <WordingFindings
      findings={findings}
      lang={lang}
      dismissals={dismissals}
      compact={compact}
      actions={(finding) =>
        may && (
          <DismissForm
            question={question}
            finding={finding}
            refused={refused?.rule === finding.rule && refused.passage === finding.passage ? refused : undefined}
          />
        )
      }
      undo={({ id }) =>
        may && (
          <Form method="post" action={address} preventScrollReset>
            <Hidden values={{ ...question, withdraw: id }} />
            <button className="link-button">{text.withdraw}</button>
          </Form>
        )
      }
    />
  )
}

type Question = { language: Language; wording: string; back: string }

function DismissForm({ question, finding, refused }: { question: Question; finding: WordingFinding; refused?: Refused }) {
  const text = useText(wordingTexts)
  const id = useId()
  const sentences: Record<string, string> = text.errors
  return (
    <details className="wording-dismiss" open={refused !== undefined}>
      <summary>
        {text.dismiss}
        <span className="hidden-visually">: {finding.excerpt}</span>
      </summary>
      <Form method="post" action={address} preventScrollReset>
        <Hidden values={{ ...question, rule: finding.rule, passage: finding.passage }} />
        <TextField
          id={id}
          label={text.reason}
          name="reason"
          maxLength={2000}
          aria-required
          defaultValue={refused?.reason}
          errors={refused ? [sentences[refused.error] ?? text.errors.other] : undefined}
        />
        <Button>{text.dismissSubmit}</Button>
      </Form>
    </details>
  )
}

const Hidden = ({ values }: { values: Record<string, string> }) => (
  <>
    {Object.entries(values).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
  </>
)
