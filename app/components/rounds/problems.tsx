import { errorTexts } from '#app/i18n/errors.ts'
import { Notice } from '../page.tsx'
import { useText } from '../use-text.ts'

/** What is still needed before a form can be saved, on top of it. */
export function Problems({ problems }: { problems: readonly string[] }) {
  const title = useText(errorTexts).formSummary
  if (problems.length === 0) return null
  return (
    <Notice tone="error" title={title}>
      <ul>
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </Notice>
  )
}
