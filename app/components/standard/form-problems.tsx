import { errorTexts } from '#app/i18n/errors.ts'
import { standardTexts } from '#app/i18n/standard.ts'
import { Notice } from '../page.tsx'
import { useText } from '../use-text.ts'

type Errors = Readonly<Record<string, string | undefined>> | undefined

/** Turns what is wrong with a field (a code) into its sentence. */
export function useSentences(errors: Errors): (field: string) => string[] | undefined {
  const sentences: Record<string, string> = useText(standardTexts).errors
  return (field) => {
    const code = errors?.[field]
    return code === undefined ? undefined : [sentences[code] ?? sentences[field] ?? sentences.other!]
  }
}

/** What is still needed, on top of a form that came back. */
export function FormProblems({ errors }: { errors: Errors }) {
  const sentence = useSentences(errors)
  const summary = useText(errorTexts).formSummary
  const problems = [...new Set(Object.keys(errors ?? {}).flatMap((field) => sentence(field) ?? []))]
  if (problems.length === 0) return null
  return (
    <Notice tone="error" title={summary}>
      <ul>
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </Notice>
  )
}
