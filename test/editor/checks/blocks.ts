import type { CheckContext } from '#editor/checks/check.ts'
import type { DocumentNode, SectionDocument } from '#schemas/document.ts'

export const open = '0b5ad9f3-6f6c-4a36-9d0a-2f5cf5ef3a01'
export const secret = '0b5ad9f3-6f6c-4a36-9d0a-2f5cf5ef3a02'
export const otherSecret = '0b5ad9f3-6f6c-4a36-9d0a-2f5cf5ef3a03'
const card = '0b5ad9f3-6f6c-4a36-9d0a-2f5cf5ef3a04'
export const bareCard = '0b5ad9f3-6f6c-4a36-9d0a-2f5cf5ef3a05'

export const text = (words: string, ...marks: string[]): DocumentNode => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
})
export const cite = (sourceItemId = open, support = 'supports'): DocumentNode => ({
  type: 'citation',
  attrs: { sourceItemId, support },
})
const inlineOf = (part: string | DocumentNode) => (typeof part === 'string' ? text(part) : part)
export const paragraph = (id: string, kind: string, ...parts: (string | DocumentNode)[]): DocumentNode => ({
  type: 'paragraph',
  attrs: { id, kind },
  content: parts.map(inlineOf),
})
export const fact = (id: string, ...parts: (string | DocumentNode)[]) => paragraph(id, 'fact', ...parts)
const holding = (type: string, id: string, content: DocumentNode[]): DocumentNode => ({ type, attrs: { id }, content })
export const list = (id: string, ...items: DocumentNode[]) =>
  holding(
    'bulletList',
    id,
    items.map((item) => holding('listItem', `l${id}`, [item])),
  )
export const table = (id: string, ...cells: DocumentNode[]) =>
  holding('table', id, [
    holding(
      'tableRow',
      `r${id}`,
      cells.map((cell) => holding('tableCell', `c${id}`, [cell])),
    ),
  ])
export const quotation = (id: string, ...content: DocumentNode[]) => holding('blockquote', id, content)
export const incident = (id: string, contextCardId = card): DocumentNode => ({
  type: 'incident',
  attrs: { id, incidentId: open, contextCardId },
})
export const document = (...content: DocumentNode[]): SectionDocument => ({ type: 'doc', content })
export const context = (): CheckContext => ({
  language: 'nl',
  isConfidential: (id) => id !== open,
  hasContext: ({ contextCardId }) => contextCardId !== bareCard,
})
