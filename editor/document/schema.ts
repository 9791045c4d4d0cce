import { getSchema } from '@tiptap/core'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { z } from 'zod'
import {
  BlockId,
  CitationAttributes,
  FootnoteToMatchAttributes,
  IncidentAttributes,
  ModificationAttributes,
  RedactionGround,
  SectionDocument,
  TableCaption,
  TermKey,
  type DocumentNode,
} from '#schemas/document.ts'
import { Id } from '#schemas/values.ts'
import { ParagraphKind } from '#schemas/vocabulary.ts'
import { blockTypes, newBlockId } from './block-ids.ts'
import { documentExtensions } from './extensions.ts'
import { nodesOf } from './read.ts'

export { newBlockId } from './block-ids.ts'
export { EDITOR_VERSION, migrateDocument } from './migrate.ts'
export { blockText, citationsOf, incidentsOf, nodesOf } from './read.ts'

/** The ProseMirror schema of a section; the same in the browser, on the server and in tests. */
export const sectionSchema = getSchema(documentExtensions())

/** A section nobody wrote in yet: one empty paragraph. */
export const emptyDocument = (): SectionDocument => ({
  type: 'doc',
  content: [{ type: 'paragraph', attrs: { id: newBlockId(), kind: 'fact' } }],
})

/** A document that the schema cannot hold, with where and why, for a log or a developer; never shown as it is. */
export class DocumentRefused extends Error {
  override name = 'DocumentRefused'
}

const LanguageTag = z.string().regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/)
const attributeRules: Record<string, z.ZodType> = {
  paragraph: z.looseObject({ kind: ParagraphKind }),
  citation: CitationAttributes,
  incident: IncidentAttributes,
  incidentMention: IncidentAttributes,
  footnoteToMatch: FootnoteToMatchAttributes,
  table: z.looseObject({ caption: TableCaption }),
}
const markRules: Record<string, z.ZodType> = {
  language: z.object({ lang: LanguageTag }),
  term: z.object({ key: TermKey }),
  comment: z.object({ threadId: Id }),
  redaction: z.object({ ground: RedactionGround }),
  insertion: z.object({ id: Id }),
  deletion: z.object({ id: Id }),
  modification: ModificationAttributes,
}
const withId = new Set<string>(blockTypes)

/**
 * A document as it may be stored: fits the schema, every citation and incident points somewhere, every block has an id of its own.
 * Blocks without an id get one; a document without blocks becomes an empty one. Nothing is ever left out to make it fit.
 * @throws {DocumentRefused} when it does not fit.
 */
export function checkDocument(json: unknown): SectionDocument {
  try {
    const parsed = SectionDocument.parse(json)
    if (parsed.content.length === 0) return emptyDocument()
    const node = sectionSchema.nodeFromJSON(parsed)
    node.check()
    const document = node.toJSON() as SectionDocument
    const seen = new Set<string>()
    for (const it of nodesOf(document)) checkNode(it, seen)
    return document
  } catch (cause) {
    if (cause instanceof DocumentRefused) throw cause
    throw new DocumentRefused(cause instanceof Error ? cause.message : 'not a document', { cause })
  }
}

/**
 * A block that somebody wrote: fits the schema, points somewhere, and it and every block in it has an id already.
 * @throws {DocumentRefused} or the schema's own errors when not.
 */
export function checkBlock(block: ProseMirrorNode): void {
  block.check()
  const json = block.toJSON() as DocumentNode
  for (const it of nodesOf({ type: 'doc', content: [json] })) {
    if (withId.has(it.type)) BlockId.parse(it.attrs?.id)
    checkNode(it, new Set())
  }
}

function checkNode(node: DocumentNode, seen: Set<string>): void {
  attributeRules[node.type]?.parse(node.attrs)
  for (const mark of node.marks ?? []) markRules[mark.type]?.parse(mark.attrs)
  if (!withId.has(node.type)) return
  const id = BlockId.parse(node.attrs?.id ?? newBlockId())
  if (seen.has(id)) throw new DocumentRefused(`two blocks share the id ${id}`)
  seen.add(id)
  // A new object: ProseMirror hands out the one its nodes share.
  node.attrs = { ...node.attrs, id }
}
