import { z } from 'zod'
import { Day } from '#schemas/values.ts'
import type { ColumnName } from './layout.ts'

/** Text of a bounded length; PostgreSQL cannot hold the character zero. */
const text = (longest: number) =>
  z
    .string()
    .max(longest, `is longer than ${longest} characters`)
    .refine((value) => !value.includes('\0'), 'holds a character zero')
const needed = text(300).min(1, 'is empty')
/** `4`, also as spreadsheets write it (`4.0`). */
const count = z
  .string()
  .regex(/^\d{1,7}(\.0+)?$/, 'is not a whole number from 0')
  .transform(Number)
/** A day; later releases write a timestamp at midnight. */
const day = z
  .string()
  .transform((value) => value.replace(/[ T]00:00(:00(\.0+)?)?$/, ''))
  .pipe(Day.refine((value) => value >= '1900-01-01', { error: 'is before 1900' }))
const code = <const T extends string>(name: string, codes: Record<string, T>) =>
  z.enum(Object.keys(codes), `is not a code of ${name}`).transform((value) => codes[value]!)
const degrees = (most: number) =>
  z
    .string()
    .refine((value) => value === '' || (/^-?\d{1,3}(\.\d+)?$/.test(value) && Math.abs(Number(value)) <= most), 'is no coordinate')
    .transform((value) => (value === '' ? null : Number(value)))

/** One event of UCDP GED: the cells of a row as they stand in the file, in; checked values with the vocabulary's codes, out. */
export const UcdpRow = z
  .object({
    id: z.string().regex(/^\d{1,12}$/, 'is not a number'),
    type_of_violence: code('type_of_violence (1–3)', { 1: 'state-based', 2: 'non-state', 3: 'one-sided' }),
    side_a: needed,
    side_b: needed,
    // Early events have -1 for "not recorded".
    number_of_sources: z
      .string()
      .regex(/^(-1|\d{1,5})?(\.0+)?$/, 'is not a whole number')
      .transform((value) => (value === '' || value.startsWith('-') ? null : Number(value))),
    source_office: text(20_000),
    source_date: text(20_000),
    source_original: text(20_000),
    where_prec: code('where_prec (1–7)', {
      1: 'exact',
      2: 'within-25-km',
      3: 'admin-2',
      4: 'admin-1',
      5: 'linear-or-fuzzy',
      6: 'country',
      7: 'sea-or-air',
    }),
    where_coordinates: text(300),
    adm_1: text(200),
    adm_2: text(200),
    latitude: degrees(90),
    longitude: degrees(180),
    country: z.string().min(1, 'is empty'),
    date_prec: code('date_prec (1–5)', { 1: 'day', 2: 'days', 3: 'week', 4: 'month', 5: 'year' }),
    date_start: day,
    date_end: day,
    deaths_civilians: count,
    deaths_unknown: count,
    low: count,
    best: count,
    high: count,
  } satisfies Record<ColumnName, z.ZodType>)
  .refine((row) => row.date_start <= row.date_end, { path: ['date_end'], error: 'is before date_start' })
export type UcdpRow = z.infer<typeof UcdpRow>

/** The sentence the reject file gives for an issue; zod's own words where the schema has none. */
export const reasonOf = (issue: z.core.$ZodIssue): string =>
  issue.code === 'invalid_format' && issue.format === 'date' ? 'is not a day that exists (YYYY-MM-DD)' : issue.message
