import { z } from 'zod'
import { Fragment } from '@tiptap/pm/model'
import { changedBlocks, referencesOf, stepBetween, StepsRefused, take } from '#editor/collaboration/authority.ts'
import { checkDocument, DocumentRefused, nodesOf, sectionSchema } from '#editor/document/schema.ts'
import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { allows } from '#app/policies/policies.ts'
import type { DocumentNode } from '#schemas/document.ts'
import { Id } from '#schemas/values.ts'
import { largestDocument } from '../sections/save-document.server.ts'
import { mustBeKnown } from '../sections/must-be-known.server.ts'
import { textAt } from '../sections/section-text.server.ts'
import { settleText } from '../sections/settle-text.server.ts'
import { writeSteps } from '../sections/write-steps.server.ts'
import { matchNotes } from '../sources/match-notes.server.ts'
import { gatherSections } from './gather-sections.ts'
import { readTargets } from './read-targets.server.ts'
import { partsOf } from './split-report.server.ts'

export const ImportChoices = z.object({
  /** Clean HTML, as the file was shown. */
  html: z.string().max(largestDocument * 4),
  /** Per part of it: a section, 'with' the part before, 'out', or '' where nothing was chosen. */
  places: z.array(z.union([Id, z.enum(['with', 'out', ''])])).max(5000),
  /** The newest version of every section's text when it was shown. */
  versions: z.record(Id, z.number().int().min(0)),
  /** Behind the text that is there; without it only into sections without text. */
  append: z.boolean(),
})
export type ImportChoices = z.infer<typeof ImportChoices>

/** Why nothing was written: as a whole, or because of a section. */
export type ImportProblem = {
  kind: 'choose' | 'nothing' | 'other-file' | 'closed' | 'changed' | 'has-text' | 'too-large'
  sectionId: string | null
}
export type ImportOutcome = { sectionIds: string[] } | { problems: ImportProblem[] }

/**
 * Writes the parts of a file into sections of a report, as one step of whoever imports in each: into all of them or, when anything is in the way,
 * into none. Notes that are an address the register knows become citations.
 * @throws {DomainError} `not-found` for an unknown report.
 */
export async function importReport(useCase: UseCase, reportId: string, input: ImportChoices): Promise<ImportOutcome> {
  const { html, places, versions, append } = ImportChoices.parse(input)
  const parts = partsOf(html)
  if (parts.length !== places.length) return refused('other-file')
  if (places.includes('')) return refused('choose')
  const known = await knownAddresses(
    useCase,
    parts.flatMap((part) => part.blocks),
  )
  return withTransaction(useCase.sql, async (tx): Promise<ImportOutcome> => {
    const inside = { ...useCase, sql: tx }
    const targets = await readTargets(tx, reportId, true)
    const gathered = gatherSections(parts, places, targets)
    if (gathered.length === 0) return refused('nothing')
    const problems: ImportProblem[] = []
    const steps: { sectionId: string; version: number; step: unknown }[] = []
    let notes = 0
    for (const { sectionId, blocks } of gathered) {
      const target = targets.find(({ id }) => id === sectionId)!
      const content = blocks.map((block) => withCitations(block, known))
      const problem = (kind: ImportProblem['kind']) => problems.push({ kind, sectionId })
      if (!allows(useCase.actor, 'section.write', target)) problem('closed')
      else if (versions[sectionId] !== target.version) problem('changed')
      else if (!target.empty && !append) problem('has-text')
      else if (Buffer.byteLength(JSON.stringify(content)) > largestDocument) problem('too-large')
      else {
        const before = await textAt(tx, sectionId, target.version)
        const fresh = sectionSchema.nodeFromJSON(checked(content)).content
        const after = sectionSchema.topNodeType.create(null, target.empty ? fresh : before.content.append(Fragment.from(fresh)))
        const step = stepBetween(before, after)
        try {
          await mustBeKnown(tx, referencesOf(changedBlocks(before, take(before, [step]))))
        } catch (error) {
          if (!(error instanceof StepsRefused)) throw error
          problem('too-large')
          continue
        }
        notes += [...nodesOf({ type: 'doc', content })].filter((node) => node.type === 'footnoteToMatch').length
        steps.push({ sectionId, version: target.version, step: step.toJSON() })
      }
    }
    if (problems.length > 0) return { problems }
    const clientId = `import-${crypto.randomUUID()}`
    for (const { sectionId, version, step } of steps) {
      await writeSteps(inside, { sectionId, version, clientId, steps: [step] })
      await settleText(inside, sectionId)
    }
    await recordEvent(inside, {
      action: 'report.imported',
      objectType: 'report',
      objectId: reportId,
      details: { sections: steps.length, notes },
    })
    return { sectionIds: steps.map(({ sectionId }) => sectionId) }
  })
}

const refused = (kind: ImportProblem['kind']): ImportOutcome => ({ problems: [{ kind, sectionId: null }] })

function checked(content: DocumentNode[]) {
  try {
    return checkDocument({ type: 'doc', content })
  } catch (error) {
    if (error instanceof DocumentRefused) throw new DomainError('invalid-input', 'document-refused')
    throw error
  }
}

/** Items by the notes that are their address and nothing else. */
async function knownAddresses(useCase: UseCase, blocks: DocumentNode[]): Promise<ReadonlyMap<string, string>> {
  const addresses = new Set<string>()
  for (const node of nodesOf({ type: 'doc', content: blocks })) {
    const text = String(node.attrs?.text)
    if (node.type === 'footnoteToMatch' && /^https?:\/\/\S+$/.test(text)) addresses.add(text)
  }
  const matches = await matchNotes(useCase, [...addresses])
  return new Map(matches.filter((match) => match.certain).map(({ note, suggestions }) => [note, suggestions[0]!.id]))
}

function withCitations(node: DocumentNode, known: ReadonlyMap<string, string>): DocumentNode {
  const sourceItemId = node.type === 'footnoteToMatch' ? known.get(String(node.attrs?.text)) : undefined
  if (sourceItemId) return { type: 'citation', attrs: { sourceItemId, locator: '', support: 'supports', quote: null } }
  return node.content ? { ...node, content: node.content.map((child) => withCitations(child, known)) } : node
}
