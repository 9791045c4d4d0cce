import '#app/styles/wording.css'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { wordingFindings } from '#editor/checks/question-wording/find.ts'
import type { Language } from '#schemas/vocabulary.ts'
import { TextAreaField } from './field.tsx'
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
 * The field for a question's wording, with hints about it underneath (SR-06). The hints never block: the form is sent as it is. Without script they
 * are there for the text that the page came with, so also after a post that came back.
 */
export function WordingField({ name, label, lang, hint, errors, defaultValue = '', required = false, rows = 3 }: Props) {
  const area = useRef<HTMLDivElement>(null)
  const text = useSettled(defaultValue, () => area.current?.querySelector('textarea') ?? null)
  const select = (from: number, to: number) => {
    const field = area.current?.querySelector('textarea')
    field?.focus()
    field?.setSelectionRange(from, to)
  }
  return (
    <div ref={area} className="wording-field">
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
      <WordingFindings findings={wordingFindings(text, lang)} lang={lang} onSelect={select} />
    </div>
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
