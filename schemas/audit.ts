import { z } from 'zod'
import { ExportFormat, Language, StandardStatus } from './vocabulary.ts'
import { Id } from './values.ts'

const event = <A extends string, O extends string, D extends z.ZodRawShape>(action: A, objectType: O, details: D) =>
  z.object({
    action: z.literal(action),
    objectType: z.literal(objectType),
    objectId: z.string().nullable(),
    result: z.enum(['done', 'refused']),
    details: z.strictObject(details),
  })

/**
 * Everything the audit knows. The action decides what the details hold; details hold ids, codes and counts, never text of a confidential source,
 * a password or a case.
 */
export const AuditEvent = z.discriminatedUnion('action', [
  event('session.started', 'user', {}),
  event('session.refused', 'user', { reason: z.enum(['unknown-or-wrong', 'inactive', 'too-many-attempts']) }),
  event('session.ended', 'user', { everywhere: z.boolean() }),
  event('user.added', 'user', { roles: z.array(z.string()) }),
  event('user.language-chosen', 'user', { language: Language }),
  event('standard.loaded', 'standard-terms', { version: z.string(), questions: z.number().int() }),
  event('standard.imported', 'standard-terms', { version: z.string(), questions: z.number().int() }),
  event('standard.started', 'standard-terms', { version: z.string(), basedOn: Id }),
  event('standard.renamed', 'standard-terms', { from: z.string(), to: z.string() }),
  event('standard.question-added', 'standard-terms', { questionKey: z.string() }),
  event('standard.question-changed', 'standard-terms', { questionKey: z.string(), fields: z.array(z.string()) }),
  event('standard.question-removed', 'standard-terms', { questionKey: z.string() }),
  event('standard.arranged', 'standard-terms', { moved: z.array(z.string()) }),
  event('standard.node-added', 'standard-terms', { nodeKey: z.string() }),
  event('standard.node-renamed', 'standard-terms', { nodeKey: z.string() }),
  event('standard.node-removed', 'standard-terms', { nodeKey: z.string() }),
  event('standard.moved-on', 'standard-terms', { from: StandardStatus, to: StandardStatus, successorId: Id.nullable() }),
  event('terms.created', 'terms', { country: z.string(), standardId: Id }),
  event('terms.question-dropped', 'terms', { questionKey: z.string(), reason: z.string() }),
  event('terms.question-restored', 'terms', { questionKey: z.string() }),
  event('terms.question-added', 'terms', { questionKey: z.string(), reason: z.string() }),
  event('terms.handed-over', 'terms', {}),
  event('terms.accepted', 'terms', { reportId: Id }),
  event('wording.finding-dismissed', 'wording-dismissal', { rule: z.string(), reason: z.string() }),
  event('wording.dismissal-withdrawn', 'wording-dismissal', { rule: z.string() }),
  event('section.added', 'section', { reportId: Id, parentId: Id, number: z.string() }),
  event('section.renamed', 'section', { from: z.string(), to: z.string() }),
  event('section.questions-bound', 'section', { questionKeys: z.array(z.string()) }),
  event('section.assigned', 'section', { authorId: Id.nullable() }),
  event('section.dated', 'section', { asOfDate: z.string() }),
  event('section.saved', 'section', { version: z.number().int() }),
  event('section.copy-kept', 'section', { baseVersion: z.number().int() }),
  event('section.copy-settled', 'section', { copyId: Id }),
  event('section.submitted', 'section', { version: z.number().int() }),
  event('section.approved', 'section', { version: z.number().int(), hash: z.string() }),
  event('section.returned', 'section', { version: z.number().int(), reason: z.string() }),
  event('comment.added', 'section', { commentId: Id }),
  event('comment.resolved', 'section', { commentId: Id }),
  event('source.added', 'source', {}),
  event('source-item.added', 'source-item', { sourceId: Id }),
  event('incidents.imported', 'import-run', {
    dataset: z.string(),
    read: z.number().int(),
    inserted: z.number().int(),
    updated: z.number().int(),
    unchanged: z.number().int(),
    rejected: z.number().int(),
  }),
  event('context.created', 'context-card', { incidentId: Id, withoutContext: z.boolean() }),
  event('pilot.marked', 'standard-terms', { country: z.string() }),
  event('pilot.unmarked', 'standard-terms', { country: z.string() }),
  event('remark.asked', 'remark-request', { questionKey: z.string(), addressee: z.string() }),
  event('remark.given', 'question-remark', { questionKey: z.string(), side: z.string() }),
  event('remark.withdrawn', 'question-remark', { questionKey: z.string() }),
  event('evaluation.recorded', 'standard-terms', {
    questionKey: z.string(),
    revision: z.number().int(),
    change: z.string(),
    decision: z.string().nullable(),
  }),
  event('release.created', 'release', { number: z.string(), hash: z.string(), sections: z.number().int() }),
  event('release.exported', 'release', { format: ExportFormat }),
])
export type AuditEvent = z.infer<typeof AuditEvent>
