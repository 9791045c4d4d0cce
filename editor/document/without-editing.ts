import type { DocumentNode, SectionDocument } from '#schemas/document.ts'

/** A text without what its makers said about it: the marks of their comments are gone, the words all stay. */
export const withoutEditing = (document: SectionDocument): SectionDocument => ({
  ...document,
  content: document.content.map(plain),
})

function plain(node: DocumentNode): DocumentNode {
  const { marks, content, ...rest } = node
  const kept = marks?.filter(({ type }) => type !== 'comment') ?? []
  return { ...rest, ...(content && { content: joined(content.map(plain)) }), ...(kept.length > 0 && { marks: kept }) }
}

/** Text that a comment had cut in two is one again, so that what it looks like does not tell where a comment was. */
function joined(nodes: DocumentNode[]): DocumentNode[] {
  const result: DocumentNode[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    if (last?.type === 'text' && node.type === 'text' && JSON.stringify(last.marks ?? []) === JSON.stringify(node.marks ?? []))
      result[result.length - 1] = { ...last, text: `${last.text ?? ''}${node.text ?? ''}` }
    else result.push(node)
  }
  return result
}
