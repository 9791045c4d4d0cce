import type { AnyExtension } from '@tiptap/core'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import StarterKit from '@tiptap/starter-kit'
import { BlockIds } from './block-ids.ts'
import { Citation, Incident, LanguageMark } from './nodes.ts'

/**
 * What a section can hold. Headings start at level 3: the report's chapters and sections are levels 1 and 2.
 * @param views the same citation and incident nodes with their views, in a browser.
 */
export const documentExtensions = (views: { citation?: AnyExtension; incident?: AnyExtension } = {}): AnyExtension[] => [
  StarterKit.configure({
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
  Table.configure({ resizable: false }),
  TableRow,
  TableHeader,
  TableCell,
  LanguageMark,
  views.citation ?? Citation,
  views.incident ?? Incident,
  BlockIds,
]
