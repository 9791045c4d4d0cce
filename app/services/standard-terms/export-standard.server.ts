import type { UseCase } from '#app/platform/context.server.ts'
import type { StandardTermsFile } from '#schemas/standard-terms.ts'
import type { StandardKind } from '#schemas/standard-terms.ts'
import type { StandardStatus } from '#schemas/vocabulary.ts'
import { readStandard } from './read-standard.server.ts'

/** A version as a file: the layout that can be imported again, with what it was at the moment of exporting. */
export type ExportedStandard = StandardTermsFile & {
  kind: StandardKind
  about: {
    status: StandardStatus
    inForceFrom: string | null
    withdrawnOn: string | null
    successor: string | null
    exportedAt: string
  }
}

/** @throws {DomainError} `not-found` for an unknown version. */
export async function exportStandard(useCase: Pick<UseCase, 'sql' | 'clock'>, id: string | undefined): Promise<ExportedStandard> {
  const { standard, nodes, questions } = await readStandard(useCase, id)
  const node = ({ key, number, titleNl, titleEn }: (typeof nodes)[number]) => ({
    key,
    number,
    title: { nl: titleNl, en: titleEn },
  })
  return {
    title: { nl: standard.titleNl, en: standard.titleEn },
    version: standard.version,
    kind: standard.kind,
    about: {
      status: standard.status,
      inForceFrom: standard.inForceFrom,
      withdrawnOn: standard.withdrawnOn,
      successor: standard.successor?.version ?? null,
      exportedAt: useCase.clock().toISOString(),
    },
    chapters: nodes
      .filter((chapter) => chapter.parentKey === null)
      .map((chapter) => ({
        ...node(chapter),
        sections: nodes
          .filter((section) => section.parentKey === chapter.key)
          .map((section) => ({
            ...node(section),
            questions: questions
              .filter((question) => question.nodeKey === section.key)
              .map((question) => ({
                key: question.key,
                nl: question.wordingNl,
                en: question.wordingEn,
                kind: question.kind,
                mandatory: question.mandatory,
                themes: question.themes,
                askedBy: question.askedBy,
                formerWording: question.formerWordingNl === null ? null : { nl: question.formerWordingNl },
                rationale: { nl: question.rationaleNl, en: question.rationaleEn },
              })),
          })),
      })),
  }
}
