import type { ReleaseContent } from '#schemas/release.ts'
import type { Language } from '#schemas/vocabulary.ts'
import { textOf } from './citations/pieces.ts'
import { bibliographyOf, createFootnotes } from './footnotes.ts'
import { outlineOf } from './outline.ts'
import { releaseFacts, sectionDates, type RenderOptions } from './release-facts.ts'
import { walkDocument, type BackEnd, type Walk } from './walk.ts'
import { words } from './words.ts'

/** A whole release as plain text: for mail, for comparing, for reading where nothing else works. Lines are not broken. */
export function renderText(content: ReleaseContent, options: RenderOptions = {}): string {
  const { language, title, kind, notice, items } = content
  const text = words[language]
  const footnotes = createFootnotes(content)
  const sections = outlineOf(content).flatMap(({ number, title, section }) => [
    `${number} ${title}`.trim(),
    ...(section
      ? [
          sectionDates(section, content),
          ...(section.questions.length > 0
            ? [[`${text.questions}:`, ...section.questions.map(({ wording }) => `- ${wording}`)].join('\n')]
            : []),
          renderSectionText({ document: section.document, sources: content, footnotes, language }),
        ]
      : []),
  ])
  const notes = footnotes.list().map((note) => `[${note.number}] ${note.text}`)
  return [
    [text.reportKind[kind], title, notice].filter(Boolean).join('\n'),
    releaseFacts(content, options)
      .map(({ label, text }) => `${label}: ${text}`)
      .join('\n'),
    ...sections,
    ...(notes.length > 0 ? [[text.footnotes, ...notes].join('\n')] : []),
    [
      text.bibliography,
      ...bibliographyOf(Object.values(items), language, content.citationStyle).map((pieces) => `- ${textOf(pieces)}`),
    ].join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n')
    .concat('\n')
}

/** A section's text as plain text, footnotes as numbers in brackets. */
export const renderSectionText = (section: Walk): string =>
  walkDocument(section, textBackEnd(section.language)).filter(Boolean).join('\n\n')

function textBackEnd(language: Language): BackEnd<string, string> {
  const text = words[language]
  return {
    text: (content) => content,
    lineBreak: () => '\n',
    footnote: ({ note }) => `[${note.number}]`,
    paragraph: (content, { kind }) => (kind === 'fact' ? '' : `${text.blockLabel[kind]}: `) + content.join(''),
    heading: (content) => content.join(''),
    list: (items, { start }) =>
      items
        .map(({ content }, index) => `${start === null ? '-' : `${start + index}.`} ${indented(content.join('\n'))}`)
        .join('\n'),
    table: (rows, { caption }) =>
      [...(caption ? [caption] : []), ...rows.map(({ cells }) => cells.map(({ content }) => content.join(' ')).join(' | '))].join(
        '\n',
      ),
    quotation: (content) => content.join('\n\n').replace(/^/gm, '> '),
    incident: (incident) =>
      incident
        ? [
            `${incident.title}:`,
            ...[...incident.record, ...(incident.summary ? [incident.summary] : []), ...incident.context].map(
              ({ label, text }: { label?: string; text: string }) => (label ? `${label}: ${text}` : text),
            ),
          ].join('\n')
        : text.incidentUnknown,
  }
}

const indented = (text: string) => text.replaceAll('\n', '\n   ')
