import { z } from 'zod'
import { ContextCard, IncidentRecord } from './context-card.ts'
import { SectionDocument } from './document.ts'
import { CountryCode, Day, Id, PartialDate } from './values.ts'
import { CitationStyle, Language, QuestionKind, ReportKind, SourceKind, Theme } from './vocabulary.ts'

/** A source item's public face: all a release, an export or an index ever holds of a source. */
export const CitedItem = z.object({
  id: Id,
  title: z.string(),
  publisher: z.string(),
  kind: SourceKind,
  published: PartialDate.nullable(),
  accessedOn: Day.nullable(),
  url: z.string().nullable(),
  language: z.string().nullable(),
  independenceGroup: z.string().nullable(),
  confidential: z.boolean(),
})
export type CitedItem = z.infer<typeof CitedItem>

export const ReleasedSection = z.object({
  id: Id,
  number: z.string(),
  title: z.string(),
  /** Numbers and titles of the sections above it, outermost first. */
  path: z.array(z.object({ number: z.string(), title: z.string() })),
  asOf: Day,
  approvedOn: Day,
  questions: z.array(z.object({ key: z.string(), kind: QuestionKind, wording: z.string(), themes: z.array(Theme) })),
  document: SectionDocument,
})
export type ReleasedSection = z.infer<typeof ReleasedSection>

/** Everything a release says. Frozen: its canonical JSON is hashed (SHA-256) and never changes. */
export const ReleaseContent = z.object({
  format: z.literal('herkomst-release/1'),
  number: z.string().regex(/^[A-Z]{3}-\d{4}-\d+$/),
  title: z.string(),
  kind: ReportKind,
  country: z.object({ code: CountryCode, nameNl: z.string(), nameEn: z.string() }),
  language: Language,
  notice: z.string().nullable(),
  /** Absent in releases from before there were styles: all their footnotes are in full. */
  citationStyle: CitationStyle.optional(),
  period: z.object({ from: Day, to: Day }),
  releasedAt: z.iso.datetime(),
  sections: z.array(ReleasedSection).min(1),
  /** By id: what the sections cite, the incidents they place, and the incidents' context cards. */
  items: z.record(Id, CitedItem),
  incidents: z.record(Id, IncidentRecord),
  cards: z.record(Id, ContextCard),
})
export type ReleaseContent = z.infer<typeof ReleaseContent>
