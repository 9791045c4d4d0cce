import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { today } from '#app/platform/today.ts'
import type { Actor } from '#app/policies/actor.ts'
import { StandardTermsFile } from '#schemas/standard-terms.ts'

/** The layout has no kind: every standard of this layout is asked of a general country report. */
const kind = 'general'
type Node = Pick<StandardTermsFile['chapters'][number], 'key' | 'number' | 'title'>
type Question = StandardTermsFile['chapters'][number]['sections'][number]['questions'][number]

/**
 * Loads standard terms of reference and puts them in force, replacing the version that was; all in one transaction. A version that is already
 * there is left as it is: what was in force is never changed.
 * @returns the id of this version.
 */
export async function loadStandard(useCase: UseCase<Actor | null>, input: StandardTermsFile): Promise<string> {
  const file = StandardTermsFile.parse(input)
  return withTransaction(useCase.sql, async (tx) => {
    const [added] = await tx<{ id: string }[]>`
      insert into standard_terms (kind, version, title_nl, title_en, status, created_at)
      values (${kind}, ${file.version}, ${file.title.nl}, ${file.title.en}, 'draft', ${useCase.clock()})
      on conflict (kind, version) do nothing returning id`
    if (!added) {
      const [present] = await tx<
        { id: string }[]
      >`select id from standard_terms where kind = ${kind} and version = ${file.version}`
      return present!.id
    }
    let questions = 0
    for (const [position, chapter] of file.chapters.entries()) {
      const chapterId = await addNode(tx, added.id, null, chapter, position)
      for (const [place, section] of chapter.sections.entries()) {
        const sectionId = await addNode(tx, added.id, chapterId, section, place)
        for (const question of section.questions) await addQuestion(tx, added.id, sectionId, question, questions++)
      }
    }
    await tx`
      update standard_terms set status = 'withdrawn', successor_id = ${added.id} where kind = ${kind} and status = 'in-force'`
    await tx`update standard_terms set status = 'in-force', in_force_from = ${today(useCase.clock)} where id = ${added.id}`
    await recordEvent(
      { ...useCase, sql: tx },
      {
        action: 'standard.loaded',
        objectType: 'standard-terms',
        objectId: added.id,
        details: { version: file.version, questions },
      },
    )
    return added.id
  })
}

async function addNode(
  tx: Queryable,
  standardId: string,
  parentId: string | null,
  node: Node,
  position: number,
): Promise<string> {
  const [row] = await tx<{ id: string }[]>`
    insert into standard_node (standard_id, parent_id, key, number, title_nl, title_en, position)
    values (${standardId}, ${parentId}, ${node.key}, ${node.number}, ${node.title.nl}, ${node.title.en}, ${position}) returning id`
  return row!.id
}

async function addQuestion(
  tx: Queryable,
  standardId: string,
  nodeId: string,
  question: Question,
  position: number,
): Promise<void> {
  const { key, kind, mandatory, themes, askedBy, nl, en, formerWording, rationale } = question
  await tx`
    insert into standard_question
      (standard_id, node_id, key, position, kind, mandatory, themes, asked_by, wording_nl, wording_en, former_wording_nl, rationale_nl, rationale_en)
    values (${standardId}, ${nodeId}, ${key}, ${position}, ${kind}, ${mandatory}, ${themes}, ${askedBy}, ${nl}, ${en},
      ${formerWording?.nl ?? null}, ${rationale.nl}, ${rationale.en})`
}
