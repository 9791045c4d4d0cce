import type { ReleaseContent, ReleasedSection } from '#schemas/release.ts'

/** A section as it is printed; one without dates is no text that can grow old. */
export type PrintedSection = Omit<ReleasedSection, 'asOf' | 'approvedOn'> & { asOf: string | null; approvedOn: string | null }

/** What the back ends print: a release, or a text that goes with one. */
export type Printed = Omit<ReleaseContent, 'sections'> & {
  sections: readonly PrintedSection[]
  /** What it is, above its title; without it the kind of report. */
  kicker?: string
}
