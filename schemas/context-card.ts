import { z } from 'zod'
import { Day, Id } from './values.ts'
import { IncidentFlag, IncidentKind, PerpetratorClass, DatePrecision, PlacePrecision } from './vocabulary.ts'

const count = z.number().int().nonnegative()
const window = z.object({ from: Day, to: Day })

/**
 * The figures of a context card: one incident against the events of the same dataset in the same area, in a period and the equal period before
 * (docs/architecture.md, decision 5; domain §4.6). Deaths are the dataset's low, best and high estimates, added up.
 */
export const ContextFigures = z.object({
  dataset: z.string(),
  /** The dataset's name, publisher, version and licence as they must be cited. */
  datasetCitation: z.string(),
  /** Which events count: one kind, or all kinds of the dataset. */
  kind: IncidentKind.nullable(),
  country: z.string(),
  /** Null when the dataset gives no governorate or province: then the area is the country. */
  admin1: z.string().nullable(),
  period: window,
  previous: window,
  events: count,
  eventsPrevious: count,
  deathsLow: count,
  deathsBest: count,
  deathsHigh: count,
  deathsBestPrevious: count,
  /** Events per month of the period, oldest first: the spark line. Empty when the source of the card did not give them. */
  months: z.array(z.object({ month: z.string().regex(/^\d{4}-\d{2}$/), events: count, deathsBest: count })).default([]),
  /** What the figures do not show; always printed with them. */
  limits: z.string(),
  computedOn: Day,
})
export type ContextFigures = z.infer<typeof ContextFigures>

/** A card as readers see it: figures, or the recorded reason why there are none. */
export const ContextCard = z
  .object({
    id: Id,
    incidentId: Id,
    figures: ContextFigures.nullable(),
    note: z.string(),
    noContextReason: z.string().nullable(),
  })
  .refine((card) => (card.figures === null) !== (card.noContextReason === null), {
    error: 'figures or a reason, not both and not neither',
  })
export type ContextCard = z.infer<typeof ContextCard>

/** An incident as readers see it. No names of victims or private persons are in it, by construction. */
export const IncidentRecord = z.object({
  id: Id,
  dataset: z.string(),
  externalId: z.string(),
  kind: IncidentKind,
  summaryNl: z.string(),
  summaryEn: z.string(),
  country: z.string(),
  admin1: z.string().nullable(),
  admin2: z.string().nullable(),
  place: z.string().nullable(),
  placePrecision: PlacePrecision,
  startedOn: Day,
  endedOn: Day,
  datePrecision: DatePrecision,
  actorA: z.string().nullable(),
  actorB: z.string().nullable(),
  perpetratorClass: PerpetratorClass,
  deathsLow: count.nullable(),
  deathsBest: count.nullable(),
  deathsHigh: count.nullable(),
  deathsCivilians: count.nullable(),
  deathsUnknown: count.nullable(),
  sourceCount: count.nullable(),
  flags: z.array(IncidentFlag),
})
export type IncidentRecord = z.infer<typeof IncidentRecord>
