import { Extension, type AnyExtension } from '@tiptap/core'
import { Blockquote } from '@tiptap/extension-blockquote'
import { Bold } from '@tiptap/extension-bold'
import { Document } from '@tiptap/extension-document'
import { HardBreak } from '@tiptap/extension-hard-break'
import { Heading } from '@tiptap/extension-heading'
import { Italic } from '@tiptap/extension-italic'
import { BulletList, ListItem, ListKeymap, OrderedList } from '@tiptap/extension-list'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import { Text } from '@tiptap/extension-text'
import { Dropcursor, Gapcursor, UndoRedo } from '@tiptap/extensions'
import { BlockIds } from './block-ids.ts'
import { aboutText, LanguageMark, suggestionMarks, Term } from './marks.ts'
import { Citation, FootnoteToMatch, Guidance, Incident, IncidentMention } from './nodes.ts'

/** The nodes and marks that look otherwise in a browser than in a document. */
export type NodeViews = Partial<
  Record<'citation' | 'incident' | 'incidentMention' | 'footnoteToMatch' | 'guidance' | 'term', AnyExtension>
>

/** What holds blocks: each of those can be suggested as a whole. */
const holders = new Set([
  'doc',
  'blockquote',
  'bulletList',
  'orderedList',
  'listItem',
  'table',
  'tableRow',
  'tableHeader',
  'tableCell',
])
const holding = (extension: AnyExtension): AnyExtension =>
  holders.has(extension.name) ? extension.extend({ marks: suggestionMarks }) : extension

/** Taken one by one: the kit that has them all brings links, code and more along, which no section can hold and every author would fetch. */
const basics: readonly AnyExtension[] = [
  Bold,
  Blockquote,
  BulletList,
  Document,
  Dropcursor,
  Gapcursor,
  HardBreak,
  Heading.configure({ levels: [3, 4] }),
  UndoRedo,
  Italic,
  ListItem,
  ListKeymap,
  OrderedList,
  Paragraph,
  Text,
]

/** What a table shows, above it. */
const TableCaptions = Extension.create({
  name: 'tableCaptions',
  addGlobalAttributes: () => [
    {
      types: ['table'],
      attributes: {
        caption: {
          default: null,
          parseHTML: (element) => element.getAttribute('data-caption')?.slice(0, 500) || null,
          renderHTML: ({ caption }) => (caption ? { 'data-caption': caption as string } : {}),
        },
      },
    },
  ],
})

/**
 * What a section can hold. Headings start at level 3: the report's chapters and sections are levels 1 and 2.
 * @param views the same nodes and marks with their views, in a browser.
 */
export const documentExtensions = (views: NodeViews = {}): AnyExtension[] => [
  ...basics.map(holding),
  ...[Table.configure({ resizable: false }), TableRow, TableHeader, TableCell].map(holding),
  TableCaptions,
  LanguageMark,
  views.term ?? Term,
  ...aboutText,
  views.guidance ?? Guidance,
  views.citation ?? Citation,
  views.footnoteToMatch ?? FootnoteToMatch,
  views.incidentMention ?? IncidentMention,
  views.incident ?? Incident,
  BlockIds,
]
