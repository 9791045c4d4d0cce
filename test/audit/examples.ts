import type { AuditEvent } from '#schemas/audit.ts'

const id = '0b7c3a52-3f0e-4b52-9d8f-0a4d1c3e5f60'

type Example = AuditEvent extends infer E ? (E extends AuditEvent ? Omit<E, 'result'> : never) : never

/** One event of every kind, with the details it is recorded with. */
export const auditExamples: readonly Example[] = [
  { action: 'session.started', objectType: 'user', objectId: id, details: {} },
  { action: 'session.refused', objectType: 'user', objectId: null, details: { reason: 'unknown-or-wrong' } },
  { action: 'session.ended', objectType: 'user', objectId: id, details: { everywhere: false } },
  { action: 'user.added', objectType: 'user', objectId: id, details: { roles: ['author', 'reviewer'] } },
  { action: 'user.language-chosen', objectType: 'user', objectId: id, details: { language: 'en' } },
  { action: 'standard.loaded', objectType: 'standard-terms', objectId: id, details: { version: '2026-1', questions: 120 } },
  { action: 'terms.created', objectType: 'terms', objectId: id, details: { country: 'SYR', standardId: id } },
  {
    action: 'terms.question-dropped',
    objectType: 'terms',
    objectId: id,
    details: { questionKey: '3.4.1', reason: 'Niet gevraagd.' },
  },
  { action: 'terms.question-restored', objectType: 'terms', objectId: id, details: { questionKey: '3.4.1' } },
  { action: 'terms.question-added', objectType: 'terms', objectId: id, details: { questionKey: 'x.1', reason: 'Verzoek IND.' } },
  { action: 'terms.handed-over', objectType: 'terms', objectId: id, details: {} },
  { action: 'terms.accepted', objectType: 'terms', objectId: id, details: { reportId: id } },
  { action: 'section.added', objectType: 'section', objectId: id, details: { reportId: id, parentId: id, number: '3.2.1' } },
  { action: 'section.renamed', objectType: 'section', objectId: id, details: { from: 'Vrouwen', to: 'Positie van vrouwen' } },
  { action: 'section.questions-bound', objectType: 'section', objectId: id, details: { questionKeys: ['3.4.1'] } },
  { action: 'section.assigned', objectType: 'section', objectId: id, details: { authorId: null } },
  { action: 'section.dated', objectType: 'section', objectId: id, details: { asOfDate: '2026-11-01' } },
  { action: 'section.saved', objectType: 'section', objectId: id, details: { version: 4 } },
  { action: 'section.copy-kept', objectType: 'section', objectId: id, details: { baseVersion: 3 } },
  { action: 'section.copy-settled', objectType: 'section', objectId: id, details: { copyId: id } },
  { action: 'section.submitted', objectType: 'section', objectId: id, details: { version: 4 } },
  { action: 'section.approved', objectType: 'section', objectId: id, details: { version: 4, hash: 'abc' } },
  { action: 'section.returned', objectType: 'section', objectId: id, details: { version: 4, reason: 'Bron ontbreekt.' } },
  { action: 'comment.added', objectType: 'section', objectId: id, details: { commentId: id } },
  { action: 'comment.resolved', objectType: 'section', objectId: id, details: { commentId: id } },
  { action: 'source.added', objectType: 'source', objectId: id, details: {} },
  { action: 'source-item.added', objectType: 'source-item', objectId: id, details: { sourceId: id } },
  {
    action: 'incidents.imported',
    objectType: 'import-run',
    objectId: id,
    details: { dataset: 'ucdp-ged', read: 10, inserted: 7, updated: 1, unchanged: 1, rejected: 1 },
  },
  { action: 'context.created', objectType: 'context-card', objectId: id, details: { incidentId: id, withoutContext: false } },
  { action: 'release.created', objectType: 'release', objectId: id, details: { number: '2026-001', hash: 'abc', sections: 3 } },
  { action: 'release.exported', objectType: 'release', objectId: id, details: { format: 'pdf' } },
]
