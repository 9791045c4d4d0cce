import type { ReactNode } from 'react'
import { useText } from '#app/components/use-text.ts'
import { helpTexts } from '#app/i18n/help.ts'
import { useHydrated } from './use-hydrated.ts'

type Props = { blockId: string | null; onGo: (blockId: string) => void; children: ReactNode }

/** Words that lead to a block of the text: without script, and where the text is only read, a link to it. */
export function PlaceButton({ blockId, onGo, children }: Props) {
  const text = useText(helpTexts)
  const hydrated = useHydrated()
  if (blockId === null) return <span>{children}</span>
  const said = (
    <>
      <span className="hidden-visually">{text.goTo}: </span>
      {children}
    </>
  )
  return hydrated ? (
    <button type="button" className="place-button" onClick={() => onGo(blockId)}>
      {said}
    </button>
  ) : (
    <a href={`#${blockId}`}>{said}</a>
  )
}
