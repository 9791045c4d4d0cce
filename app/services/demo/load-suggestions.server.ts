import { EditorState, type Transaction } from '@tiptap/pm/state'
import { blockIdsPlugin } from '#editor/document/block-ids.ts'
import { EDITOR_VERSION, sectionSchema } from '#editor/document/schema.ts'
import { suggest } from '#editor/suggestions/suggest.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { actorByEmail } from '../accounts/actor-by-email.server.ts'
import { changeNote } from '../hand-over/change-note.server.ts'
import { appendSteps } from '../sections/append-steps.server.ts'
import { readText } from '../sections/read-text.server.ts'
import type { Cast } from './cast.ts'

/**
 * In the first draft of the report on Yemen a reviewer and a coordinator suggest changes that wait for the author, who left a note for whoever comes
 * next.
 */
export async function loadSuggestions({ author, reviewer }: Cast): Promise<void> {
  const { sql } = author
  const [section] = await sql<{ id: string }[]>`
    select section.id from section join section_document on section_id = section.id join report on report.id = report_id
    where report.country_code = 'YEM' and status = 'draft' and version > 0 order by number limit 1`
  if (!section) throw new Error('the report on Yemen has no draft')
  const coordinator = { ...author, actor: await actorByEmail(sql, 'coordinator@demo.example') }
  await suggestIn(reviewer, section.id, 'van wie deze schattingen afkomstig zijn', (tr, from, to) =>
    tr.insertText('wie deze schattingen maakte', from, to),
  )
  await suggestIn(coordinator, section.id, 'vluchtelingen in het land', (tr, _from, to) =>
    tr.insertText(', zonder uitsplitsing naar geslacht', to),
  )
  await changeNote(author, section.id, { body: 'Nog te doen: een tweede bron voor deze schattingen zoeken.', revision: 0 })
}

/** Changes these words as a suggestion, in the way the editor does. */
async function suggestIn(
  who: UseCase,
  sectionId: string,
  words: string,
  change: (tr: Transaction, from: number, to: number) => Transaction,
): Promise<void> {
  const { version, document } = await readText(who, sectionId)
  const state = EditorState.create({ doc: sectionSchema.nodeFromJSON(document), plugins: [blockIdsPlugin()] })
  let from = -1
  state.doc.descendants((node, pos) => {
    const index = node.text?.indexOf(words) ?? -1
    if (index !== -1) from = pos + index
  })
  if (from === -1) throw new Error(`the draft does not say ${words}`)
  const suggester = { isOwn: () => false, newId: () => crypto.randomUUID() }
  const suggestion = suggest(state, change(state.tr, from, from + words.length), suggester)
  if (!suggestion) throw new Error(`${words} cannot be suggested to change`)
  const { transactions } = state.applyTransaction(suggestion)
  const steps = transactions.flatMap((tr) => tr.steps.map((step) => step.toJSON() as { stepType: string }))
  await appendSteps(who, sectionId, { editorVersion: EDITOR_VERSION, version, clientId: 'demonstration', steps })
}
