/** A piece of text with its matches marked. Takes segments, never markup. */
export function Highlighted({ segments }: { segments: readonly { text: string; match: boolean }[] }) {
  return segments.map(({ text, match }, index) => (match ? <mark key={index}>{text}</mark> : text))
}
