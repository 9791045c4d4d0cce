import { z } from 'zod'
import { Day, Doi, Id, PartialDate, WebAddress } from '#schemas/values.ts'
import type { Language } from '#schemas/vocabulary.ts'
import { Confidentiality, SourceKind } from '#schemas/vocabulary.ts'

/** A blank field of a form is an absent value. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' || value === null ? undefined : value), schema.optional())
const text = z.string().trim().max(4000).default('')
/** A language tag such as `en` or `ar`. */
const LanguageTag = z.string().regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/)

/** What describes a source, besides its name: who–what–why–how–when are the questions COI standards ask of every source (EUAA, ACCORD). */
export const descriptionFields = ['who', 'what', 'why', 'how', 'when'] as const

/** Who says it. Languages may be typed in one field, parted by commas or spaces. */
export const NewSource = z.object({
  name: z.string().trim().min(1).max(200),
  kind: SourceKind,
  description: text,
  who: text,
  what: text,
  why: text,
  how: text,
  when: text,
  reliabilityNote: text,
  languages: z
    .preprocess(
      (value) => (typeof value === 'string' ? value.split(/[,;\s]+/).filter(Boolean) : value),
      z.array(LanguageTag).max(20),
    )
    .default([]),
  independenceGroup: optional(z.string().trim().max(100)),
})
export type NewSource = z.input<typeof NewSource>

/** In which publication. */
export const NewSourceItem = z.object({
  sourceId: Id,
  title: z.string().trim().max(500).default(''),
  published: optional(PartialDate),
  accessedOn: optional(Day),
  checkedOn: optional(Day),
  url: optional(WebAddress),
  doi: optional(Doi),
  language: optional(LanguageTag),
  licence: optional(z.string().trim().max(200)),
  reliabilityNote: text,
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

/** A source as its page shows it. */
export const Source = z.object({
  id: Id,
  name: z.string(),
  kind: SourceKind,
  description: z.string(),
  who: z.string(),
  what: z.string(),
  why: z.string(),
  how: z.string(),
  when: z.string(),
  reliabilityNote: z.string(),
  languages: z.array(z.string()),
  independenceGroup: z.string().nullable(),
  revision: z.number().int(),
})
export type Source = z.infer<typeof Source>

/** An item as its own page shows it. */
export const SourceItemRecord = SourceItem.extend({
  doi: z.string().nullable(),
  checkedOn: Day.nullable(),
  language: z.string().nullable(),
  licence: z.string().nullable(),
  reliabilityNote: z.string(),
  revision: z.number().int(),
})
export type SourceItemRecord = z.infer<typeof SourceItemRecord>
