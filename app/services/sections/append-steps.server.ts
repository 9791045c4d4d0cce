import type { Step } from '@tiptap/pm/transform'
import { changedBlocks, referencesOf, stepOf, StepsRefused, take } from '#editor/collaboration/authority.ts'
import { SentSteps, type Missed } from '#editor/collaboration/protocol.ts'
import { EDITOR_VERSION } from '#editor/document/schema.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { SectionDocument } from '#schemas/document.ts'
import { Id } from '#schemas/values.ts'
import type { SectionState } from '#app/policies/policies.ts'
import { keepCopy } from './keep-copy.server.ts'
import { mustOnlySuggest, writingRight } from './may-write.server.ts'
import { readSteps } from './read-steps.server.ts'
import { mustBeKnown } from './must-be-known.server.ts'
import { mustBeThreads } from './must-be-threads.server.ts'
import { recordSuggestions } from './record-suggestions.server.ts'
import { remember, textAt, versionsOf } from './section-text.server.ts'
import { settleText } from './settle-text.server.ts'
import { writeSteps } from './write-steps.server.ts'

/** Steps the whole text may lag behind before they are settled on the way, whatever else happens. */
const largestLag = 500

/** Taken: the text's new version. Behind: what the page missed; it puts its own steps on top of that and sends again. */
export type Appended = { version: number } | { missed: Missed }

/**
 * Appends steps to a section's text: in one transaction that holds the section it asks whether the section is open, whether the steps were made
 * on the newest version, and whether the text they make is sound; only then are they written, all or none, and only after the commit is the page
 * told. Sent again, as by a page whose answer got lost, they come back among what was missed, as its own.
 *
 * Who may only suggest is held to that (docs/decisions/023).
 *
 * @throws {DomainError} `not-found` · `invalid-input`: `steps-refused`, `editor-version`, `unknown-source-item`, `unknown-incident`, `suggest-only`,
 * `forged-suggestion`, `unknown-thread` · `wrong-state`
 * `section-closed` with `copyId`: the section was submitted or approved meanwhile, and the text with these steps is kept beside it.
 */
export async function appendSteps(useCase: UseCase, sectionId: string, input: SentSteps): Promise<Appended> {
  const { version, clientId, editorVersion, steps: sent } = SentSteps.parse(input)
  if (!Id.safeParse(sectionId).success) throw new DomainError('not-found')
  if (editorVersion !== EDITOR_VERSION) throw new DomainError('invalid-input', 'editor-version')
  const steps = refusing(() => sent.map((step) => stepOf(step)))
  const outcome = await withTransaction(useCase.sql, async (tx) => {
    // Sent together, answered in turn: the second sees what was there once the first had the row. A query is sent when it is first waited for: without
    // `execute` the second would go first, and see what was there before.
    const locking = tx<SectionState[]>`
      select status, author_id as "authorId", '{}'::uuid[] as "contributorIds" from section where id = ${sectionId} for update`.execute()
    const [[section], { head, whole }] = await Promise.all([locking, versionsOf(tx, sectionId)])
    if (!section) throw new DomainError('not-found')
    if (version > head) throw new DomainError('invalid-input', 'steps-refused')
    const right = writingRight(useCase.actor, section)
    if (right === null) return { copyId: await keepLate({ ...useCase, sql: tx }, sectionId, version, steps) }
    if (version < head) return { missed: await readSteps(tx, sectionId, version) }
    const before = await textAt(tx, sectionId, head)
    const doc = refusing(() => take(before, steps))
    const inside = { ...useCase, sql: tx }
    await mustBeThreads(inside, { sectionId, before, after: doc, right })
    if (right === 'suggest') await mustOnlySuggest(inside, before, doc)
    await recordSuggestions(inside, { sectionId, before, after: doc, steps })
    await mustBeKnown(tx, referencesOf(changedBlocks(before, doc)))
    if (head - whole >= largestLag) await settleText(inside, sectionId)
    await writeSteps(inside, { sectionId, version, clientId, steps: sent, takesPart: right === 'write' })
    return { text: { version: version + steps.length, doc } }
  })
  if ('copyId' in outcome) throw new DomainError('wrong-state', 'section-closed', { copyId: outcome.copyId })
  if ('missed' in outcome) return { missed: outcome.missed as Missed }
  remember(sectionId, outcome.text)
  return { version: outcome.text.version }
}

/** The whole text as it would be with steps that came when the section was closed. */
async function keepLate(useCase: UseCase, sectionId: string, version: number, steps: readonly Step[]): Promise<string> {
  const { sql } = useCase
  const before = await textAt(sql, sectionId, version)
  const document = SectionDocument.parse(refusing(() => take(before, steps)).toJSON())
  return keepCopy(useCase, { sectionId, baseVersion: version, document })
}

function refusing<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof StepsRefused) throw new DomainError('invalid-input', 'steps-refused')
    throw error
  }
}
