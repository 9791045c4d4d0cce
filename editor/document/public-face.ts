import type { DocumentNode, SectionDocument } from '#schemas/document.ts'

/**
 * A document as others than its makers may have it: citations of a confidential source keep that they are there and what they do for the
 * sentence; the place in it and the words from it are left out, since both could give away who it is.
 */
export function withPublicFaces(document: SectionDocument, isConfidential: (sourceItemId: string) => boolean): SectionDocument {
  const face = (node: DocumentNode): DocumentNode => {
    if (node.type === 'citation' && isConfidential(String(node.attrs?.sourceItemId)))
      return { ...node, attrs: { ...node.attrs, locator: '', quote: null } }
    return node.content ? { ...node, content: node.content.map(face) } : node
  }
  return { ...document, content: document.content.map(face) }
}
