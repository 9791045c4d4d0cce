import type { UseCase } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { SectionDocument } from '#schemas/document.ts'
import { Id } from '#schemas/values.ts'
import { textAt, versionsOf } from './section-text.server.ts'

/**
 * The text of a section at a version; the newest when none is asked for.
 * @throws {DomainError} `not-found` for an unknown section, and for a version it never had.
 */
export async function readText(
  { sql }: Pick<UseCase, 'sql'>,
  sectionId: string | undefined,
  version?: number,
): Promise<{ version: number; document: SectionDocument }> {
  if (!Id.safeParse(sectionId).success) throw new DomainError('not-found')
  const { head } = await versionsOf(sql, sectionId!)
  const asked = version ?? head
  if (asked > head) throw new DomainError('not-found')
  const doc = await textAt(sql, sectionId!, asked)
  return { version: asked, document: SectionDocument.parse(doc.toJSON()) }
}
