import { z } from 'zod'
import { Id, PartialDate, WebAddress, Day } from '#schemas/values.ts'
import type { Language } from '#schemas/vocabulary.ts'
import { Confidentiality, SourceKind } from '#schemas/vocabulary.ts'

/** A blank field of a form is an absent value. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' || value === null ? undefined : value), schema.optional())

/** Who says it. */
export const NewSource = z.object({
  name: z.string().trim().min(1).max(200),
  kind: SourceKind,
  description: z.string().trim().max(4000).default(''),
  reliabilityNote: z.string().trim().max(4000).default(''),
  independenceGroup: optional(z.string().trim().max(100)),
})
export type NewSource = z.input<typeof NewSource>

/** In which publication. The language is a language tag such as `en` or `ar`. */
export const NewSourceItem = z.object({
  sourceId: Id,
  title: z.string().trim().max(500).default(''),
  published: optional(PartialDate),
  accessedOn: optional(Day),
  url: optional(WebAddress),
  language: optional(z.string().regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/)),
  licence: optional(z.string().trim().max(200)),
  reliabilityNote: z.string().trim().max(4000).default(''),
  confidentiality: Confidentiality.default('public'),
})
export type NewSourceItem = z.input<typeof NewSourceItem>

/** All that is ever stored of a confidential source, by the language of the report. */
export const confidentialLabel: Record<Language, string> = { nl: 'Vertrouwelijke bron', en: 'Confidential source' }

/** A source item as pickers, texts and pages show it: its public face only. */
export const SourceItem = z.object({
  id: Id,
  sourceId: Id,
  title: z.string(),
  publisher: z.string(),
  kind: SourceKind,
  published: PartialDate.nullable(),
  accessedOn: Day.nullable(),
  url: z.string().nullable(),
  confidential: z.boolean(),
})
export type SourceItem = z.infer<typeof SourceItem>
