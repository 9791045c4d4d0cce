import { z } from 'zod'
import { Bilingual, Language, WordingKind } from './vocabulary.ts'

/** What SR-28 wants told of every right and group. */
export const aspects = ['law', 'policy', 'practice', 'protection'] as const
export const Aspect = z.enum(aspects)
export type Aspect = z.infer<typeof Aspect>

/** What the gender block names apart: genital mutilation and single women (SR-38), and the treaties that protect women (SR-42). */
export const genderParts = ['fgm', 'single-women', 'treaties'] as const
export const GenderPart = z.enum(genderParts)
export type GenderPart = z.infer<typeof GenderPart>

const regular = z.string().min(1).max(2000)

/**
 * One rule about the wording of a question: a regular expression, or terms that stand for themselves. Capitals and accents do not count; `\p{L}`
 * is a letter of any script, `\b` the border of a word, a space any white space.
 */
const WordingRule = z
  .object({
    /** `language.kind.name`; dismissals name it, so it stays. */
    id: z.string().regex(/^(nl|en)(\.[a-z]+(-[a-z]+)*){2}$/),
    kind: WordingKind,
    /** `sentence-start`: only where a sentence begins. */
    at: z.enum(['anywhere', 'sentence-start']).default('anywhere'),
    pattern: regular.optional(),
    terms: z.array(z.string().min(2).max(100)).min(1).optional(),
    why: Bilingual,
    suggestion: Bilingual,
  })
  .refine((rule) => (rule.pattern === undefined) !== (rule.terms === undefined), { error: 'either-pattern-or-terms' })

/**
 * The rules for one language. Of the kinds closed and double-barrelled only the first rule that holds for a sentence speaks: the specific stand
 * before the general.
 */
export const WordingRules = z.object({
  language: Language,
  /** How an open question begins. */
  openOpenings: z.array(regular),
  rules: z.array(WordingRule),
})
export type WordingRules = z.infer<typeof WordingRules>

/** What a wording in one language is about; apart from the rules, since a page that shows a text needs nothing else. */
export const WordingSubjects = z.object({
  language: Language,
  /** Words with which a question asks what the law says, what the policy is, what happens, or who protects, whatever its own kind (SR-28). */
  aspects: z.record(Aspect, regular),
  /** Words for what the gender block names apart. */
  genderParts: z.record(GenderPart, regular),
})
