import { Extension, type AnyExtension } from '@tiptap/core'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import StarterKit from '@tiptap/starter-kit'
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
  StarterKit.extend({
    addExtensions() {
      return (this.parent?.() ?? []).map(holding)
    },
  }).configure({
    heading: { levels: [3, 4] },
    code: false,
    codeBlock: false,
    horizontalRule: false,
    link: false,
    strike: false,
    underline: false,
    // It would change a document that is only looked at.
    trailingNode: false,
  }),
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
