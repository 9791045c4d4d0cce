import { CitationAttributes, IncidentAttributes, type DocumentNode } from '#schemas/document.ts'

type Readable = { type: string; content?: readonly DocumentNode[] | undefined }

/** Every node below this one, outermost first, in reading order. */
export function* nodesOf(node: Readable): Generator<DocumentNode> {
  for (const child of node.content ?? []) {
    yield child
    yield* nodesOf(child)
  }
}

/** What stands in a line of text. */
export const inlineTypes: ReadonlySet<string> = new Set(['text', 'hardBreak', 'citation', 'incidentMention', 'footnoteToMatch'])

/** The words of a block; blocks inside it on lines of their own, a table's caption first; citations and incidents have none. */
export function blockText(node: DocumentNode): string {
  if (node.type === 'text') return node.text ?? ''
  if (node.type === 'footnoteToMatch') return ` [${String(node.attrs?.text)}]`
  if (node.type === 'hardBreak') return '\n'
  const children = node.content ?? []
  const separator = children.every((child) => inlineTypes.has(child.type)) ? '' : '\n'
  const caption = node.type === 'table' && typeof node.attrs?.caption === 'string' ? [node.attrs.caption] : []
  return [...caption, ...children.map(blockText)].filter((text) => separator === '' || text !== '').join(separator)
}

/** The citations of a document in reading order, repeated ones too. @throws {ZodError} on a citation that points nowhere. */
export function citationsOf(doc: Readable): CitationAttributes[] {
  return [...nodesOf(doc)].filter((node) => node.type === 'citation').map((node) => CitationAttributes.parse(node.attrs))
}

/** The stable ids of the blocks a document holds. */
export const blockIdsOf = (doc: Readable): ReadonlySet<string> =>
  new Set([...nodesOf(doc)].flatMap((node) => (typeof node.attrs?.id === 'string' ? [node.attrs.id] : [])))

/** The incidents a document places or mentions, in reading order. @throws {ZodError} on an incident without its context card. */
export function incidentsOf(doc: Readable): IncidentAttributes[] {
  return [...nodesOf(doc)]
    .filter((node) => node.type === 'incident' || node.type === 'incidentMention')
    .map((node) => IncidentAttributes.parse(node.attrs))
}
