import type { Language as LanguageCode } from '#schemas/vocabulary.ts'
import type { Highlight, SearchDocument } from '../engine.ts'
import { tokenise, type Token } from './fold.ts'
import { conceptTerm, partTerms, wordTerms, type Language } from './language.ts'

const longest = 300
const lineLength = 150

/** The text of a document that its lines are taken from: of an incident the summary in one language. */
export const shownText = (document: SearchDocument, code: LanguageCode = 'nl'): string => {
  if (document.type === 'passage') return document.text
  return (code === 'nl' ? document.summaryNl : document.summaryEn) || document.text
}

/**
 * The two best lines of a text: the stretches, together about 300 characters, where most of the wanted terms stand; matches are marked as
 * segments, never as markup. Without any match the beginning of the text.
 */
export function highlight(language: Language, text: string, wanted: ReadonlySet<string>): Highlight {
  const tokens = tokenise(text)
  const marked = tokens.map((token) => !language.isStopWord(token) && termsOfToken(language, token).some((it) => wanted.has(it)))
  for (const { concept, from, to } of language.concepts(tokens)) {
    if (wanted.has(conceptTerm(concept.key))) marked.fill(true, from, to)
  }
  if (text.length <= longest) return segments(text, tokens, marked, 0, text.length)
  const first = bestStretch(tokens, marked, [])
  if (!first) return segments(text, tokens, marked, 0, endOfWord(text, tokens, longest))
  const second = bestStretch(tokens, marked, [first])
  const stretches = [first, second]
    .filter((it) => it !== undefined)
    .sort((a, b) => a.start - b.start)
    // Signs before the first and after the last word belong to them.
    .map(({ start, end }) => ({
      start: start === tokens[0]!.start ? 0 : start,
      end: end === tokens.at(-1)!.end ? text.length : end,
    }))
  return stretches.flatMap(({ start, end }, index) => {
    const touches = index > 0 && stretches[index - 1]!.end >= start
    return [
      ...(start > 0 && !touches ? [{ text: index > 0 ? ' … ' : '… ', match: false }] : []),
      ...segments(text, tokens, marked, start, end),
      ...(index === stretches.length - 1 && end < text.length ? [{ text: ' …', match: false }] : []),
    ]
  })
}

type Stretch = { start: number; end: number }

/** The stretch of about a line with most different marked words in it, off those already taken; it begins and ends at a word. */
function bestStretch(tokens: readonly Token[], marked: readonly boolean[], taken: readonly Stretch[]): Stretch | undefined {
  let best: (Stretch & { score: number }) | undefined
  const free = (token: Token) => !taken.some((it) => token.start < it.end && token.end > it.start)
  for (let at = 0; at < tokens.length; at++) {
    if (!marked[at] || !free(tokens[at]!)) continue
    // Some words before the match, so that it reads as a line.
    let first = at
    while (first > 0 && at - first < 5 && free(tokens[first - 1]!)) first--
    const words = new Set<string>()
    let last = first
    for (; last < tokens.length && free(tokens[last]!) && tokens[last]!.end - tokens[first]!.start <= lineLength; last++) {
      if (marked[last]) words.add(tokens[last]!.word)
    }
    last = Math.max(last - 1, at)
    if (!best || words.size > best.score) best = { start: tokens[first]!.start, end: tokens[last]!.end, score: words.size }
  }
  return best
}

function segments(text: string, tokens: readonly Token[], marked: readonly boolean[], start: number, end: number): Highlight {
  const found: Highlight = []
  const add = (from: number, to: number, match: boolean) => {
    if (to > from) found.push({ text: text.slice(from, to).replace(/\s+/g, ' '), match })
  }
  let at = start
  tokens.forEach((token, index) => {
    if (!marked[index] || token.start < start || token.end > end) return
    add(at, token.start, false)
    add(token.start, token.end, true)
    at = token.end
  })
  add(at, end, false)
  return found
}

const endOfWord = (text: string, tokens: readonly Token[], limit: number): number =>
  tokens.findLast((token) => token.end <= limit)?.end ?? Math.min(limit, text.length)

const termsOfToken = (language: Language, { word }: Token) => [...wordTerms(language, word), ...partTerms(language, word)]
