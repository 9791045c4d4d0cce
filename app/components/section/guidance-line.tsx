import type { Editor } from '@tiptap/core'
import { Button } from '#app/components/button.tsx'
import { useText } from '#app/components/use-text.ts'
import { helpTexts } from '#app/i18n/help.ts'
import { unsettled } from '#editor/document/settled.ts'
import { insertGuidance, removeGuidance } from '#editor/guidance/guidance.ts'
import type { SectionDocument } from '#schemas/document.ts'

type Props = {
  editor: () => Editor | null
  guidance: readonly string[]
  /** The text as it stands. */
  written: SectionDocument
}

/** Above the text: offers guidance where nothing is written yet, and takes all of it away where some is left. */
export function GuidanceLine({ editor, guidance, written }: Props) {
  const text = useText(helpTexts).guidance
  const left = unsettled(written).guidance
  const isEmpty = written.content.every((block) => block.type === 'paragraph' && !block.content)
  const withEditor = (act: (there: Editor) => void) => () => {
    const there = editor()
    if (there) act(there)
  }
  if (left > 0)
    return (
      <p className="guidance-line">
        <span>{text.left(left)}</span>
        <Button type="button" look="subtle" onClick={withEditor(removeGuidance)}>
          {text.removeAll}
        </Button>
      </p>
    )
  if (!isEmpty || guidance.length === 0) return null
  return (
    <p className="guidance-line">
      <span className="soft">{text.empty}</span>
      <Button type="button" look="subtle" onClick={withEditor((there) => insertGuidance(there, guidance))}>
        {text.start}
      </Button>
    </p>
  )
}
