import { standardTexts } from '#app/i18n/standard.ts'
import { useText } from '../use-text.ts'
import { ChangedValues } from './changed-values.tsx'
import type { QuestionValues } from './question-values.ts'

type Props = { current: QuestionValues; typed: QuestionValues; titleOf: (key: string) => string }

/** What a question says now against what was typed, where they differ: for whoever came second. */
export function OtherValues({ current, typed, titleOf }: Props) {
  const text = useText(standardTexts).conflict
  const names = (Object.keys(current) as (keyof QuestionValues)[]).filter(
    (name) => name !== 'reason' && name !== 'key' && plain(current[name]) !== plain(typed[name]),
  )
  const of = (values: QuestionValues) => Object.fromEntries(names.map((name) => [name, values[name]]))
  return (
    <>
      <p className="small">
        <del>{text.now}</del> → <ins>{text.yours}</ins>
      </p>
      <ChangedValues before={of(current)} after={of(typed)} titleOf={titleOf} />
    </>
  )
}

const plain = (value: unknown) => (Array.isArray(value) ? [...value].sort().join('\n') : String(value).trim())
