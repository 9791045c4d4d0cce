import type { Language } from '#schemas/vocabulary.ts'
import { attribute, element, markup, inLanguage, type Markup } from './markup.ts'
import type { IncidentWords, Line } from './incident-words.ts'
import { walkDocument, type BackEnd, type Cell, type Walk } from './walk.ts'
import { words } from './words.ts'

/**
 * A section's text as HTML, to stand in a page.
 * @param section its text, what it points to, the numbering it shares with the sections around it, the level of its own highest headings, and
 * the language it is written in. Block ids become anchors; footnote n of place m has the id `fnref-n-m` and points to `fn-n`.
 * `permalink` names the link that each passage then has to itself (class `permalink`); without it there is none.
 * `termHref` says where a term of the glossary is explained; without it terms are plain words. `threadOn` knows the threads that words may be about;
 * without it, as in all that is released, nothing of them is written.
 */
export function renderSectionHtml(section: Walk & Omit<Settings, 'language'>): string {
  return walkDocument(section, htmlBackEnd(section)).join('\n')
}

/** A thread by its id and the words that lead to it: where it stands in the page, and what it is called; undefined for one that is none. */
export type ThreadOn = (threadId: string, words: string) => { href: string; label: string; resolved: boolean } | undefined

type Settings = {
  headingLevel: number
  language: Language
  permalink?: string
  termHref?: (key: string) => string
  threadOn?: ThreadOn
}

function htmlBackEnd({ headingLevel, language, permalink, termHref, threadOn }: Settings): BackEnd<Markup, Markup> {
  const text = words[language]
  const linkTo = (id: string | undefined) =>
    permalink && id ? markup` <a class="permalink" href="#${id}" aria-label="${permalink}">¶</a>` : markup``
  return {
    text: (content, { bold, italic, language, change, term, threads }) => {
      const strong = bold ? markup`<strong>${content}</strong>` : markup`${content}`
      const worded = inLanguage(italic ? markup`<em>${strong}</em>` : strong, language)
      const spoken =
        term && termHref ? markup`<a class="term" href="${termHref(term)}" data-term="${term}">${worded}</a>` : worded
      const about = threadOn ? threads.flatMap((id) => threadOn(id, content) ?? []) : []
      const commented = about.length > 0 ? commentedHtml(spoken, about, term !== undefined) : spoken
      return change ? element(change === 'inserted' ? 'ins' : 'del', [], commented) : commented
    },
    lineBreak: () => markup`<br>`,
    footnote: ({ note: { number }, reference }) =>
      markup`<sup class="fn"><a id="fnref-${number}-${reference}" href="#fn-${number}" aria-label="${text.footnote(number)}">${number}</a></sup>`,
    paragraph: (content, { id, kind }) =>
      element(
        'p',
        [attribute('id', id), attribute('class', kind === 'fact' ? 'block' : `block block-${kind}`)],
        [kind !== 'fact' && markup`<span class="block-label">${text.blockLabel[kind]}</span> `, content, linkTo(id)],
      ),
    heading: (content, { id, depth }) =>
      element(`h${Math.min(6, headingLevel + depth)}`, [attribute('id', id), attribute('class', 'block')], content),
    list: (items, { id, start }) =>
      element(
        start === null ? 'ul' : 'ol',
        [attribute('id', id), attribute('class', 'block'), attribute('start', start === 1 ? null : start)],
        items.map((item) => element('li', [attribute('id', item.id)], item.content)),
      ),
    table: (rows, { id, headerRows, caption }) => {
      const row = ({ cells }: (typeof rows)[number], inHead: boolean) =>
        markup`<tr>${cells.map((cell) => cellOf(cell, inHead))}</tr>`
      const head = rows.slice(0, headerRows)
      const body = rows.slice(headerRows)
      return element(
        'table',
        [attribute('id', id), attribute('class', 'block')],
        [
          caption !== '' && markup`<caption>${caption}</caption>`,
          head.length > 0 && markup`<thead>${head.map((it) => row(it, true))}</thead>`,
          body.length > 0 && markup`<tbody>${body.map((it) => row(it, false))}</tbody>`,
        ],
      )
    },
    quotation: (content, { id }) => element('blockquote', [attribute('id', id), attribute('class', 'block')], content),
    incident: (incident, { id }) =>
      element(
        'aside',
        [
          attribute('id', id),
          attribute('class', 'block incident'),
          attribute('role', 'note'),
          attribute('aria-label', text.incident),
        ],
        [...(incident ? incidentHtml(incident) : [markup`<p>${text.incidentUnknown}</p>`]), linkTo(id)],
      ),
  }
}

/** Words that threads are about lead to the first of them, unless they lead elsewhere already; a sign behind them leads to every other. */
function commentedHtml(spoken: Markup, threads: readonly NonNullable<ReturnType<ThreadOn>>[], linked: boolean): Markup {
  const look = threads.every(({ resolved }) => resolved) ? 'commented comment-resolved' : 'commented'
  const [first, ...others] = threads
  const words = linked
    ? markup`<mark class="${look}">${spoken}</mark>`
    : markup`<a class="${look}" href="${first!.href}" aria-label="${first!.label}">${spoken}</a>`
  const signs = (linked ? threads : others).map(
    ({ href, label }) => markup`<a class="comment-sign" href="${href}" aria-label="${label}"></a>`,
  )
  return markup`${words}${signs}`
}

function cellOf({ id, header, colspan, rowspan, content }: Cell<Markup>, inHead: boolean): Markup {
  const scope = header ? (inHead ? 'col' : 'row') : null
  const attributes = [
    attribute('id', id),
    attribute('scope', scope && (inHead && colspan > 1 ? 'colgroup' : scope)),
    attribute('colspan', colspan > 1 ? colspan : null),
    attribute('rowspan', rowspan > 1 ? rowspan : null),
  ]
  return element(header ? 'th' : 'td', attributes, content)
}

const incidentHtml = ({ title, record, summary, context }: IncidentWords): Markup[] => [
  markup`<p class="incident-title">${title}</p>`,
  markup`<dl class="incident-record">${record.map(({ label, text }) => markup`<div><dt>${label}</dt> <dd>${text}</dd></div>`)}</dl>`,
  ...(summary ? [lineHtml(summary)] : []),
  ...context.map(lineHtml),
]
const lineHtml = ({ label, text, language }: Line): Markup =>
  markup`<p>${label && markup`<strong>${label}:</strong> `}${inLanguage(text, language)}</p>`
