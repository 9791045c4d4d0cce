import { z } from 'zod'
import { ContextFigures, IncidentRecord } from './context-card.ts'
import { CountryCode, Day, Period } from './values.ts'
import { ParagraphKind, SectionStatus, SourceKind } from './vocabulary.ts'

const key = z.string().regex(/^[a-z0-9.-]+$/)

const Source = z.object({
  key,
  title: z.string(),
  publisher: z.string(),
  /** A year, month or day, or "z.d." (no date). */
  published: z.string(),
  url: z.string().nullable(),
  language: z.string(),
  licence: z.string(),
  kind: SourceKind,
  reliabilityNote: z.string(),
})

const Citation = z.object({ marker: z.number().int().positive(), source: key, locator: z.string(), accessed: Day })

/** Text with `[^1]` where a citation stands; markers restart at 1 in each paragraph. */
const Paragraph = z.object({
  kind: ParagraphKind.or(z.literal('incident')),
  text: z.string().min(1),
  citations: z.array(Citation),
  incident: z.object({ externalId: z.string(), summary: z.string() }).optional(),
})
export type DemoParagraph = z.infer<typeof Paragraph>

/** A finished demonstration report: sections with their questions' keys. */
export const DemoReport = z.object({
  title: z.string(),
  language: z.literal('nl'),
  country: CountryCode,
  reportingPeriod: Period,
  sources: z.array(Source),
  sections: z.array(z.object({ questionKeys: z.array(key).min(1), title: z.string(), paragraphs: z.array(Paragraph).min(1) })),
})
export type DemoReport = z.infer<typeof DemoReport>

/** A half-written report: some sections, each in the state it is to be found in. */
export const DemoDraft = z.object({
  note: z.string(),
  country: CountryCode,
  reportingPeriod: Period,
  dueOn: Day,
  sources: z.array(Source),
  sections: z.array(
    z.object({ nodeKey: key, status: SectionStatus, returnReason: z.string().optional(), paragraphs: z.array(Paragraph).min(1) }),
  ),
})
export type DemoDraft = z.infer<typeof DemoDraft>

/** The incidents of the demonstration report, with the context figures computed from the whole dataset. */
export const DemoIncidents = z.object({
  note: z.string(),
  incidents: z.array(
    IncidentRecord.omit({
      id: true,
      dataset: true,
      summaryNl: true,
      summaryEn: true,
      perpetratorClass: true,
      flags: true,
    }).extend({
      latitude: z.number(),
      longitude: z.number(),
      figures: ContextFigures,
    }),
  ),
})
export type DemoIncidents = z.infer<typeof DemoIncidents>
