import '#app/styles/word-diff.css'
import { Form } from '@remix-run/react'
import { DocumentView } from '#app/components/section/document-view.tsx'
import type { Registry } from '#app/components/section/registry.ts'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { historyTexts } from '#app/i18n/history.ts'
import type { ComparedBlock as Block } from '#editor/history/compare.ts'
import type { Piece } from '#editor/history/pieces.ts'
import type { DocumentNode } from '#schemas/document.ts'
import type { Language } from '#schemas/vocabulary.ts'
import { BlockFrame } from './block-frame.tsx'
import { useHistoryWords } from './use-words.ts'

type Props = {
  block: Block
  registry: Registry
  /** The language of the text. */
  language: Language
  nameOf: (id: string) => string
  /** How to bring it back as it was; without it it cannot be. */
  restore: { action: string; version: number; seen: number } | null
}

/** One block of two texts: what was done with it, by whom, and its words with what was removed and added. */
export function ComparedBlock({ block, registry, language, nameOf, restore }: Props) {
  const text = useText(historyTexts)
  const words = useHistoryWords()
  const page = useLanguage()
  const { state, moved, attributes, pieces, by, place } = block
  const onlyMoved = moved && pieces.every(({ change }) => change === 'same')
  const said = [
    onlyMoved && attributes.length === 0 ? text.comparison.moved : text.comparison.state[state],
    moved && !onlyMoved && text.comparison.moved,
    place.length > 0 && text.inside(words.blockName(place.find((it) => it !== 'listItem') ?? place[0]!)),
    pieces.length === 0 && words.blockName(block.type),
    ...attributes.map(words.attribute),
  ].filter((it) => it !== false)
  return (
    <li className="compared" data-state={state}>
      <p className="compared-state small">
        <b>{said[0]}</b>
        {said.slice(1).map((it) => ` · ${it}`)}
        {by.length > 0 && (
          <span className="soft">
            {' '}
            {text.comparison.by(by.map((origin) => words.written(origin, nameOf(origin.authorId))).join('; '))}
          </span>
        )}
      </p>
      {pieces.length > 0 && (
        <BlockFrame type={block.type} attrs={block.attrs} lang={language === page ? undefined : language}>
          <span className="word-diff">
            {pieces.map((piece, index) => (
              <PieceView key={index} {...{ piece, registry, language, nameOf }} />
            ))}
          </span>
        </BlockFrame>
      )}
      {restore && state !== 'added' && state !== 'same' && (
        <Form method="post" action={restore.action}>
          <input type="hidden" name="version" value={restore.version} />
          <input type="hidden" name="seen" value={restore.seen} />
          <input type="hidden" name="block" value={block.key} />
          <button
            className="link-button small"
            aria-label={`${text.comparison.restore}: ${text.comparison.restoreThis(beginOf(pieces))}`}
          >
            {text.comparison.restore}
          </button>
        </Form>
      )}
    </li>
  )
}

const wordsOf = (nodes: readonly DocumentNode[]): string => nodes.map((node) => node.text ?? wordsOf(node.content ?? [])).join('')
const beginOf = (pieces: readonly Piece[]): string =>
  pieces
    .flatMap(({ change, content }) => (change === 'added' ? [] : wordsOf(content)))
    .join('')
    .slice(0, 60)

function PieceView({ piece, registry, language, nameOf }: Pick<Props, 'registry' | 'language' | 'nameOf'> & { piece: Piece }) {
  const text = useText(historyTexts)
  const words = useHistoryWords()
  const page = useLanguage()
  const shown = piece.content.map((node, index) => <DocumentView key={index} node={node} lookup={registry} language={language} />)
  if (piece.change === 'same') return shown
  const heard = (sentence: string) => (
    <span className="hidden-visually" lang={page}>
      {` ${sentence} `}
    </span>
  )
  if (piece.change === 'marked') {
    const { come = [], gone = [] } = piece.marks ?? {}
    const what = [
      come.length > 0 && text.come(come.map(words.markName).join(', ')),
      gone.length > 0 && text.gone(gone.map(words.markName).join(', ')),
    ]
      .filter(Boolean)
      .join('; ')
    return (
      <span className="marked-otherwise" title={what}>
        {heard(text.comparison.marked(what))}
        {shown}
        {heard(text.comparison.end)}
      </span>
    )
  }
  const name = piece.by ? nameOf(piece.by.authorId) : text.comparison.someone
  const Element = piece.change === 'removed' ? 'del' : 'ins'
  return (
    <Element title={piece.by ? words.written(piece.by, name) : undefined}>
      {heard(text.comparison[piece.change](name))}
      {shown}
      {heard(text.comparison.end)}
    </Element>
  )
}
