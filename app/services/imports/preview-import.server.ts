import { countWords } from '#editor/document/count-words.ts'
import { nodesOf } from '#editor/document/read.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { allows } from '#app/policies/policies.ts'
import type { DocumentNode } from '#schemas/document.ts'
import { Language } from '#schemas/vocabulary.ts'
import { convertDocx } from './convert-docx.server.ts'
import type { ImportChoices, ImportProblem } from './import-report.server.ts'
import type { LeftInFile } from './left-in-docx.ts'
import { readTargets } from './read-targets.server.ts'
import { partsOf } from './split-report.server.ts'
import { suggestSections, type Place } from './suggest-sections.ts'

/** Blocks of a part that are shown. */
const shownBlocks = 40

/** What an import would do, to look at and put right. */
export type Preview = {
  html: string
  /** What the file holds that does not come along; null once it was shown. */
  left: LeftInFile | null
  parts: {
    title: string
    level: number
    words: number
    notes: number
    place: Place
    /** The first ones; `more` are not shown. */
    blocks: DocumentNode[]
    more: number
  }[]
  /** Sections one may write in. */
  sections: { id: string; number: string; title: string; version: number; empty: boolean }[]
  append: boolean
  problems: ImportProblem[]
  language: Language
}

/**
 * Shows what would come where. Stores nothing.
 * @param from a file, or what was chosen before, with why it was refused.
 * @throws {FileRefused} for a file that cannot be read.
 */
export async function previewImport(
  useCase: UseCase,
  reportId: string,
  from: Buffer | ImportChoices,
  problems: ImportProblem[] = [],
): Promise<Preview> {
  const [report] = await useCase.sql`select language from report where id = ${reportId}`
  const language = Language.parse(report?.language)
  const { html, left, chosen } = Buffer.isBuffer(from)
    ? { ...(await convertDocx(from, language)), chosen: null }
    : { html: from.html, left: null, chosen: from }
  const parts = partsOf(html)
  const targets = (await readTargets(useCase.sql, reportId)).filter((target) => allows(useCase.actor, 'section.write', target))
  const suggested = chosen?.places.length === parts.length ? chosen.places : suggestSections(parts, targets)
  return {
    html,
    left,
    parts: parts.map(({ title, level, blocks }, index) => ({
      title,
      level,
      words: countWords({ type: 'doc', content: blocks }),
      notes: [...nodesOf({ type: 'doc', content: blocks })].filter((node) => node.type === 'footnoteToMatch').length,
      place: suggested[index]!,
      blocks: blocks.slice(0, shownBlocks),
      more: Math.max(0, blocks.length - shownBlocks),
    })),
    sections: targets.map(({ id, number, title, version, empty }) => ({ id, number, title, version, empty })),
    append: chosen?.append ?? false,
    problems,
    language,
  }
}
