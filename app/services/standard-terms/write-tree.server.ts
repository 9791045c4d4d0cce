import type { Queryable } from '#app/platform/database/sql.server.ts'
import type { StandardTermsFile } from '#schemas/standard-terms.ts'

type Node = Pick<StandardTermsFile['chapters'][number], 'key' | 'number' | 'title'>
type Question = StandardTermsFile['chapters'][number]['sections'][number]['questions'][number]

/** Writes the chapters, sections and questions of a file to a draft that has none yet. @returns how many questions there are. */
export async function writeTree(tx: Queryable, standardId: string, file: Pick<StandardTermsFile, 'chapters'>): Promise<number> {
  let questions = 0
  for (const [position, chapter] of file.chapters.entries()) {
    const chapterId = await addNode(tx, standardId, null, chapter, position)
    for (const [place, section] of chapter.sections.entries()) {
      const sectionId = await addNode(tx, standardId, chapterId, section, place)
      for (const question of section.questions) await addQuestion(tx, standardId, sectionId, question, questions++)
    }
  }
  return questions
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
