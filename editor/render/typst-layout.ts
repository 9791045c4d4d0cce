import type { Language } from '#schemas/vocabulary.ts'
import { typstString, typstText } from './typst-code.ts'
import { words } from './words.ts'

type Cover = { title: string; kind: string; notice: string | null; facts: { label: string; text: string }[] }

/** The page layout of a release: A4, text in Source Serif, the rest in Source Sans, the notice above and the page number below every page. */
export function typstLayout(cover: Cover, language: Language, releasedOn: string, number: string): string {
  const text = words[language]
  const [year, month, day] = releasedOn.split('-').map(Number)
  const page = text.page('\u0000', '\u0000').split('\u0000').map(typstText)
  const notice = cover.notice ?? ''
  return `#set document(title: ${typstString(`${cover.title} (${number})`)}, date: datetime(year: ${year}, month: ${month}, day: ${day}))
#let sans = ("Source Sans 3", "Noto Naskh Arabic")
#let serif = ("Source Serif 4", "Noto Naskh Arabic")
#set text(font: serif, size: 10.5pt, lang: "${language}", region: "${language === 'nl' ? 'NL' : 'GB'}", hyphenate: true)
#let small(body) = text(font: sans, size: 8.5pt, fill: luma(80), hyphenate: false, body)
#set page(
  paper: "a4",
  margin: (x: 28mm, top: 28mm, bottom: 26mm),
  header: small[${notice ? `#strong[${typstText(notice)}]` : ''}#h(1fr)${typstText(number)}],
  footer: small[${typstText(cover.title)}#h(1fr)#context [${page[0]}#counter(page).display()${page[1]}#counter(page).final().first()${page[2]}]],
)
#set par(leading: 0.72em, spacing: 1.15em, justify: false)
#show heading: set text(font: sans, hyphenate: false)
#show heading: set block(above: 1.6em, below: 0.8em, sticky: true)
#show heading.where(level: 1): set text(size: 18pt)
#show heading.where(level: 2): set text(size: 14pt)
#show heading.where(level: 3): set text(size: 12pt)
#show link: set text(fill: rgb("#0b4f8a"), hyphenate: false)
#set footnote.entry(gap: 0.5em)
#show footnote.entry: set text(size: 8.5pt)
#show footnote.entry: set par(leading: 0.5em)
#set list(indent: 0.6em)
#set enum(indent: 0.6em)
#set terms(separator: text[: ], hanging-indent: 1em)
#set table(stroke: (x: none, y: 0.5pt + luma(120)), inset: (x: 5pt, y: 4pt))
#show table: set text(font: sans, size: 9pt, hyphenate: false)
#show table: set par(leading: 0.5em)
#set quote(quotes: false)
#let kind-label(body) = text(font: sans, size: 8.5pt, weight: 600, fill: luma(70), body)
#let bar(body, dashed: false) = block(
  width: 100%,
  inset: (left: 10pt, y: 4pt),
  stroke: (left: (paint: luma(110), thickness: 2pt, dash: if dashed { "dashed" } else { none })),
  body,
)
#let labelled(kind, label, body) = bar(dashed: kind == "gap")[#block(below: 0.5em, sticky: true, kind-label(label))#body]
#let incident(title, body) = bar[
  #set text(font: sans, size: 9.5pt)
  #set par(leading: 0.6em, spacing: 0.8em)
  #block(below: 0.6em, sticky: true, strong(title))
  #body
]
#let dates(body) = block(below: 1em, sticky: true, small(body))

#small[${typstText(cover.kind)}]
#show title: set text(font: sans, size: 24pt)
#title[${typstText(cover.title)}]
${notice ? `#block(width: 100%, inset: 8pt, stroke: 1pt)[#set text(font: sans);#strong[${typstText(notice)}]]` : ''}
#[
#set text(font: sans, hyphenate: false)
${cover.facts.map(({ label, text }) => `/ ${typstText(label)}: ${typstText(text)}`).join('\n')}
]
#show outline.entry: set text(font: sans)
#outline(title: [${typstText(text.contents)}], depth: 3)
#pagebreak()
`
}
