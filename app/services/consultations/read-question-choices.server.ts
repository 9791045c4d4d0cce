import type { UseCase } from '#app/platform/context.server.ts'
import { readStandard } from '../standard-terms/read-standard.server.ts'

/** The questions of a version by chapter and section, to choose from. */
export async function readQuestionChoices(useCase: Pick<UseCase, 'sql'>, standardId: string) {
  const { chapters, questions } = await readStandard(useCase, standardId)
  return chapters.map((chapter) => ({
    key: chapter.key,
    number: chapter.number,
    titleNl: chapter.titleNl,
    titleEn: chapter.titleEn,
    sections: [chapter, ...chapter.sections].map((section) => ({
      key: section.key,
      number: section.number,
      questions: questions
        .filter((question) => question.nodeKey === section.key)
        .map(({ key, wordingNl, wordingEn }) => ({ key, wordingNl, wordingEn })),
    })),
  }))
}
