import { z } from 'zod'
import { Day, Id } from '#schemas/values.ts'
import { CourseKind, OrganisationCode, Theme } from '#schemas/vocabulary.ts'

export const CourseFields = z.object({
  kind: CourseKind,
  titleNl: z.string().trim().min(3, 'title-too-short').max(200, 'too-long'),
  /** May be empty: then the Dutch title is shown. */
  titleEn: z.string().trim().max(200, 'too-long'),
  /** Who gives it. */
  organisation: OrganisationCode,
  themes: z.array(Theme),
  about: z.string().trim().max(2000, 'too-long'),
  /** The next time; empty when that is not planned, or when it can always be followed. */
  nextOn: Day.or(z.literal('').transform(() => null)).nullable(),
  /** No longer given. */
  ended: z.boolean(),
})
export type CourseFields = z.input<typeof CourseFields>

export const Course = CourseFields.extend({
  id: Id,
  nextOn: Day.nullable(),
  organisationNl: z.string(),
  organisationEn: z.string(),
  revision: z.number().int(),
  /** The points of consultations that led to it. */
  points: z.array(z.object({ standardId: Id, version: z.string(), number: z.number().int(), body: z.string() })),
})
export type Course = z.infer<typeof Course>
