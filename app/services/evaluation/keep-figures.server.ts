import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { ReleaseContent } from '#schemas/release.ts'
import { Id } from '#schemas/values.ts'
import { sectionFigures } from './section-figures.ts'

const Uncounted = z.object({ id: Id, content: z.unknown() })

/** How many releases are counted in one transaction: a backlog is worked off in steps. */
const step = 10

/**
 * Counts the releases that were not counted yet. The figures follow from what is frozen, so that it does not matter who asks first, nor when:
 * nothing is lost when two people ask at once. A release whose content cannot be read is left uncounted: its own page says what is the matter.
 */
export async function keepFigures({ sql }: Pick<UseCase, 'sql'>): Promise<void> {
  const unreadable: string[] = []
  for (;;) {
    const waiting = z.array(Uncounted).parse([
      ...(await sql`
      select id, content from release
      where id <> all(${unreadable}::uuid[]) and not exists (select from released_section_figures where release_id = release.id)
      order by released_at limit ${step}`),
    ])
    if (waiting.length === 0) return
    await withTransaction(sql, async (tx) => {
      for (const { id, content } of waiting) {
        const read = ReleaseContent.safeParse(content)
        if (read.success) await keepRelease(tx, id, read.data)
        else unreadable.push(id)
      }
    })
  }
}

async function keepRelease(tx: Queryable, releaseId: string, content: ReleaseContent): Promise<void> {
  for (const section of content.sections) {
    const figures = sectionFigures(section, content)
    await tx`
      insert into released_section_figures (release_id, section_id, question_keys, words, has_text, has_gap, item_ids, item_kinds,
        incidents_in_context, incidents_without_context, written_from, approved_on)
      select ${releaseId}, ${section.id}, ${figures.questionKeys}, ${figures.words}, ${figures.hasText}, ${figures.hasGap},
        ${figures.itemIds}::uuid[], ${figures.itemKinds}, ${figures.incidentsInContext}::uuid[], ${figures.incidentsWithoutContext}::uuid[],
        (select (min(saved.at) at time zone 'Europe/Amsterdam')::date from (
          select at from section_step where section_id = ${section.id}
          union all
          select at from audit_event
          where object_type = 'section' and object_id = ${section.id} and action = 'section.saved' and result = 'done') saved),
        ${section.approvedOn}
      on conflict do nothing`
  }
}
