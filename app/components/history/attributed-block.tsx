import { DocumentView } from '#app/components/section/document-view.tsx'
import type { Registry } from '#app/components/section/registry.ts'
import { useLanguage, useText } from '#app/components/use-text.ts'
import { historyTexts } from '#app/i18n/history.ts'
import type { AttributedBlock as Block } from '#editor/history/attributed.ts'
import type { Language } from '#schemas/vocabulary.ts'
import { BlockFrame } from './block-frame.tsx'
import { useHistoryWords } from './use-words.ts'

type Props = {
  block: Block
  registry: Registry
  /** The language of the text. */
  language: Language
  /** In the order of their numbers. */
  people: readonly { id: string; name: string }[]
}
type Piece = Block['pieces'][number]

/** One block of a text: its words with the number of who wrote them, and beside it who that is and when. */
export function AttributedBlock({ block, registry, language, people }: Props) {
  const text = useText(historyTexts).text
  const words = useHistoryWords()
  const page = useLanguage()
  const numberOf = (piece: Piece | undefined) => (piece?.by ? people.findIndex(({ id }) => id === piece.by!.authorId) + 1 : 0)
  const nameOf = (piece: Piece) => people[numberOf(piece) - 1]?.name ?? text.before
  const beside = people.flatMap(({ id, name }, index) => {
    const sittings = block.pieces.flatMap(({ by }) => (by?.authorId === id ? [by] : []))
    if (sittings.length === 0) return []
    const [from, to] = [Math.min(...sittings.map((it) => it.from)), Math.max(...sittings.map((it) => it.to))]
    return [{ number: index + 1, said: words.written({ authorId: id, from, to }, name) }]
  })
  const several = new Set(block.pieces.map(numberOf)).size > 1
  return (
    <li className="attributed" id={block.key}>
      <BlockFrame type={block.type} attrs={block.attrs} lang={language === page ? undefined : language}>
        {block.pieces.map((piece, index) => (
          <span
            key={index}
            className="written"
            data-tone={several ? numberOf(piece) % 6 : undefined}
            title={piece.by ? words.written(piece.by, nameOf(piece)) : text.before}
          >
            {piece.content.map((node, at) => (
              <DocumentView key={at} node={node} lookup={registry} language={language} />
            ))}
            {several && numberOf(piece) !== numberOf(block.pieces[index + 1]) && (
              <sup className="written-by" lang={page}>
                <span aria-hidden="true">{numberOf(piece) || '–'}</span>
                <span className="hidden-visually"> ({nameOf(piece)}) </span>
              </sup>
            )}
          </span>
        ))}
      </BlockFrame>
      <ul className="plain-list small soft">
        {beside.map(({ number, said }) => (
          <li key={number}>
            {several && `${number} `}
            {said}
          </li>
        ))}
        {block.pieces.some(({ by }) => by === null) && <li>{text.before}</li>}
      </ul>
    </li>
  )
}
