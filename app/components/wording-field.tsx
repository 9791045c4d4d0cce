import { useRouteLoaderData } from '@remix-run/react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { wordingFindings } from '#editor/checks/question-wording/find.ts'
import { wordingTexts } from '#app/i18n/wording.ts'
import type { Language } from '#schemas/vocabulary.ts'
import { DismissFinding } from './dismiss-finding.tsx'
import { TextAreaField } from './field.tsx'
import { useHydrated } from './section/use-hydrated.ts'
import { useDismissals } from './use-dismissals.ts'
import { useText } from './use-text.ts'
import { WordingFindings } from './wording-findings.tsx'

/** Milliseconds without a key before the wording is looked at: hints come when someone pauses, not at every letter. */
const pause = 400

type Props = {
  name: string
  label: ReactNode
  /** The language the question is written in. */
  lang: Language
  hint?: ReactNode
  errors?: readonly string[] | undefined
  defaultValue?: string | undefined
  required?: boolean
  rows?: number
}

/**
 * The field for a question's wording, with hints about it underneath (SR-06). The hints never block: the form is sent as it is. Whoever may write
 * questions can leave one as it is, with a reason that others see. Without script the hints are there for the text that the page came with, so
 * also after a post that came back, and a button opens them in a window of their own.
 */
export function WordingField({ name, label, lang, hint, errors, defaultValue = '', required = false, rows = 3 }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const field = () => frame.current?.querySelector('textarea') ?? null
  const wording = useSettled(defaultValue, field)
  const findings = wordingFindings(wording, lang)
  const { dismissals, may, send } = useDismissals(wording, lang, findings.length > 0)
  const text = useText(wordingTexts)
  const hydrated = useHydrated()
  const [first, setFirst] = useState(false)
  const select = (from: number, to: number) => {
    field()?.focus()
    field()?.setSelectionRange(from, to)
  }
  const change = async (body: object) => {
    const outcome = await send(body)
    setFirst('first' in outcome && outcome.first)
    // What was clicked is gone.
    if ('first' in outcome) field()?.focus()
    return outcome
  }
  return (
    <div ref={frame} className="wording-field">
      <TextAreaField
        name={name}
        label={label}
        lang={lang}
        hint={hint}
        errors={errors}
        defaultValue={defaultValue}
        aria-required={required || undefined}
        rows={rows}
        maxLength={2000}
      />
      {!hydrated && <CheckElsewhere name={name} lang={lang} />}
      {first && <p role="status">{text.first}</p>}
      <WordingFindings
        findings={findings}
        lang={lang}
        dismissals={dismissals}
        onSelect={hydrated ? select : undefined}
        actions={(finding) =>
          may && (
            <DismissFinding
              finding={finding}
              onDismiss={(reason) => {
                const { rule, passage } = finding
                return change({ language: lang, wording, rule, passage, reason })
              }}
            />
          )
        }
        undo={({ id }) =>
          may && (
            <button type="button" className="link-button" onClick={() => void change({ withdraw: id, language: lang, wording })}>
              {text.withdraw}
            </button>
          )
        }
      />
    </div>
  )
}

/** Without script: the form's own text, looked at in another window, so that what was typed here stays. */
function CheckElsewhere({ name, lang }: { name: string; lang: Language }) {
  const text = useText(wordingTexts)
  const root = useRouteLoaderData('root') as { actor?: object | null } | undefined
  if (!root?.actor) return null
  return (
    <noscript>
      <button
        className="link-button"
        formMethod="get"
        formAction="/terms-of-reference/wording"
        formTarget="_blank"
        formNoValidate
        name="check"
        value={`${lang}.${name}`}
      >
        {text.check}
      </button>
    </noscript>
  )
}

/** What stands in the field since its writer last paused; what the page came with, or the browser put back, at first. */
function useSettled(initial: string, field: () => HTMLTextAreaElement | null): string {
  const [text, setText] = useState(initial)
  const find = useRef(field)
  useEffect(() => {
    const element = find.current()
    if (!element) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const settle = (delay: number) => {
      clearTimeout(timer)
      timer = setTimeout(() => setText(element.value), delay)
    }
    const typed = () => settle(pause)
    settle(0)
    element.addEventListener('input', typed)
    return () => {
      clearTimeout(timer)
      element.removeEventListener('input', typed)
    }
  }, [])
  return text
}
