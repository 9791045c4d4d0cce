import { createContext, useContext, useState } from 'react'
import type { PlacedText } from '#app/platform/http/placed-text.server.ts'

const Texts = createContext<ReadonlyMap<string, string> | null>(null)
/** On the server: the texts that this page carries itself. */
export const PlacedTextsProvider = Texts.Provider

/**
 * A text that was sent once (`place` in the loader), in a `div`. The server sets it from what the loader placed; the browser takes over what then
 * stands in the page, also when it has to build the page anew; a page that is reached by a link gets the text with its data.
 */
export function Placed({ text, ...around }: { text: PlacedText; className?: string; lang?: string }) {
  // Another text is another element: what this one shows is fixed when it is first shown.
  return <Fixed key={text.key} text={text} {...around} />
}

function Fixed({ text, ...around }: Parameters<typeof Placed>[0]) {
  const texts = useContext(Texts)
  const [html] = useState(() => text.html ?? texts?.get(text.key) ?? standing(text.key))
  return <div {...around} data-placed={text.key} dangerouslySetInnerHTML={{ __html: html }} />
}

/** What the server set under this key. @throws {Error} where it set nothing: an empty page must not pass for the text. */
function standing(key: string): string {
  const element = typeof document === 'undefined' ? null : document.querySelector(`[data-placed="${CSS.escape(key)}"]`)
  if (!element) throw new Error(`the text ${key} was not placed`)
  return element.innerHTML
}
