import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import type { Actor } from '#app/policies/actor.ts'
import { DomainError } from '#app/platform/errors.ts'
import { today } from '#app/platform/today.ts'
import { roleAllows, type RoundPhase } from '#app/policies/policies.ts'
import { Day, Id } from '#schemas/values.ts'
import { ReportKind } from '#schemas/vocabulary.ts'

const Organisation = z.object({ code: z.string(), nameNl: z.string(), nameEn: z.string() })

const Row = z.object({
  id: Id,
  termsId: Id.nullable(),
  standardId: Id.nullable(),
  /** Of terms of reference: the country, the kind and the period they are about. */
  countryNl: z.string().nullable(),
  countryEn: z.string().nullable(),
  kind: ReportKind,
  periodFrom: Day.nullable(),
  periodTo: Day.nullable(),
  /** Of the standard: its version. */
  standardVersion: z.string().nullable(),
  request: z.string(),
  closesOn: Day,
  openedAt: z.date(),
  closedAt: z.date().nullable(),
  closingReason: z.string().nullable(),
  asked: z.array(Organisation),
  /** Proposals that were not withdrawn and the reader may see, and how many of them nobody decided yet. */
  proposals: z.number().int(),
  undecided: z.number().int(),
  /** Of those, the reader's organisation's. */
  own: z.number().int(),
})

export type Round = z.infer<typeof Row> & { phase: RoundPhase }

/** Where a round stands today: proposals can be made; they can be decided only; it is closed. */
export const phaseOf = (round: { closesOn: string; closedAt: Date | null }, clock: () => Date): RoundPhase =>
  round.closedAt ? 'closed' : today(clock) > round.closesOn ? 'deciding' : 'open'

type Reading = Pick<UseCase<Actor | null>, 'sql' | 'clock' | 'actor'>

const rounds = ({ sql, actor }: Reading) => sql`
  select round.id, terms_id as "termsId", round.standard_id as "standardId", country.name_nl as "countryNl", country.name_en as "countryEn",
    coalesce(terms.kind, standard.kind) as kind, terms.period_from as "periodFrom", terms.period_to as "periodTo",
    standard.version as "standardVersion", request, closes_on as "closesOn", opened_at as "openedAt", closed_at as "closedAt",
    closing_reason as "closingReason", counted.proposals, counted.undecided, counted.own,
    (select coalesce(jsonb_agg(jsonb_build_object('code', code, 'nameNl', name_nl, 'nameEn', name_en) order by code), '[]')
      from round_asked join organisation on code = round_asked.organisation where round_id = round.id) as asked
  from round
  left join terms_of_reference terms on terms.id = terms_id
  left join country on country.code = terms.country_code
  left join standard_terms standard on standard.id = round.standard_id
  cross join lateral (
    select count(*) as proposals,
      count(*) filter (where not exists (select from proposal_decision where proposal_id = proposal.id)) as undecided,
      count(*) filter (where organisation = ${actor?.organisation ?? ''}) as own
    from proposal
    where round_id = round.id and withdrawn_at is null
      and (${roleAllows(actor, 'proposal.view-all')} or organisation = ${actor?.organisation ?? ''})
  ) counted`

/** @throws {DomainError} `not-found` for an unknown or malformed id. */
export async function readRound(useCase: Reading, roundId: string | undefined): Promise<Round> {
  const { sql, clock } = useCase
  if (!Id.safeParse(roundId).success) throw new DomainError('not-found')
  const [row] = await sql`${rounds(useCase)} where round.id = ${roundId!}`
  if (!row) throw new DomainError('not-found')
  const round = Row.parse(row)
  return { ...round, phase: phaseOf(round, clock) }
}

/** More than a ministry asks for in years. */
const limit = 500

export type RoundFilter = {
  /** Only rounds that ask this organisation. */
  asked?: string
  /** Only rounds that are not closed. */
  running?: boolean
  /** Leave out rounds closed before this moment. */
  closedSince?: Date
  most?: number
}

/** Rounds: open ones first, by their last day; then closed ones, the newest first. */
export async function listRounds(useCase: Reading, filter: RoundFilter = {}): Promise<Round[]> {
  const { sql, clock } = useCase
  const { asked = null, running = false, closedSince = null, most = limit } = filter
  const rows = z.array(Row).parse(
    await sql`
    ${rounds(useCase)}
    where (${asked}::text is null or exists (select from round_asked where round_id = round.id and organisation = ${asked}))
      and (closed_at is null or not ${running}::boolean)
      and (${closedSince}::timestamptz is null or closed_at is null or closed_at >= ${closedSince})
    order by closed_at is not null, closed_at desc, closes_on, round.id
    limit ${most}`,
  )
  return rows.map((row) => ({ ...row, phase: phaseOf(row, clock) }))
}
