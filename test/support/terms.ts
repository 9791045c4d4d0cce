import type { UseCase } from '#app/platform/context.server.ts'
import { acceptTerms } from '#app/services/terms-of-reference/accept-terms.server.ts'
import { createTerms, type NewTerms } from '#app/services/terms-of-reference/create-terms.server.ts'
import { shippedStandard } from '#app/services/standard-terms/ensure-standard.server.ts'
import { handOver } from '#app/services/terms-of-reference/hand-over.server.ts'
import { loadStandard } from '#app/services/standard-terms/load-standard.server.ts'

export const standardFile = shippedStandard()
export const standardSections = standardFile.chapters.flatMap((chapter) => chapter.sections)
export const standardQuestions = standardSections.flatMap((section) => section.questions)

/** Terms of reference for Syria in 2019, or what is given instead, from the standard that comes with the product. */
export async function someTerms(policy: UseCase, instead: Partial<NewTerms> = {}): Promise<string> {
  return createTerms(policy, {
    standardId: await loadStandard(policy, standardFile),
    countryCode: 'SYR',
    kind: 'general',
    periodFrom: '2019-01-01',
    periodTo: '2019-11-30',
    dueOn: '2027-02-01',
    ...instead,
  })
}

/** A report that Foreign Affairs has just taken on. */
export async function someReport(policy: UseCase, author: UseCase, instead: Partial<NewTerms> = {}): Promise<string> {
  const termsId = await someTerms(policy, instead)
  await handOver(policy, termsId)
  return (await acceptTerms(author, termsId)).reportId
}
