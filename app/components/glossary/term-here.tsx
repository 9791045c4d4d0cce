import { useLanguage, useText } from '#app/components/use-text.ts'
import { glossaryTexts } from '#app/i18n/glossary.ts'
import { termOf } from '#editor/glossary/glossary.ts'

/** What the term means that the caret stands in. */
export function TermHere({ termKey }: { termKey: string }) {
  const text = useText(glossaryTexts)
  const language = useLanguage()
  const entry = termOf(termKey)?.[language]
  return (
    entry && (
      <>
        <strong>{text.here(entry.term)}</strong> – {entry.definition}
      </>
    )
  )
}
