import { z } from 'zod'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { StandardKind, versionName } from '#schemas/standard-terms.ts'
import { Id } from '#schemas/values.ts'
import { keepChange } from './keep-change.server.ts'
import { lockStandard } from './lock-standard.server.ts'
import { ChangeReason } from './question-fields.ts'
import { standardStatuses } from '#schemas/vocabulary.ts'

export const VersionName = z.string().trim().min(1, 'version-needed').regex(versionName, 'version-malformed')

export const StandardTitle = z.string().trim().min(1, 'title-needed').max(200, 'title-too-long')

export const NewDraft = z.object({
  /** The version to copy. */
  fromId: Id,
  version: VersionName,
  /** Another kind than that of the version it is copied from: a thematic standard begins as a copy of the general one. */
  kind: StandardKind.optional(),
  titleNl: StandardTitle.optional(),
  titleEn: StandardTitle.optional(),
  reason: ChangeReason,
})
export type NewDraft = z.input<typeof NewDraft>

/**
 * Starts a draft as a copy of a version, whatever its status: chapters, questions, and what was asked before. Questions keep their keys, so that
 * versions can be compared.
 * @returns the draft's id.
 * @throws {DomainError} `not-found` for an unknown version; `conflict` (`version-exists`) when there is one of this kind and name.
 */
export async function startDraft(useCase: UseCase, input: NewDraft): Promise<string> {
  const draft = NewDraft.parse(input)
  return withTransaction(useCase.sql, async (tx) => {
    const within = { ...useCase, sql: tx }
    const from = await lockStandard(tx, draft.fromId, standardStatuses)
    const [added] = await tx<{ id: string }[]>`
      insert into standard_terms (kind, version, title_nl, title_en, status, based_on_id, created_at, created_by)
      values (${draft.kind ?? from.kind}, ${draft.version}, ${draft.titleNl ?? from.titleNl}, ${draft.titleEn ?? from.titleEn}, 'draft',
        ${from.id}, ${useCase.clock()}, ${useCase.actor.id})
      on conflict (kind, version) do nothing returning id`
    if (!added) throw new DomainError('conflict', 'version-exists')
    await copyTree(tx, from.id, added.id)
    await keepChange(within, {
      standardId: added.id,
      kind: 'started',
      reason: draft.reason,
      after: { version: draft.version, basedOn: from.version },
    })
    await recordEvent(within, {
      action: 'standard.started',
      objectType: 'standard-terms',
      objectId: added.id,
      details: { version: draft.version, basedOn: from.id },
    })
    return added.id
  })
}

async function copyTree(tx: Queryable, from: string, to: string): Promise<void> {
  // Chapters first: a section names its chapter's copy, found by its key.
  for (const chapters of [true, false]) {
    await tx`
      insert into standard_node (standard_id, parent_id, key, number, title_nl, title_en, position)
      select ${to}, copied.id, node.key, node.number, node.title_nl, node.title_en, node.position
      from standard_node node
      left join standard_node parent on parent.id = node.parent_id
      left join standard_node copied on copied.standard_id = ${to} and copied.key = parent.key
      where node.standard_id = ${from} and (node.parent_id is null) = ${chapters}`
  }
  await tx`
    insert into standard_question (standard_id, node_id, key, position, kind, mandatory, themes, asked_by, wording_nl, wording_en,
      former_wording_nl, rationale_nl, rationale_en)
    select ${to}, copied.id, question.key, question.position, question.kind, question.mandatory, question.themes, question.asked_by,
      question.wording_nl, question.wording_en, question.former_wording_nl, question.rationale_nl, question.rationale_en
    from standard_question question
    join standard_node node on node.id = question.node_id
    join standard_node copied on copied.standard_id = ${to} and copied.key = node.key
    where question.standard_id = ${from}`
}
