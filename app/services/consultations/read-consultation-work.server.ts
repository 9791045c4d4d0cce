import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import { hasRole } from '#app/policies/actor.ts'
import { roleAllows } from '#app/policies/policies.ts'
import { Day, Id } from '#schemas/values.ts'
import { PointAction, Theme } from '#schemas/vocabulary.ts'
import { inputState } from './consultation.ts'
import { giverOfAccount, isOwnInput } from './giver.ts'
import { listConsultations, type ConsultationLine } from './list-consultations.server.ts'
import { readInputs, readPoints } from './read-consultation.server.ts'
import { themesOfTopics } from './topics.ts'

type List<T> = { rows: T[]; more: boolean }
const shown = 12
const upTo = <T>(rows: T[]): List<T> => ({ rows: rows.slice(0, shown), more: rows.length > shown })

/** What waits for a person around consultations; null where their roles have nothing to do with it. */
export type ConsultationWork = {
  /** Input from which no point was distilled yet, of the subjects a coordinator looks after. */
  inbox: List<InboxInput> | null
  /** Points that nobody said yet what to do with, of those subjects. */
  unplanned: List<InboxPoint> | null
  /** Actions this person took on, the first due first. */
  actions: List<InboxPoint> | null
  /** Drafts of which the consultation question has no answer. */
  unanswered: List<ConsultationLine> | null
  /** Consultations an expert can give input on, or gave it. */
  asked: List<AskedConsultation> | null
}

const InboxInput = z.object({
  standardId: Id,
  version: z.string(),
  number: z.number().int(),
  organisationNl: z.string(),
  organisationEn: z.string(),
  receivedOn: Day,
  body: z.string(),
  themes: z.array(Theme),
})
export type InboxInput = z.infer<typeof InboxInput>

const InboxPoint = z.object({
  standardId: Id,
  version: z.string(),
  number: z.number().int(),
  body: z.string(),
  action: PointAction.nullable(),
  dueOn: Day.nullable(),
})
export type InboxPoint = z.infer<typeof InboxPoint>

export type AskedConsultation = ConsultationLine & { own: number; decided: number }

/** The part of "Mijn werk" that is about consultations (SR-51). */
export async function readConsultationWork(useCase: UseCase): Promise<ConsultationWork> {
  const { actor } = useCase
  const coordinator = hasRole(actor, 'coordinator')
  const policy = hasRole(actor, 'policy')
  return {
    inbox: coordinator ? upTo(await listInbox(useCase)) : null,
    unplanned: coordinator ? upTo(await listUnplanned(useCase)) : null,
    actions: roleAllows(actor, 'consultation.distil') ? upTo(await listActions(useCase)) : null,
    unanswered: policy
      ? upTo((await listConsultations(useCase)).filter((it) => it.status === 'draft' && it.answer === null))
      : null,
    asked: roleAllows(actor, 'consultation.follow') ? upTo(await listAsked(useCase)) : null,
  }
}

/** Of their own subjects, and of none: what touches no subject is every coordinator's. The longest waiting first. */
async function listInbox({ sql, actor }: UseCase): Promise<InboxInput[]> {
  return z.array(InboxInput).parse(
    await sql`
    select input.standard_id as "standardId", version, number, organisation.name_nl as "organisationNl", organisation.name_en as "organisationEn",
      received_on as "receivedOn", left(body, 200) as body, themes
    from consultation_input input
    join standard_terms standard on standard.id = input.standard_id
    join organisation on organisation.code = input.organisation
    where set_aside_at is null and not exists (select from consultation_point_input where input_id = input.id)
      and (themes && ${themesOfTopics(actor.topics)}::text[] or not themes && ${everyTopic}::text[])
    order by given_at, version, number limit ${shown + 1}`,
  )
}

async function listUnplanned({ sql, actor }: UseCase): Promise<InboxPoint[]> {
  return z.array(InboxPoint).parse(
    await sql`
    ${points(sql)}
    where action is null and (themes && ${themesOfTopics(actor.topics)}::text[] or not themes && ${everyTopic}::text[])
    order by made_at, version, number limit ${shown + 1}`,
  )
}

async function listActions({ sql, actor }: UseCase): Promise<InboxPoint[]> {
  return z.array(InboxPoint).parse(
    await sql`
    ${points(sql)}
    where owner_id = ${actor.id} and not exists (select from consultation_outcome where point_id = point.id)
    order by due_on, version, number limit ${shown + 1}`,
  )
}

const everyTopic = themesOfTopics(['gender', 'lgbtiq', 'conversion', 'trafficking'])

const points = (sql: UseCase['sql']) => sql`
  select point.standard_id as "standardId", version, number, left(body, 200) as body, action, due_on as "dueOn"
  from consultation_point point join standard_terms standard on standard.id = point.standard_id`

/** Open ones first; others when this person gave input. */
async function listAsked(useCase: UseCase): Promise<AskedConsultation[]> {
  const giver = giverOfAccount(useCase.actor)
  const asked: AskedConsultation[] = []
  for (const line of await listConsultations(useCase)) {
    if (line.closesOn === null) continue
    const all = line.inputs === 0 ? [] : await readInputs(useCase, line.standardId)
    const own = all.filter((input) => isOwnInput(giver, input))
    if (own.length === 0 && line.phase !== 'open') continue
    const decisions = own.length === 0 ? [] : await readPoints(useCase, line.standardId)
    const decided = own.filter((input) => ['decided', 'set-aside'].includes(inputState(input, decisions))).length
    asked.push({ ...line, own: own.length, decided })
  }
  return asked.sort((one, other) => Number(other.phase === 'open') - Number(one.phase === 'open'))
}
