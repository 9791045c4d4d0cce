import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import { Theme, type CoordinatorTopic } from '#schemas/vocabulary.ts'
import type { Input, Point } from './consultation.ts'
import { readOwners, type Owner } from './read-owners.server.ts'
import { topicsOf } from './topics.ts'

/** A subject that the draft, the input or a point touches, and who looks after it. */
export type ProposedCoordinators = {
  topic: CoordinatorTopic
  /** What touches it: questions that differ from the version before, input, points. */
  questions: number
  inputs: number
  points: number
  /** Empty when nobody looks after this subject. */
  coordinators: Owner[]
}

/**
 * Which coordinators to involve, by the themes that a version changes and that were raised about it (SR-49): gender, LGBTIQ, conversion,
 * trafficking. A proposal: people decide.
 */
export async function proposeCoordinators(
  useCase: Pick<UseCase, 'sql'>,
  standardId: string,
  inputs: readonly Pick<Input, 'themes'>[],
  points: readonly Pick<Point, 'themes'>[],
): Promise<ProposedCoordinators[]> {
  const changed = await readChangedThemes(useCase, standardId)
  const owners = await readOwners(useCase)
  const touching = (topic: CoordinatorTopic, of: readonly { themes: Theme[] }[]) =>
    of.filter(({ themes }) => topicsOf(themes).includes(topic)).length
  return topicsOf([...changed, ...inputs, ...points].flatMap(({ themes }) => themes)).map((topic) => ({
    topic,
    questions: touching(topic, changed),
    inputs: touching(topic, inputs),
    points: touching(topic, points),
    coordinators: owners.filter((owner) => owner.topics.includes(topic)),
  }))
}

/** The themes, before and after, of every question that is not as it was in the version this one began as. */
export async function readChangedThemes(
  { sql }: Pick<UseCase, 'sql'>,
  standardId: string,
): Promise<{ key: string; themes: Theme[] }[]> {
  return z.array(z.object({ key: z.string(), themes: z.array(Theme) })).parse(
    await sql`
    with version as (select id, based_on_id from standard_terms where id = ${standardId} and based_on_id is not null),
      now as (select question.* from standard_question question join version on question.standard_id = version.id),
      was as (select question.* from standard_question question join version on question.standard_id = based_on_id)
    select coalesce(now.key, was.key) as key,
      array(select distinct unnest(coalesce(now.themes, '{}') || coalesce(was.themes, '{}'))) as themes
    from now full join was using (key)
    where now.key is null or was.key is null
      or (now.wording_nl, now.wording_en, now.kind, now.mandatory) is distinct from (was.wording_nl, was.wording_en, was.kind, was.mandatory)
      or not (now.themes <@ was.themes and was.themes <@ now.themes)
    order by 1`,
  )
}
