import { getSchema } from '@tiptap/core'
import { SectionDocument, type CitationAttributes, type DocumentNode, type IncidentAttributes } from '#schemas/document.ts'
import { CitationAttributes as Cited, IncidentAttributes as Placed } from '#schemas/document.ts'
import { newBlockId } from './block-id.ts'
import { documentExtensions } from './extensions.ts'

export { newBlockId } from './block-id.ts'

/** Raised with every change of the schema; documents of an older version are brought up to date when read. */
export const EDITOR_VERSION = 1

/** The ProseMirror schema of a section's text, for the server and the browser alike. */
export const sectionSchema = getSchema(documentExtensions)

/** A text nobody has begun: one empty paragraph. */
export const emptyDocument = (): SectionDocument => ({
  type: 'doc',
  content: [{ type: 'paragraph', attrs: { id: newBlockId(), kind: 'fact' } }],
})

/**
 * The document as the schema holds it.
 * @throws {RangeError | ZodError} when it is no document, or holds a node, mark or order of nodes the schema does not know, or a citation or
 * incident that points nowhere.
 */
export function checkDocument(json: unknown): SectionDocument {
  const parsed = SectionDocument.parse(json)
  const node = sectionSchema.nodeFromJSON(parsed)
  node.check()
  const document = node.toJSON() as SectionDocument
  citationsOf(document)
  incidentsOf(document)
  return document
}

/** Every citation in reading order. */
export const citationsOf = (document: SectionDocument): CitationAttributes[] =>
  nodesOf(document, 'citation').map((node) => Cited.parse(node.attrs))

/** Every placed incident in reading order. */
export const incidentsOf = (document: SectionDocument): IncidentAttributes[] =>
  nodesOf(document, 'incident').map((node) => Placed.parse(node.attrs))

/** The words of a node without markup; citations leave nothing behind, blocks and line breaks become a space. */
export function blockText(node: DocumentNode): string {
  const pieces: string[] = []
  visit(node, (inner) => {
    if (inner.text) pieces.push(inner.text)
    else if (inner.type !== 'citation') pieces.push(' ')
  })
  return pieces.join('').replace(/\s+/g, ' ').trim()
}

function nodesOf(document: SectionDocument, type: string): DocumentNode[] {
  const found: DocumentNode[] = []
  visit(document, (node) => {
    if (node.type === type) found.push(node)
  })
  return found
}

function visit(node: DocumentNode, see: (node: DocumentNode) => void): void {
  see(node)
  for (const child of node.content ?? []) visit(child, see)
}
