import type { Printed, PrintedSection } from './printed.ts'
import { createFootnotes, type Footnotes, renderBibliographyHtml, renderFootnotesHtml } from './footnotes.ts'
import { renderSectionHtml } from './html.ts'
import { termAnchor } from './glossary.ts'
import { attribute, element, markup, Markup } from './markup.ts'
import { outlineOf, type Entry } from './outline.ts'
import { releaseFacts, sectionDates, type RenderOptions } from './release-facts.ts'
import { words } from './words.ts'

/** A whole release as one accessible HTML file that needs nothing else: no script, no font, no picture from elsewhere. */
export function renderReleaseHtml(content: Printed, options: RenderOptions = {}): string {
  const { language, title, kind, notice } = content
  const text = words[language]
  const footnotes = createFootnotes(content)
  const outline = outlineOf(content)
  const body = outline.map((entry) => sectionHtml(entry, content, footnotes))
  // After the text: only then are the footnotes known.
  const notes = new Markup(renderFootnotesHtml(footnotes))
  const sources = new Markup(renderBibliographyHtml(Object.values(content.items), language, content.citationStyle))
  const hasNotes = footnotes.list().length > 0
  const hasSources = Object.keys(content.items).length > 0
  return markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title} (${content.number})</title>
<style>${new Markup(style)}</style>
</head>
<body>
<a class="skip" href="#text">${text.toText}</a>
<header>
<p>${content.kicker ?? text.reportKind[kind]}</p>
<h1>${title}</h1>
${notice && markup`<p class="notice">${notice}</p>`}
<dl>${releaseFacts(content, options).map(({ label, text }) => markup`<div><dt>${label}</dt> <dd>${text}</dd></div>`)}</dl>
</header>
<nav aria-labelledby="contents"><h2 id="contents">${text.contents}</h2>
<ul>
${outline.map(contentsLine)}${hasNotes && markup`<li><a href="#footnotes">${text.footnotes}</a></li>\n`}${hasSources && markup`<li><a href="#bibliography">${text.bibliography}</a></li>\n`}</ul></nav>
<main id="text" class="text">
${body}</main>
<footer>
${hasNotes && markup`<section class="footnotes" aria-labelledby="footnotes"><h2 id="footnotes">${text.footnotes}</h2>${notes}</section>\n`}${hasSources && markup`<section aria-labelledby="bibliography"><h2 id="bibliography">${text.bibliography}</h2>${sources}</section>\n`}</footer>
</body>
</html>
`.toString()
}

const contentsLine = ({ anchor, number, title, depth }: Entry): Markup =>
  markup`<li class="depth-${Math.min(depth, 3)}"><a href="#${anchor}">${`${number} ${title}`.trim()}</a></li>\n`

function sectionHtml(entry: Entry, content: Printed, footnotes: Footnotes): Markup {
  const { number, title, depth, anchor, section } = entry
  const heading = element(`h${Math.min(6, depth + 2)}`, [attribute('id', anchor)], `${number} ${title}`.trim())
  if (!section) return markup`${heading}\n`
  const { language } = content
  const { questions, document } = section
  const dates = sectionDates(section, content)
  const inside = renderSectionHtml({
    ...{ document, sources: content, footnotes, headingLevel: Math.min(6, depth + 3), language },
    termHref: (key) => `#${termAnchor(key)}`,
  })
  return markup`<section aria-labelledby="${anchor}">
${heading}
${dates && markup`<p class="dates">${dates}</p>\n`}${questions.length > 0 && questionsHtml(questions, words[language].questions)}${new Markup(inside)}
</section>
`
}

const questionsHtml = (questions: PrintedSection['questions'], title: string): Markup =>
  markup`<details><summary>${title}</summary><ul>${questions.map(({ wording }) => markup`<li>${wording}</li>`)}</ul></details>\n`

const style = `
:root { color-scheme: light; --ink: #1a1a1a; --soft: #555; --line: #767676; }
* { box-sizing: border-box; }
body { color: var(--ink); background: #fff; font: 1.0625rem/1.6 "Source Serif 4", Georgia, serif; margin: 0 auto; max-width: 46rem; padding: 1.5rem 1rem 4rem; overflow-wrap: break-word; }
h1, h2, h3, h4, h5, h6, dl, nav, .dates, details, table, aside, .block-label, .skip { font-family: "Source Sans 3", "Helvetica Neue", Arial, sans-serif; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2em 0 .5em; }
h1 { font-size: 1.9rem; margin-top: .5em; }
a { color: #0b4f8a; }
a:focus-visible, summary:focus-visible { outline: 3px solid #0b4f8a; outline-offset: 2px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { position: static; }
.notice { border: 2px solid var(--ink); font-weight: 700; padding: .75rem 1rem; }
dl > div { display: grid; grid-template-columns: minmax(6.5rem, 2fr) minmax(0, 5fr); gap: .75rem; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
nav ul { list-style: none; padding: 0; }
.depth-1 { padding-inline-start: 1.25rem; }
.depth-2 { padding-inline-start: 2.5rem; }
.depth-3 { padding-inline-start: 3.75rem; }
.dates, details { color: var(--soft); font-size: .95rem; }
.block-label { display: block; font-size: .875rem; font-weight: 600; color: var(--soft); }
.block-synthesis, .block-gap, .block-quote, blockquote, .incident { border-inline-start: 4px solid var(--line); margin: 1.25em 0; padding: .25em 0 .25em 1rem; }
.block-gap { border-inline-start-style: dashed; }
blockquote .block-quote { border: 0; margin: 0; padding: 0; }
.incident { font-size: 1rem; }
.incident > :first-child, blockquote > :first-child { margin-top: 0; }
.incident > :last-child, blockquote > :last-child { margin-bottom: 0; }
.incident-title { font-weight: 700; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid var(--line); overflow-wrap: anywhere; padding: .35rem .75rem .35rem 0; text-align: start; vertical-align: top; }
td > p, th > p, li > p { margin: 0; }
.term { color: inherit; text-decoration: underline dotted; text-underline-offset: .2em; }
.fn { font-size: .75em; line-height: 0; }
.fn a { padding: .6em .2em; }
.footnotes, .bibliography { font-size: .95rem; }
.footnotes li, .bibliography li { margin-block: .4rem; overflow-wrap: anywhere; }
:target { background: #fff3bf; }
@media print { body { max-width: none; } nav a { color: inherit; text-decoration: none; } h2, h3, h4 { break-after: avoid; } .incident { break-inside: avoid; } }
`
