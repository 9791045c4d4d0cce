import { Button } from '#app/components/button.tsx'
import { Notice } from '#app/components/page.tsx'
import { useText } from '#app/components/use-text.ts'
import { pasteTexts } from '#app/i18n/paste.ts'
import type { Pasted } from '#editor/paste/clean-paste.ts'

type Props = {
  pasted: Pasted
  /** Links that the register knew. */
  matched: number
  onClose: () => void
}

/** Whether there is anything to say of a paste besides that the text is there. */
export function isWorthSaying(pasted: Pasted): boolean {
  if (pasted.kind !== 'pasted') return true
  const { notes, links, leftOut } = pasted.cleaned
  return notes + links > 0 || Object.values(leftOut).some((count) => count > 0)
}

/** What came of a paste: what still needs a source, what did not come along, or why nothing was pasted. */
export function PasteNotice({ pasted, matched, onClose }: Props) {
  const text = useText(pasteTexts)
  const close = (
    <Button type="button" look="subtle" onClick={onClose}>
      {text.close}
    </Button>
  )
  if (pasted.kind !== 'pasted')
    return (
      <Notice tone="warning">
        <p>{pasted.kind === 'too-large' ? text.tooLarge : text.onlyImages}</p>
        {close}
      </Notice>
    )
  const { origin, notes, links, notesWithoutText, leftOut } = pasted.cleaned
  const left = (['images', 'deletions', 'comments', 'objects'] as const)
    .filter((kind) => leftOut[kind] > 0)
    .map((kind) => text.left[kind](leftOut[kind]))
  const toMatch = notes + links - matched
  return (
    <Notice tone="info">
      <p>
        {[
          text.from[origin],
          toMatch > 0 && text.toMatch(toMatch),
          matched > 0 && text.matched(matched),
          notesWithoutText > 0 && text.withoutText(notesWithoutText),
          left.length > 0 && `${text.leftOut} ${left.join(', ')}.`,
          leftOut.insertions > 0 && text.insertions(leftOut.insertions),
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
      {close}
    </Notice>
  )
}
