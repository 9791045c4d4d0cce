import type { Extensions } from '@tiptap/core'
import { TableKit } from '@tiptap/extension-table'
import { UniqueID } from '@tiptap/extension-unique-id'
import StarterKit from '@tiptap/starter-kit'
import { newBlockId } from './block-id.ts'
import { Citation } from './citation.ts'
import { Incident } from './incident.ts'
import { Language } from './language.ts'
import { Paragraph } from './paragraph.ts'

/** Blocks with a stable id: anchors of permalinks, comments and search passages. */
export const identifiedBlocks = ['paragraph', 'heading', 'bulletList', 'orderedList', 'table', 'blockquote', 'incident']

/**
 * The extensions that make the section schema. What the terms of reference demand is not in it: that is checked by rules that speak
 * (docs/architecture.md, decision 2).
 */
export const documentExtensions: Extensions = [
  StarterKit.configure({
    paragraph: false,
    heading: { levels: [3, 4] },
    code: false,
    codeBlock: false,
    horizontalRule: false,
    link: false,
    strike: false,
    underline: false,
  }),
  Paragraph,
  TableKit.configure({ table: { resizable: false } }),
  Language,
  Citation,
  Incident,
  UniqueID.configure({ attributeName: 'id', types: identifiedBlocks, generateID: newBlockId }),
]
