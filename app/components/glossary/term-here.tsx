import { useLanguage, useText } from '#app/components/use-text.ts'
import { glossaryTexts } from '#app/i18n/glossary.ts'
import { termOf } from '#editor/glossary/glossary.ts'

/** What the term means that the caret stands in; said when it gets there. */
export function TermHere({ termKey }: { termKey: string | null }) {
  const text = useText(glossaryTexts)
  const language = useLanguage()
  const entry = termOf(termKey)?.[language]
  return (
    <p className="term-here" role="status">
      {entry && (
        <>
          <strong>{text.here(entry.term)}</strong> – {entry.definition}
        </>
      )}
    </p>
  )
}
