import type { SectionDocument } from '#schemas/document.ts'

/** The version of the document's schema. A change that old documents do not fit raises it and adds a step below. */
export const EDITOR_VERSION = 1

/** Step n turns a document of version n into one of version n + 1. A step loses nothing: what it does not know it passes on. */
const steps: Record<number, (document: SectionDocument) => SectionDocument> = {}

/**
 * A stored document in the shape of today's schema.
 * @throws {RangeError} for a version this program does not know: a newer one, or none.
 */
export function migrateDocument(document: SectionDocument, fromVersion: number): SectionDocument {
  if (!Number.isInteger(fromVersion) || fromVersion < 1 || fromVersion > EDITOR_VERSION) {
    throw new RangeError(`a document of version ${fromVersion} cannot be read by version ${EDITOR_VERSION}`)
  }
  let migrated = document
  for (let version = fromVersion; version < EDITOR_VERSION; version++) migrated = steps[version]!(migrated)
  return migrated
}
