import type { Queryable } from '#app/platform/database/sql.server.ts'

/**
 * Gives chapters and sections the numbers, and questions the positions, that follow from where they stand; and counts a new arrangement. Chapters
 * keep counting from where the first began: the shipped standard begins at 0.
 */
export async function putInOrder(tx: Queryable, standardId: string): Promise<void> {
  await tx`
    with chapter as (
      select id, row_number() over (order by position, number) - 1 as place,
        (select min(number::int) from standard_node where standard_id = ${standardId} and parent_id is null and number ~ '^[0-9]{1,6}$') as first
      from standard_node where standard_id = ${standardId} and parent_id is null
    ), placed as (
      select id, place, (coalesce(first, 1) + place)::text as number from chapter
      union all
      select section.id, row_number() over (partition by chapter.id order by section.position, section.number) - 1,
        coalesce(first, 1) + place || '.' || row_number() over (partition by chapter.id order by section.position, section.number)
      from standard_node section join chapter on chapter.id = section.parent_id
    )
    update standard_node set position = placed.place, number = placed.number
    from placed where placed.id = standard_node.id and (standard_node.position, standard_node.number) is distinct from (placed.place, placed.number)`
  await tx`
    with placed as (
      select question.id, row_number() over (order by parent.position nulls first, node.position, question.position, question.key) - 1 as place
      from standard_question question
      join standard_node node on node.id = question.node_id
      left join standard_node parent on parent.id = node.parent_id
      where question.standard_id = ${standardId}
    )
    update standard_question set position = placed.place
    from placed where placed.id = standard_question.id and position is distinct from placed.place`
  await tx`update standard_terms set arrangement = arrangement + 1 where id = ${standardId}`
}
