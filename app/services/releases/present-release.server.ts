import { createFootnotes, renderBibliographyHtml, renderFootnotesHtml } from '#editor/render/footnotes.ts'
import { renderSectionHtml } from '#editor/render/html.ts'
import { outlineOf } from '#editor/render/outline.ts'
import { releaseTexts } from '#app/i18n/releases.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import type { Actor } from '#app/policies/actor.ts'
import type { ReleaseContent } from '#schemas/release.ts'
import { termHref } from '../glossary/term-href.ts'
import { readRelease } from './read-release.server.ts'

/** A heading of the reader's table of contents: a chapter, or a section with text. */
export type ContentsLine = { number: string; title: string; anchor: string; depth: number }

export type PresentedRelease = Pick<
  ReleaseContent,
  'number' | 'title' | 'kind' | 'country' | 'language' | 'notice' | 'period' | 'releasedAt'
> & {
  hash: string
  /** Whether its terms of reference went with it. */
  hasTerms: boolean
  contents: ContentsLine[]
  sections: (ContentsLine & {
    /** Headings of chapters that open with this section. */
    opening: ContentsLine[]
    asOf: string
    approvedOn: string
    questions: string[]
    html: string
  })[]
  footnotesHtml: string
  bibliographyHtml: string
}

/** A release never changes, so neither does its page: the last ones read are kept, by hash. */
const kept = new Map<string, PresentedRelease>()
const keptAtMost = 12

/** A release as its reader shows it. @throws {DomainError} `not-found`. */
export async function presentRelease(useCase: Pick<UseCase<Actor | null>, 'sql'>, number: string): Promise<PresentedRelease> {
  const [row] = await useCase.sql`select hash from release where number = ${number}`
  if (!row) throw new DomainError('not-found')
  const before = kept.get(row.hash)
  if (before) return before
  const { content, hash } = await readRelease(useCase, number)
  const presented = present(content, hash)
  kept.set(hash, presented)
  if (kept.size > keptAtMost) kept.delete(kept.keys().next().value as string)
  return presented
}

function present(content: ReleaseContent, hash: string): PresentedRelease {
  const { number, title, kind, country, language, notice, period, releasedAt } = content
  const footnotes = createFootnotes(content)
  const outline = outlineOf(content)
  const lines = outline.map(({ section: _section, ...line }) => line)
  const sections = outline.flatMap(({ section, ...line }, index) => {
    if (!section) return []
    const { asOf, approvedOn, questions, document } = section
    // The chapters just before a section open with it.
    const openedBefore = outline.slice(0, index).findLastIndex((entry) => entry.section) + 1
    const html = renderSectionHtml({
      ...{ document, sources: content, footnotes, language },
      headingLevel: Math.min(6, 3 + line.depth),
      permalink: releaseTexts[language].reader.permalink,
      termHref,
    })
    return {
      ...line,
      opening: lines.slice(openedBefore, index),
      asOf,
      approvedOn,
      questions: questions.map((it) => it.wording),
      html,
    }
  })
  return {
    ...{
      number,
      title,
      kind,
      country,
      language,
      notice,
      period,
      releasedAt,
      hash,
      contents: lines,
      sections,
      hasTerms: content.terms !== undefined,
    },
    footnotesHtml: renderFootnotesHtml(footnotes),
    bibliographyHtml: renderBibliographyHtml(Object.values(content.items), language, content.citationStyle),
  }
}
