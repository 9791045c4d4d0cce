import type { Bilingual, Language, WordingKind } from '#schemas/vocabulary.ts'
import { fold } from './fold.ts'
import { longest } from './longest.ts'
import { rulesOf, type CompiledRule } from './rules.ts'
import { sentencesOf, type Sentence } from './sentences.ts'

/** Something about the wording of a question that its writer may want to look at. Places are UTF-16 units, as in a text field. */
export type WordingFinding = {
  /** The rule that holds, `nl.closed.ability`. */
  rule: string
  kind: WordingKind
  from: number
  to: number
  /** The words it is about. */
  excerpt: string
  /** The sentence or sentences they stand in: a dismissal holds for these (docs/decisions/012). */
  passage: string
  why: Bilingual
  suggestion: Bilingual
}

/** Of these one a sentence is enough. */
const oncePerSentence: readonly WordingKind[] = ['closed', 'double-barrelled']

/**
 * What may be looked at in the wording of a question (SR-06): closed or leading, several questions in one, looking from abuse, asking for a
 * conclusion that is for policy. Patterns, not understanding: a hint, never a refusal. Same text, same findings; in order of place.
 */
export function wordingFindings(text: string, language: Language): readonly WordingFinding[] {
  const known = remembered[language].get(text)
  if (known) return known
  const findings = find(text, language)
  if (remembered[language].size >= 2000) remembered[language].clear()
  remembered[language].set(text, findings)
  return findings
}

/** Whole sets of questions are looked at on every page that shows them. */
const remembered: Record<Language, Map<string, readonly WordingFinding[]>> = { nl: new Map(), en: new Map() }

function find(text: string, language: Language): WordingFinding[] {
  const looked = text.slice(0, longest)
  const folded = fold(looked)
  const sentences = sentencesOf(looked)
  const findings: WordingFinding[] = []
  for (const rule of rulesOf(language).rules) {
    for (const [from, to] of places(rule, folded, sentences)) {
      const around = sentences.filter((sentence) => sentence.from < to && sentence.to > from)
      const same = findings.some((it) => it.kind === rule.kind && (overlaps(it, from, to) || onceIn(rule, around, it)))
      if (same) continue
      const { id, kind, why, suggestion } = rule
      const first = around[0]?.from ?? from
      const passage = looked.slice(Math.min(first, from), Math.max(around.at(-1)?.to ?? to, to)).trim()
      findings.push({ rule: id, kind, from, to, excerpt: looked.slice(from, to), passage, why, suggestion })
    }
  }
  return findings.sort((a, b) => a.from - b.from || a.to - b.to)
}

/** `closed` when a sentence begins as a yes/no question, `open` when the first begins openly, otherwise `unknown`. */
export function openingOf(text: string, language: Language): 'open' | 'closed' | 'unknown' {
  if (wordingFindings(text, language).some((finding) => finding.kind === 'closed')) return 'closed'
  const looked = text.slice(0, longest)
  return starts(rulesOf(language).openOpenings, fold(looked), sentencesOf(looked)).next().done ? 'unknown' : 'open'
}

/** Where a rule holds, without the white space and signs at its ends. */
function* places(rule: CompiledRule, text: string, sentences: readonly Sentence[]): Generator<[from: number, to: number]> {
  for (const match of rule.at === 'anywhere' ? text.matchAll(rule.expression) : starts(rule.expression, text, sentences)) {
    const lead = /^[\s,]*/.exec(match[0])![0].length
    const from = match.index + lead
    const to = from + match[0].slice(lead).trimEnd().length
    if (to > from) yield [from, to]
  }
}

function* starts(expression: RegExp, text: string, sentences: readonly Sentence[]): Generator<RegExpExecArray> {
  for (const { from } of sentences) {
    expression.lastIndex = from
    const match = expression.exec(text)
    if (match) yield match
  }
}

const overlaps = (finding: WordingFinding, from: number, to: number) => finding.from < to && finding.to > from

const onceIn = (rule: CompiledRule, around: readonly Sentence[], { from, to }: WordingFinding) =>
  oncePerSentence.includes(rule.kind) && around.some((sentence) => from < sentence.to && to > sentence.from)
