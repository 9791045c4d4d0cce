import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { wordingFindings } from '#editor/checks/question-wording/find.ts'
import { Language, wordingKinds, WordingKind } from '#schemas/vocabulary.ts'

const folder = join(import.meta.dirname, 'labelled')

/** Questions labelled by hand with what is the matter with their wording; none: nothing is. */
const LabelledFile = z.object({
  note: z.string().min(1),
  language: Language,
  questions: z.array(z.object({ question: z.string().min(1), kinds: z.array(WordingKind) })).min(1),
})
export type LabelledSet = z.infer<typeof LabelledFile> & { name: string }

/** Every labelled set, by name: `blind-2.nl`. */
export function labelledSets(): LabelledSet[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => ({
      name: file.replace(/\.json$/, ''),
      ...LabelledFile.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))),
    }))
}

/** How often a kind was found rightly, found wrongly, and missed; one question counts once per kind. */
export type Tally = { right: number; wrong: number; missed: number }
export type Mistake = { question: string; kind: WordingKind; what: 'wrong' | 'missed' }

/** Holds what the rules find against the labels. */
export function measure({ language, questions }: Pick<LabelledSet, 'language' | 'questions'>) {
  const tallies = Object.fromEntries(wordingKinds.map((kind) => [kind, { right: 0, wrong: 0, missed: 0 }])) as Record<
    WordingKind,
    Tally
  >
  const mistakes: Mistake[] = []
  for (const { question, kinds } of questions) {
    const found = new Set(wordingFindings(question, language).map((finding) => finding.kind))
    for (const kind of wordingKinds) {
      const [expected, reported] = [kinds.includes(kind), found.has(kind)]
      if (expected && reported) tallies[kind].right++
      else if (expected || reported) {
        const what = reported ? 'wrong' : 'missed'
        tallies[kind][what]++
        mistakes.push({ question, kind, what })
      }
    }
  }
  return { tallies, mistakes, all: sum(Object.values(tallies)) }
}

export const sum = (tallies: readonly Tally[]): Tally => ({
  right: tallies.reduce((total, it) => total + it.right, 0),
  wrong: tallies.reduce((total, it) => total + it.wrong, 0),
  missed: tallies.reduce((total, it) => total + it.missed, 0),
})

/** Of what was found, the share that is right; NaN when nothing was found. */
export const precision = ({ right, wrong }: Tally): number => right / (right + wrong)
/** Of what is there, the share that was found; NaN when nothing is there. */
export const recall = ({ right, missed }: Tally): number => right / (right + missed)
