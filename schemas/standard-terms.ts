import { z } from 'zod'
import { Bilingual, OrganisationCode, QuestionKind, Theme } from './vocabulary.ts'

const key = z
  .string()
  .max(120)
  .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/)
const text = z.string().max(2000)

const question = {
  key,
  nl: text.min(1),
  /** Empty while there is no translation. */
  en: text,
  kind: QuestionKind,
  mandatory: z.boolean(),
  themes: z.array(Theme),
  askedBy: z.array(OrganisationCode),
  formerWording: z.object({ nl: text.min(1) }).nullable(),
  rationale: z.object({ nl: text, en: text }),
}

/** Numbers put sections in order, so they are numbers: `3`, `3.9`. */
const node = { key, number: z.string().regex(/^\d{1,4}(\.\d{1,4})*$/), title: Bilingual }

/** The file layout of standard terms of reference: chapters, sections, questions. */
export const StandardTermsFile = z.object({
  title: Bilingual,
  version: z.string().min(1),
  chapters: z.array(z.object({ ...node, sections: z.array(z.object({ ...node, questions: z.array(z.object(question)) })) })),
})
export type StandardTermsFile = z.infer<typeof StandardTermsFile>

/** Kinds of report that a standard is for. */
export const StandardKind = z.enum(['general', 'thematic'])
export type StandardKind = z.infer<typeof StandardKind>

/** A version's name: short, for it stands on every page, and without what a file name cannot hold. */
export const versionName = /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,29}$/u

/**
 * The same layout as people bring it in: a field that is not known is refused, for it may be a misspelt one that would be lost. `kind` and `about` are
 * what an export of this system adds; `about` is information, not taken over.
 */
export const ImportedStandardTerms = z.strictObject({
  title: z.strictObject(Bilingual.shape),
  version: z.string().regex(versionName),
  kind: StandardKind.optional(),
  about: z.record(z.string(), z.unknown()).optional(),
  chapters: z.array(
    z.strictObject({
      ...node,
      title: z.strictObject(Bilingual.shape),
      sections: z.array(
        z.strictObject({
          ...node,
          title: z.strictObject(Bilingual.shape),
          questions: z.array(
            z.strictObject({
              ...question,
              formerWording: z
                .strictObject({ nl: text.min(1) })
                .nullable()
                .default(null),
              rationale: z.strictObject({ nl: text, en: text }).default({ nl: '', en: '' }),
              en: text.default(''),
              themes: z.array(Theme).default([]),
              askedBy: z.array(OrganisationCode).default([]),
            }),
          ),
        }),
      ),
    }),
  ),
})
export type ImportedStandardTerms = z.infer<typeof ImportedStandardTerms>
