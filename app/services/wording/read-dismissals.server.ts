import { z } from 'zod'
import { wordingFindings } from '#editor/checks/question-wording/find.ts'
import { passageKey } from '#editor/checks/question-wording/passage-key.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import type { Language } from '#schemas/vocabulary.ts'
import { Dismissal } from './dismissal.ts'

/** The dismissals that stand for the hints about these wordings, the oldest first. */
export async function readDismissals(
  { sql }: Pick<UseCase, 'sql'>,
  wordings: readonly { language: Language; wording: string }[],
): Promise<Dismissal[]> {
  const keys = new Set(
    wordings.flatMap(({ language, wording }) => wordingFindings(wording, language).map((finding) => passageKey(finding.passage))),
  )
  if (keys.size === 0) return []
  return z.array(Dismissal).parse(
    await sql`
    select dismissal.id, dismissal.language, rule, passage_key as "passageKey", reason, person.name as by, organisation.code as organisation,
      (dismissed_at at time zone 'Europe/Amsterdam')::date as "on"
    from wording_dismissal dismissal
    join app_user person on person.id = dismissal.dismissed_by
    join organisation on organisation.id = person.organisation_id
    where withdrawn_at is null and md5(passage_key) in (select md5(key) from unnest(${[...keys]}::text[]) as key)
      and passage_key = any(${[...keys]})
    order by dismissed_at, dismissal.id`,
  )
}
