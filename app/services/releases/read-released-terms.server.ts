import { sectionAnchor } from '#editor/render/outline.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import type { Actor } from '#app/policies/actor.ts'
import { readRelease } from './read-release.server.ts'

/**
 * The terms of reference that were released with a report, as their page shows them.
 * @throws {DomainError} `not-found`, also for a release from before terms of reference went with it.
 */
export async function readReleasedTerms(useCase: Pick<UseCase<Actor | null>, 'sql'>, number: string) {
  const { content, hash } = await readRelease(useCase, number)
  const { terms, title, notice, language, country } = content
  if (!terms) throw new DomainError('not-found')
  const opened = new Set<string>()
  const sections = terms.sections.map((section) => ({
    ...section,
    anchor: sectionAnchor(section.number),
    /** Chapters that open with this section. */
    opening: section.path
      .filter((chapter) => !opened.has(chapter.number) && opened.add(chapter.number))
      .map((chapter) => ({ ...chapter, anchor: sectionAnchor(chapter.number) })),
    questions: section.questions.map((question) => ({
      ...question,
      answeredIn: question.answeredIn.map((section) => ({ number: section, anchor: sectionAnchor(section) })),
    })),
  }))
  return { number: content.number, title, notice, language, country, hash, ...terms, sections }
}
