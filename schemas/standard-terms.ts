import { z } from 'zod'
import { Bilingual, OrganisationCode, QuestionKind, Theme } from './vocabulary.ts'

const key = z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/)

const StandardQuestion = z.object({
  key,
  nl: z.string().min(1),
  /** Empty while there is no translation. */
  en: z.string(),
  kind: QuestionKind,
  mandatory: z.boolean(),
  themes: z.array(Theme),
  askedBy: z.array(OrganisationCode),
  formerWording: z.object({ nl: z.string().min(1) }).nullable(),
  rationale: z.object({ nl: z.string(), en: z.string() }),
})

/** Numbers put sections in order, so they are numbers: `3`, `3.9`. */
const node = { key, number: z.string().regex(/^\d+(\.\d+)*$/), title: Bilingual }

/** The file layout of standard terms of reference: chapters, sections, questions. */
export const StandardTermsFile = z.object({
  title: Bilingual,
  version: z.string().min(1),
  chapters: z.array(z.object({ ...node, sections: z.array(z.object({ ...node, questions: z.array(StandardQuestion) })) })),
})
export type StandardTermsFile = z.infer<typeof StandardTermsFile>
