import { z } from 'zod'
import { ContextCard, IncidentRecord } from './context-card.ts'
import { SectionDocument } from './document.ts'
import { CountryCode, Day, Id, PartialDate } from './values.ts'
import { CitationStyle, Language, QuestionKind, QuestionState, ReportKind, SourceKind, Theme } from './vocabulary.ts'

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

const Both = z.object({ nl: z.string(), en: z.string() })

/** A question of the terms of reference as it was asked, or left out, and who asked: the organisation, never a person. */
export const ReleasedQuestion = z.object({
  key: z.string(),
  number: z.string(),
  kind: QuestionKind,
  mandatory: z.boolean(),
  themes: z.array(Theme),
  state: QuestionState,
  wording: Both,
  /** How the standard words it, where these terms word it otherwise. */
  standardWording: Both.nullable(),
  askedBy: z.array(z.object({ code: z.string(), nl: z.string(), en: z.string() })),
  /** Why it differs from the standard: every difference has a reason (SR-02, SR-27). */
  reason: z.string().nullable(),
  /** Numbers of the sections of this release that answer it. */
  answeredIn: z.array(z.string()),
})
export type ReleasedQuestion = z.infer<typeof ReleasedQuestion>

/** The terms of reference that a released report answers, whole: also what was left out, and why. */
export const ReleasedTerms = z.object({
  standard: z.object({ version: z.string(), title: Both }),
  period: z.object({ from: Day, to: Day }),
  handedOverOn: Day.nullable(),
  acceptedOn: Day.nullable(),
  sections: z.array(
    z.object({
      number: z.string(),
      title: Both,
      /** Numbers and titles of the chapters above it, outermost first. */
      path: z.array(z.object({ number: z.string(), title: Both })),
      questions: z.array(ReleasedQuestion).min(1),
    }),
  ),
})
export type ReleasedTerms = z.infer<typeof ReleasedTerms>

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
  /** Absent in releases from before terms of reference were released with their report. */
  terms: ReleasedTerms.optional(),
})
export type ReleaseContent = z.infer<typeof ReleaseContent>
