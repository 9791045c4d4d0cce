import { z } from 'zod'
import { TermKey } from './document.ts'
import type { Language } from './vocabulary.ts'

const InOneLanguage = z.object({
  /** As it stands in the middle of a sentence. */
  term: z.string().min(1),
  definition: z.string().min(1),
  /** Other words and abbreviations it is looked for by. */
  also: z.array(z.string()).default([]),
})

/** A term with what is meant by it, in both languages. Its key stands in texts and never changes. */
export const GlossaryEntry = z.object({ key: TermKey, nl: InOneLanguage, en: InOneLanguage } satisfies Record<
  Language | 'key',
  z.ZodType
>)
export type GlossaryEntry = z.infer<typeof GlossaryEntry>
