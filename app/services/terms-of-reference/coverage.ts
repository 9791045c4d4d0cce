import { openingOf, wordingFindings } from '#editor/checks/question-wording/find.ts'
import { aspectsOf, genderPartsOf } from '#editor/checks/question-wording/subjects.ts'
import { inGenderBlock } from '#app/policies/policies.ts'
import { aspects, genderParts, type Aspect, type GenderPart } from '#schemas/question-wording.ts'
import {
  genderBlockThemes,
  questionKinds,
  themes,
  wordingKinds,
  type QuestionKind,
  type Theme,
  type WordingKind,
} from '#schemas/vocabulary.ts'
import { countKinds, isAsked, type KindCounts, type Question } from './question-tree.ts'

/** How often something is asked: by questions of that kind, and in the words of questions of another kind. */
export type AspectCount = { ofKind: number; inWords: number }
export type ThemeCoverage = { theme: Theme; asked: number; kinds: KindCounts; aspects: Record<Aspect, AspectCount> }
/** What is said of a set of wordings. */
export type WordingCounts = { questions: number; open: number; closed: number; abuses: number }

/**
 * What a standard or the terms of reference of a country cover: counts of what is asked, for who draws them up to look at. Information: no score,
 * no ratio to aim for (SR-03, SR-05, SR-28, SR-29). Wordings are judged in Dutch, the language they are decided in.
 */
export type Coverage = {
  asked: number
  dropped: number
  added: number
  reworded: number
  mandatoryDropped: number
  /** Every kind, in a fixed order: how many questions of it are asked, and how many of the standard's were dropped. */
  kinds: { kind: QuestionKind; asked: number; dropped: number }[]
  /** Every theme, in a fixed order. */
  themes: ThemeCoverage[]
  /** Law, policy, practice, protection over all questions. */
  aspects: Record<Aspect, AspectCount>
  openings: { open: number; closed: number; unknown: number }
  /** How many ask for the wider picture (context, trend), how many for single events or abuses, how many for something else (SR-03, SR-17). */
  perspective: { wider: number; incidents: number; other: number }
  /** In how many questions something stands out, by kind. */
  findings: { kind: WordingKind; questions: number }[]
  /** Of the questions asked that have a former wording beside them: what is said of that wording, and of the one now (SR-06). */
  former: { before: WordingCounts; now: WordingCounts; without: number }
  genderBlock: GenderBlock
}

/** The gender block (SR-27): how many of its questions the standard has, how many are asked, which were left out and why, and what nobody asks. */
export type GenderBlock = {
  standard: number
  asked: number
  kinds: KindCounts
  dropped: Question[]
  /** Law, policy, practice or protection that is not asked for a theme of the block (SR-28). */
  missingAspects: { theme: Theme; aspects: Aspect[] }[]
  /** What the block names apart and no question asks (SR-38, SR-42). */
  missingParts: GenderPart[]
}

/** What a set of questions covers, and what was left out of it. */
export function coverageOf(questions: readonly Question[]): Coverage {
  const asked = questions.filter(isAsked).map((question) => ({ ...question, says: aspectsOf(question.wordingNl, 'nl') }))
  const dropped = questions.filter((question) => question.state === 'dropped')
  const droppedKinds = countKinds(dropped)
  const askedKinds = countKinds(asked)
  const byTheme = themes.map((theme) => ofTheme(theme, asked))
  const openings = { open: 0, closed: 0, unknown: 0 }
  const perspective = { wider: 0, incidents: 0, other: 0 }
  for (const question of asked) {
    openings[openingOf(question.wordingNl, 'nl')]++
    perspective[perspectiveOf(question)]++
  }
  const withFormer = asked.filter((question) => question.formerWordingNl !== null)
  return {
    asked: asked.length,
    dropped: dropped.length,
    added: questions.filter((question) => question.state === 'added').length,
    reworded: questions.filter((question) => question.state === 'reworded').length,
    mandatoryDropped: dropped.filter((question) => question.mandatory).length,
    kinds: questionKinds.map((kind) => ({ kind, asked: askedKinds[kind] ?? 0, dropped: droppedKinds[kind] ?? 0 })),
    themes: byTheme,
    aspects: countAspects(asked),
    openings,
    perspective,
    findings: wordingKinds.map((kind) => ({ kind, questions: asked.filter((it) => stands(kind, it.wordingNl)).length })),
    former: {
      before: countWordings(withFormer.map((question) => question.formerWordingNl ?? '')),
      now: countWordings(withFormer.map((question) => question.wordingNl)),
      without: asked.length - withFormer.length,
    },
    genderBlock: genderBlockOf(questions, byTheme),
  }
}

/** A question with what its wording asks about, whatever its kind. */
type Asked = Question & { says: readonly Aspect[] }

function ofTheme(theme: Theme, asked: readonly Asked[]): ThemeCoverage {
  const about = asked.filter((question) => question.themes.includes(theme))
  return { theme, asked: about.length, kinds: countKinds(about), aspects: countAspects(about) }
}

function countAspects(questions: readonly Asked[]): Record<Aspect, AspectCount> {
  const count = (aspect: Aspect): AspectCount => {
    const others = questions.filter((question) => question.kind !== aspect)
    return {
      ofKind: questions.length - others.length,
      inWords: others.filter((question) => question.says.includes(aspect)).length,
    }
  }
  return { law: count('law'), policy: count('policy'), practice: count('practice'), protection: count('protection') }
}

const stands = (kind: WordingKind, wording: string) => wordingFindings(wording, 'nl').some((finding) => finding.kind === kind)

/** Asks only what went wrong; suspicion of misuse is of the same kind of finding but another thing. */
const asksAbuses = (wording: string) =>
  wordingFindings(wording, 'nl').some((finding) => finding.rule === 'nl.abuse-centred.abuses-only')

function perspectiveOf({ kind, wordingNl }: Question): keyof Coverage['perspective'] {
  if (kind === 'event' || asksAbuses(wordingNl)) return 'incidents'
  return kind === 'context' || kind === 'trend' ? 'wider' : 'other'
}

function countWordings(wordings: readonly string[]): WordingCounts {
  const opening = wordings.map((wording) => openingOf(wording, 'nl'))
  return {
    questions: wordings.length,
    open: opening.filter((it) => it === 'open').length,
    closed: opening.filter((it) => it === 'closed').length,
    abuses: wordings.filter(asksAbuses).length,
  }
}

function genderBlockOf(questions: readonly Question[], byTheme: readonly ThemeCoverage[]): GenderBlock {
  const gender = questions.filter((question) => inGenderBlock(question.themes))
  const asked = gender.filter(isAsked)
  const parts = new Set(asked.flatMap((question) => genderPartsOf(question.wordingNl, 'nl')))
  return {
    standard: gender.filter((question) => question.state !== 'added').length,
    asked: asked.length,
    kinds: countKinds(asked),
    dropped: gender.filter((question) => question.state === 'dropped'),
    missingAspects: byTheme
      .filter(({ theme }) => genderBlockThemes.includes(theme))
      .map(({ theme, aspects: counts }) => ({
        theme,
        aspects: aspects.filter((aspect) => counts[aspect].ofKind + counts[aspect].inWords === 0),
      }))
      .filter((it) => it.aspects.length > 0),
    missingParts: genderParts.filter((part) => !parts.has(part)),
  }
}
