import { z } from 'zod'

/** Row identity: a UUID. */
export const Id = z.uuid()
export type Id = z.infer<typeof Id>

/** ISO 3166-1 alpha-3. */
export const CountryCode = z.string().regex(/^[A-Z]{3}$/)
export type CountryCode = z.infer<typeof CountryCode>

/** A calendar day, `YYYY-MM-DD`, that exists. */
export const Day = z.iso.date()
export type Day = z.infer<typeof Day>

/** A year, month or day (`2025`, `2025-07`, `2025-07-03`): publications are not always dated to the day. */
export const PartialDate = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/)
export type PartialDate = z.infer<typeof PartialDate>

/** A period in whole days, both ends included. */
export const Period = z
  .object({ from: Day, to: Day })
  .refine((period) => period.from <= period.to, { path: ['to'], error: 'period-reversed' })
export type Period = z.infer<typeof Period>

/** A digital object identifier without resolver, in small letters, as they are compared. */
export const Doi = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^10\.\d{4,9}\/\S+$/)
  .max(300)

/** A link an official text may carry: http or https only, so that no script can hide in it. */
export const WebAddress = z.url({ protocol: /^https?$/ }).max(2000)
