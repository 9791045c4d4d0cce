import { z } from 'zod'
import { Day, Id } from '#schemas/values.ts'
import {
  ConsultationAnswer,
  ConsultationWay,
  InputChannel,
  OrganisationCode,
  PointAction,
  PointOutcome,
  Theme,
  type ConsultationPhase,
  type InputState,
  type StandardStatus,
} from '#schemas/vocabulary.ts'

export const Organisation = z.object({ code: OrganisationCode, nameNl: z.string(), nameEn: z.string() })

/** What experts are asked about a version, and the answer to the consultation question (SR-49). */
export const Consultation = z.object({
  request: z.string().nullable(),
  /** The last day, Dutch time, on which experts can give input. */
  closesOn: Day.nullable(),
  openedAt: z.date().nullable(),
  answer: ConsultationAnswer.nullable(),
  heldFrom: Day.nullable(),
  heldTo: Day.nullable(),
  ways: z.array(ConsultationWay),
  /** How it went, or why it was not possible or relevant. */
  explanation: z.string().nullable(),
  answeredAt: z.date().nullable(),
  /** The organisations that were consulted, by the answer. */
  organisations: z.array(Organisation),
  revision: z.number().int(),
})
export type Consultation = z.infer<typeof Consultation>

/** Of a version about which nobody was asked and nothing answered. */
export const noConsultation: Consultation = {
  request: null,
  closesOn: null,
  openedAt: null,
  answer: null,
  heldFrom: null,
  heldTo: null,
  ways: [],
  explanation: null,
  answeredAt: null,
  organisations: [],
  revision: 0,
}

/** @param day today, `YYYY-MM-DD`, Dutch time. */
export function phaseOf(status: StandardStatus, closesOn: string | null, day: string): ConsultationPhase {
  if (status !== 'draft') return 'fixed'
  if (closesOn === null) return 'none'
  return day <= closesOn ? 'open' : 'closed'
}

export const Input = z.object({
  number: z.number().int(),
  channel: InputChannel,
  organisation: Organisation,
  /** The account that gave it, or reported it. */
  givenBy: Id.nullable(),
  invitationId: Id.nullable(),
  receivedOn: Day,
  questionKey: z.string().nullable(),
  questionNl: z.string().nullable(),
  questionEn: z.string().nullable(),
  themes: z.array(Theme),
  body: z.string(),
  givenAt: z.date(),
  revision: z.number().int(),
  setAsideReason: z.string().nullable(),
  /** The numbers of the points that were distilled from it. */
  points: z.array(z.number().int()),
})
export type Input = z.infer<typeof Input>

export const Outcome = z.object({
  action: PointAction,
  outcome: PointOutcome,
  reason: z.string(),
  questionKey: z.string().nullable(),
  /** The wording that question has in the version; empty when it is no longer in it. */
  questionNl: z.string().nullable(),
  questionEn: z.string().nullable(),
  courseId: Id.nullable(),
  courseNl: z.string().nullable(),
  courseEn: z.string().nullable(),
  decidedBy: z.string(),
  decidedAt: z.coerce.date(),
})
export type Outcome = z.infer<typeof Outcome>

export const Point = z.object({
  number: z.number().int(),
  body: z.string(),
  themes: z.array(Theme),
  madeBy: z.string(),
  madeAt: z.date(),
  action: PointAction.nullable(),
  ownerId: Id.nullable(),
  owner: z.string().nullable(),
  dueOn: Day.nullable(),
  explanation: z.string().nullable(),
  revision: z.number().int(),
  /** The numbers of the input it was distilled from. */
  inputs: z.array(z.number().int()),
  /** What became of it, the last decision first; empty while undecided. */
  outcomes: z.array(Outcome),
})
export type Point = z.infer<typeof Point>

type Treated = Pick<Point, 'number' | 'outcomes'>

/** Where input stands: it is decided when every point distilled from it is. */
export function inputState(input: Pick<Input, 'points' | 'setAsideReason'>, points: readonly Treated[]): InputState {
  const own = points.filter((point) => input.points.includes(point.number))
  if (own.length === 0) return input.setAsideReason === null ? 'received' : 'set-aside'
  return own.every((point) => point.outcomes.length > 0) ? 'decided' : 'in-treatment'
}
