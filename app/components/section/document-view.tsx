import { createElement, Fragment, type ReactNode } from 'react'
import { words } from '#app/i18n/vocabulary.ts'
import { editorTexts } from '#editor/ui/texts.ts'
import { CommentedWords, type ShownThreads } from '#app/components/comments/commented-words.tsx'
import { TermLink } from '#app/components/glossary/term-link.tsx'
import type { Lookup } from '#editor/ui/lookup.ts'
import type { NameOfWords } from '#editor/suggestions/names.ts'
import type { DocumentNode } from '#schemas/document.ts'
import { ParagraphAttributes } from '#schemas/document.ts'
import type { Language } from '#schemas/vocabulary.ts'

type Shown = {
  node: DocumentNode
  lookup: Pick<Lookup, 'citation' | 'incident'>
  language: Language
  /** Whether blocks can be pointed to by their ids: of one text on a page. */
  anchors?: boolean
  /** Whose suggested words are, for who does not see their colour; where it is told elsewhere, nothing. */
  nameOf?: NameOfWords
  /** The threads that words are about, and what happens when somebody follows them there; where they are told elsewhere, nothing. */
  comments?: ShownThreads
}
const tags: Record<string, string> = {
  bulletList: 'ul',
  orderedList: 'ol',
  listItem: 'li',
  table: 'table',
  tableRow: 'tr',
  tableHeader: 'th',
  tableCell: 'td',
  blockquote: 'blockquote',
}

/** A draft's text to read, as the editor shows it: with sources by name, before they have numbers. */
export function DocumentView({ node, lookup, language, anchors = false, nameOf, comments }: Shown): ReactNode {
  const inner = node.content?.map((child, index) => (
    <DocumentView
      key={index}
      node={child}
      lookup={lookup}
      language={language}
      anchors={anchors}
      {...(nameOf && { nameOf })}
      {...(comments && { comments })}
    />
  ))
  const text = editorTexts[language]
  const id = anchors && typeof node.attrs?.id === 'string' ? node.attrs.id : undefined
  switch (node.type) {
    case 'text': {
      const words = (node.marks ?? []).reduce<ReactNode>((shown, mark) => {
        if (mark.type === 'bold') return <strong>{shown}</strong>
        if (mark.type === 'italic') return <em>{shown}</em>
        if (mark.type === 'insertion' || mark.type === 'deletion') {
          const Tag = mark.type === 'insertion' ? 'ins' : 'del'
          const name = nameOf?.(String(mark.attrs?.id), mark.type)
          // Neither may have a name of its own (WAI-ARIA): the words in it are a named group.
          return (
            <Tag>
              {name ? (
                <span role="group" aria-label={name}>
                  {shown}
                </span>
              ) : (
                shown
              )}
            </Tag>
          )
        }
        if (mark.type === 'term') return <TermLink termKey={mark.attrs?.key}>{shown}</TermLink>
        return mark.type === 'language' ? <span lang={String(mark.attrs?.lang)}>{shown}</span> : shown
      }, node.text)
      return comments ? (
        <CommentedWords node={node} {...comments}>
          {words}
        </CommentedWords>
      ) : (
        words
      )
    }
    case 'hardBreak':
      return <br />
    case 'paragraph': {
      const { kind } = ParagraphAttributes.catch({ kind: 'fact' }).parse(node.attrs ?? {})
      return (
        <p id={id} data-kind={kind}>
          {kind !== 'fact' && inner && <span className="hidden-visually">{words[language].paragraphKind[kind]}: </span>}
          {inner}
        </p>
      )
    }
    case 'heading':
      return createElement(node.attrs?.level === 4 ? 'h4' : 'h3', { id }, inner)
    case 'citation': {
      const face = lookup.citation(String(node.attrs?.sourceItemId))
      const locator = node.attrs?.locator ? `, ${String(node.attrs.locator)}` : ''
      return (
        <span className="cited" title={face?.title}>
          [{face?.label ?? text.unknownSource}
          {locator}]
        </span>
      )
    }
    case 'incident': {
      const face = lookup.incident(String(node.attrs?.contextCardId))
      return (
        <div id={id} className="incident-card">
          <span className="incident-card-title">{text.incidentInContext}</span>
          <span className="incident-card-line">{face?.line ?? text.unknownIncident}</span>
          {face && <span className="incident-card-whole">{face.whole}</span>}
          {face?.note && <span className="incident-card-note">{face.note}</span>}
        </div>
      )
    }
    case 'incidentMention': {
      const face = lookup.incident(String(node.attrs?.contextCardId))
      return (
        <span className="cited" title={face?.whole}>
          [{face?.line ?? text.unknownIncident}]
        </span>
      )
    }
    case 'footnoteToMatch':
      return <span className="footnote-to-match">[{String(node.attrs?.text)}]</span>
    case 'guidance':
      return (
        <div id={id} className="guidance" role="note" aria-label={text.guidance}>
          <span className="guidance-label" aria-hidden="true">
            {text.guidance}
          </span>
          <p>{inner}</p>
        </div>
      )
    case 'table':
      return (
        <table id={id}>
          {typeof node.attrs?.caption === 'string' && <caption>{node.attrs.caption}</caption>}
          <tbody>{inner}</tbody>
        </table>
      )
    case 'tableHeader':
    case 'tableCell':
      return createElement(
        tags[node.type]!,
        { id, colSpan: Number(node.attrs?.colspan ?? 1), rowSpan: Number(node.attrs?.rowspan ?? 1) },
        inner,
      )
    default:
      return tags[node.type] ? createElement(tags[node.type]!, { id }, inner) : <Fragment>{inner}</Fragment>
  }
}
