import type { DocumentNode } from '#schemas/document.ts'
import type { Check, Finding } from './check.ts'
import { perBlock } from './per-block.ts'
import { sentencesOf } from './question-wording/sentences.ts'
import { excerptOf, textBlocksOf, type TextBlock } from '../document/text-blocks.ts'

/** Fewer words are a label or a remark, not a statement about a country. */
const fewestWords = 4
/** A summary rests on the statements below it; a gap says that there is no source. */
const stated = new Set(['fact', 'quote'])

/**
 * Statements that nothing stands behind. A citation covers its own sentence and those before it back to the citation before; in a list also the items
 * before it; in a table the whole table. What stands after the last one, or in a block without any, is found.
 */
export const statementWithoutCitation: Check = {
  id: 'statement-without-citation',
  severity: 'warning',
  holds: {
    nl: 'Elke feitelijke uitspraak heeft een bron achter zich.',
    en: 'Every statement of fact has a source behind it.',
  },
  fails: {
    nl: 'Hier staat een uitspraak zonder bron.',
    en: 'Here is a statement without a source.',
  },
  advice: {
    nl: 'Haal een bron aan achter de zin, of kies een andere soort alinea: een samenvatting rust op wat eronder staat, een kennislacune zegt wat niet bekend is.',
    en: 'Cite a source after the sentence, or choose another kind of paragraph: a summary rests on what stands below it, a gap says what is not known.',
  },
  source: 'EUAA COI Report Methodology (2023): transparency and traceability',
  find: perBlock(({ block }) => (block.type === 'table' ? inTable(block) : inLines(textBlocksOf(block)))),
}

function inTable(table: DocumentNode): Finding[] {
  const lines = textBlocksOf(table)
  if (lines.some((line) => line.rests.length > 0)) return []
  const text = lines.map((line) => line.text).join(' · ')
  return wordsIn(text) < fewestWords ? [] : [{ blockId: idOf(table) ?? lines[0]?.id ?? null, excerpt: excerptOf(text) }]
}

function inLines(lines: readonly TextBlock[]): Finding[] {
  const lastCited = lines.findLastIndex((line) => line.rests.length > 0)
  return lines.slice(Math.max(0, lastCited)).flatMap((line) => {
    if (line.kind === null || !stated.has(line.kind)) return []
    const sentence = afterLastCitation(line).find(isStatement)
    return sentence === undefined ? [] : [{ blockId: line.id, excerpt: excerptOf(sentence) }]
  })
}

/** The sentences after the one that the last citation stands in or behind; all of them when there is none. */
function afterLastCitation({ text, rests }: TextBlock): string[] {
  const sentences = sentencesOf(text)
  const last = rests.at(-1)
  const covered = last === undefined ? -1 : sentences.findLastIndex(({ from }) => from <= Math.max(0, last.at - 1))
  return sentences.slice(last === undefined ? 0 : Math.max(covered, 0) + 1).map((sentence) => sentence.text)
}

/** What ends with a colon introduces what follows, a reference only points on. */
const isStatement = (sentence: string): boolean =>
  wordsIn(sentence) >= fewestWords && !/[:?]\s*$/.test(sentence) && !/^(?:zie|vgl\.?|see|cf\.?)\s/i.test(sentence)

const wordsIn = (text: string): number => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0
const idOf = (node: DocumentNode): string | null => (typeof node.attrs?.id === 'string' ? node.attrs.id : null)
