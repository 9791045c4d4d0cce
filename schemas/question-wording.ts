import { z } from 'zod'
import { Bilingual, Language, WordingKind } from './vocabulary.ts'

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
  /** Words with which a question asks for single events or abuses (SR-03, SR-17). */
  incidentWords: z.array(regular),
  rules: z.array(WordingRule),
})
export type WordingRules = z.infer<typeof WordingRules>
