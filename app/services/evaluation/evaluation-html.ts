import { attribute, element, inLanguage, markup, Markup } from '#editor/render/markup.ts'
import { evaluationTexts } from '#app/i18n/evaluation.ts'
import { formatMoment, formatNumber, formatPeriod } from '#app/i18n/format.ts'
import { pick } from '#app/i18n/pick.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { Language } from '#schemas/vocabulary.ts'
import { figureCells, figureColumns } from './figure-cells.ts'
import type { EvaluatedQuestion, Evaluation } from './read-evaluation.server.ts'
import { totalColumns, totalsOf } from './totals.ts'

type Chosen = Omit<Evaluation, 'versions' | 'countries' | 'answer'>

/** The evaluation as one accessible page that needs nothing else: no script, no font, no picture from elsewhere. */
export function evaluationHtml(evaluation: Chosen, language: Language, made: Date): string {
  const text = evaluationTexts[language]
  const versions = [evaluation.old, evaluation.new].flatMap((version) => version?.version ?? [])
  const title = `${text.title}: ${versions.map((version) => text.version(version)).join(', ')}`
  return markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${new Markup(style)}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${text.lead} ${text.informationOnly}</p>
<p>${text.export.made(formatMoment(made, language))}</p>
<h2>${text.totals.heading}</h2>
${totalsTable(evaluation, language)}
<h2>${text.definitions.heading}</h2>
<dl>${text.definitions.items.map(([term, meaning]) => markup`<dt>${term}</dt><dd>${meaning}</dd>`)}</dl>
<h2>${text.reports.heading}</h2>
${reportList(evaluation, language)}
<h2>${text.filter.show}</h2>
${evaluation.questions.length === 0 ? markup`<p>${text.table.empty}</p>` : evaluation.questions.map((question) => questionPart(question, evaluation, language))}
</main>
</body>
</html>
`.toString()
}

function totalsTable(evaluation: Chosen, language: Language): Markup {
  const text = evaluationTexts[language]
  const titles: Record<string, string> = { ...text.table.columns, ...text.totals }
  return table(
    text.totals.caption,
    [text.table.version, ...totalColumns.map((column) => titles[column]!)],
    totalsOf(evaluation).map((row) => [row.version, ...totalColumns.map((column) => formatNumber(row[column], language))]),
  )
}

function reportList({ old, new: current, reports }: Chosen, language: Language): Markup {
  const text = evaluationTexts[language].reports
  if (reports.length === 0) return markup`<p>${text.empty}</p>`
  return table(
    text.caption,
    [text.version, text.report, text.period, text.releases],
    reports.map((report) => [
      (report.standardId === current.id ? current : old)!.version + (report.pilot ? ` (${text.pilot})` : ''),
      inLanguage(report.title, language === 'nl' ? undefined : 'nl'),
      formatPeriod(report.periodFrom, report.periodTo, language),
      report.releases.join(', ') || text.inTheMaking,
    ]),
  )
}

/** A heading per question, so that it can be found, and a small table of its own: nothing scrolls sideways. */
function questionPart(question: EvaluatedQuestion, { old, new: current }: Chosen, language: Language): Markup {
  const text = evaluationTexts[language]
  const shown = (question.new ?? question.old)!
  const wording = pick(shown.wordingNl, shown.wordingEn, language)
  const sides = [old && (['old', old.version] as const), ['new', current.version] as const].filter((side) => side !== null)
  const cells = sides.map(([side]) => {
    const outcome = question.outcomes[side]
    return outcome && outcome.asked > 0 ? figureCells(outcome, language) : null
  })
  const state = ([side, version]: (typeof sides)[number]) =>
    question.outcomes[side] ? text.table.noReport : text.table.notAsked(version)
  const { record } = question
  return markup`<section>
<h3>${shown.number} ${inLanguage(wording.text, wording.lang)}</h3>
<p>${words[language].questionKind[shown.kind]}; ${text.change[question.change]}</p>
${
  question.change === 'reworded' &&
  markup`<p>${text.version(old!.version)}: ${inLanguage(question.old!.wordingNl, language === 'nl' ? undefined : 'nl')}</p>\n`
}${
    cells.some((cell) => cell !== null)
      ? table(
          text.table.openNumber(shown.number),
          ['', ...sides.map(([, version]) => text.version(version))],
          figureColumns.map((column) => [
            text.table.columns[column],
            ...cells.map((cell) => (cell ? [cell[column].text, cell[column].note].filter(Boolean).join(' ') : '–')),
          ]),
        )
      : sides.map((side) => markup`<p>${state(side)}</p>`)
  }
<p>${
    record
      ? `${text.record.proposed}: ${words[language].questionChange[record.change]}. ${record.proposal} ${text.record.decided}: ${
          record.decision ? `${words[language].proposalOutcome[record.decision]}. ${record.decisionReason}` : text.record.open
        }`
      : text.record.none
  }</p>
</section>
`
}

/** A table whose first cells head their rows. */
function table(caption: string, head: readonly string[], rows: readonly (readonly (string | Markup)[])[]): Markup {
  const column = (text: string) => (text === '' ? markup`<td></td>` : element('th', [attribute('scope', 'col')], text))
  return markup`<div class="wide" tabindex="0" role="region" aria-label="${caption}"><table><caption>${caption}</caption>
<thead><tr>${head.map(column)}</tr></thead>
<tbody>${rows.map(([first, ...others]) => markup`<tr><th scope="row">${first}</th>${others.map((cell) => markup`<td>${cell}</td>`)}</tr>\n`)}</tbody>
</table></div>
`
}

const style = `
:root { color-scheme: light; --ink: #1a1a1a; --soft: #555; --line: #767676; }
* { box-sizing: border-box; }
body { color: var(--ink); background: #fff; font: 1.0625rem/1.5 "Source Sans 3", "Helvetica Neue", Arial, sans-serif; margin: 0 auto; max-width: 60rem; padding: 1.5rem 1rem 4rem; overflow-wrap: break-word; }
h1, h2, h3 { line-height: 1.25; margin: 1.75em 0 .5em; }
h1 { font-size: 1.75rem; margin-top: .5em; }
h3 { font-size: 1.0625rem; max-width: 70ch; }
p, dd { margin: 0 0 .5em; max-width: 70ch; }
dt { font-weight: 600; }
.wide { overflow-x: auto; }
.wide:focus-visible { outline: 3px solid #0b4f8a; outline-offset: 2px; }
table { border-collapse: collapse; margin-block: .5em; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { border-bottom: 1px solid var(--line); padding: .3rem 1rem .3rem 0; text-align: start; vertical-align: top; }
thead th { color: var(--soft); }
tbody th { font-weight: 400; }
section { break-inside: avoid; }
`
