import type { DocumentNode, SectionDocument } from '#schemas/document.ts'

/** The version of the document's schema. A change that old documents do not fit raises it and adds a step below. */
export const EDITOR_VERSION = 2

/** Step n turns a document of version n into one of version n + 1. A step loses nothing: what it does not know it passes on. */
const steps: Record<number, (document: SectionDocument) => SectionDocument> = {
  1: (document) => ({ ...document, content: document.content.map(withCaption) }),
}

/** Since version 2 a table can have a caption. */
function withCaption(node: DocumentNode): DocumentNode {
  const content = node.content && { content: node.content.map(withCaption) }
  return node.type === 'table' ? { ...node, attrs: { ...node.attrs, caption: null }, ...content } : { ...node, ...content }
}

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
