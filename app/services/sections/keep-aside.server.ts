import { checkDocument, DocumentRefused } from '#editor/document/schema.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { keepCopy } from './keep-copy.server.ts'
import { versionsOf } from './section-text.server.ts'
import { Id } from '#schemas/values.ts'

/**
 * Keeps a text for its writer beside a section: words of theirs that found no place in it any more.
 * @returns the copy's id. @throws {DomainError} `not-found`; `invalid-input` (`document-refused`) for what is no text of a section.
 */
export async function keepAside(
  useCase: UseCase,
  { sectionId, baseVersion, document }: { sectionId: string; baseVersion: number; document?: unknown },
): Promise<string> {
  if (!Id.safeParse(sectionId).success) throw new DomainError('not-found')
  return withTransaction(useCase.sql, async (tx) => {
    await versionsOf(tx, sectionId)
    return keepCopy({ ...useCase, sql: tx }, { sectionId, baseVersion, document: sound(document) })
  })
}

function sound(document: unknown) {
  try {
    return checkDocument(document)
  } catch (error) {
    if (error instanceof DocumentRefused) throw new DomainError('invalid-input', 'document-refused')
    throw error
  }
}
