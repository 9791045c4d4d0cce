import { z } from 'zod'
import { CitationSupport, ParagraphKind } from './vocabulary.ts'
import { Id } from './values.ts'

/**
 * A section's text as it is stored: ProseMirror JSON of the schema in editor/document. Only what every floor relies on is fixed here; the rest
 * is permissive on purpose: nothing is deleted because it does not fit.
 *
 * Block nodes (`paragraph`, `heading`, `bulletList`, `orderedList`, `listItem`, `table`, `tableRow`, `tableHeader`, `tableCell`, `blockquote`,
 * `incident`, `guidance`) carry `attrs.id`, a stable block id. `paragraph` also carries `attrs.kind` (ParagraphKind, default `fact`).
 * Inline: `text`, `hardBreak`, `citation`, `incidentMention`, `footnoteToMatch{text}`. A `table` has a `caption`.
 * Marks on text: `bold`, `italic`, `language{lang}`, `term{key}`, `comment{threadId}`, `redaction{ground}`. On text and on blocks, what somebody
 * suggests: `insertion{id}`, `deletion{id}`, `modification{id, type, attrName, previousValue, newValue}`.
 */
export type DocumentNode = {
  type: string
  attrs?: Record<string, unknown> | undefined
  content?: DocumentNode[] | undefined
  marks?: { type: string; attrs?: Record<string, unknown> | undefined }[] | undefined
  text?: string | undefined
}
export const DocumentNode: z.ZodType<DocumentNode> = z.lazy(() =>
  z.object({
    type: z.string(),
    attrs: z.record(z.string(), z.unknown()).optional(),
    content: z.array(DocumentNode).optional(),
    marks: z.array(z.object({ type: z.string(), attrs: z.record(z.string(), z.unknown()).optional() })).optional(),
    text: z.string().optional(),
  }),
)

export const SectionDocument = z.looseObject({ type: z.literal('doc'), content: z.array(DocumentNode).default([]) })
export type SectionDocument = { type: 'doc'; content: DocumentNode[] }

/** Stable id of a block, unique in its report: `b` and ten letters or digits. It is the anchor of a permalink. */
export const BlockId = z.string().regex(/^b[a-z0-9]{10}$/)

/** Of an entry in the glossary. */
export const TermKey = z.string().regex(/^[a-z]+(-[a-z]+)*$/)

/** Of a passage that is not for the public: the ground of the Woo, as its code. */
export const RedactionGround = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,39}$/)

/** A suggested change of a block itself, by what it was and is: of an attribute, of its kind of block, of a mark. */
export const ModificationAttributes = z.object({
  id: Id,
  type: z.enum(['attr', 'nodeType', 'mark']),
  attrName: z.string().max(40).nullable(),
  previousValue: z.unknown(),
  newValue: z.unknown(),
})
export type ModificationAttributes = z.infer<typeof ModificationAttributes>

/** What a suggestion says, apart from where: kept with who made it, also once it is decided. */
export const SuggestionContent = z.object({
  inserted: z.string(),
  removed: z.string(),
  changed: z.array(
    z.object({ type: z.string(), attrName: z.string().nullable(), previousValue: z.unknown(), newValue: z.unknown() }),
  ),
})
export type SuggestionContent = z.infer<typeof SuggestionContent>

/** Inline atom: a note that came along with pasted or imported text and still needs its source. */
export const FootnoteToMatchAttributes = z.object({ text: z.string().min(1).max(5000) })

/** What a table shows, above it. */
export const TableCaption = z.string().max(500).nullable()

/** Inline atom; its number is computed when rendering, never stored. */
export const CitationAttributes = z.object({
  sourceItemId: Id,
  locator: z.string().max(500).default(''),
  support: CitationSupport.default('supports'),
  quote: z.string().max(2000).nullish(),
})
export type CitationAttributes = z.infer<typeof CitationAttributes>

/** Block atom, or inline a mention: an incident is only ever there together with its context card, or the card's reason why there is none. */
export const IncidentAttributes = z.object({ incidentId: Id, contextCardId: Id })
export type IncidentAttributes = z.infer<typeof IncidentAttributes>

export const ParagraphAttributes = z.looseObject({ id: z.string().nullish(), kind: ParagraphKind.default('fact') })
