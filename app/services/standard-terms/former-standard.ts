import type { StandardTermsFile } from '#schemas/standard-terms.ts'

/**
 * The version "before the revision": of every question that has a former wording, that wording, in its place; sections and chapters without any are
 * left out. It lets the comparison and the evaluation show something true about the two sets of wordings. The former wordings are illustrations, made
 * for this product: not texts that were ever asked.
 * @param revised the version after the revision.
 */
export function formerStandard(revised: StandardTermsFile): StandardTermsFile {
  const chapters = revised.chapters.flatMap((chapter) => {
    const sections = chapter.sections.flatMap((section) => {
      const questions = section.questions.flatMap((question) =>
        question.formerWording === null
          ? []
          : { ...question, nl: question.formerWording.nl, en: '', formerWording: null, rationale: { nl: '', en: '' } },
      )
      return questions.length > 0 ? { ...section, questions } : []
    })
    return sections.length > 0 ? { ...chapter, sections } : []
  })
  return {
    version: '0.9',
    title: {
      nl: 'Standaard-uitvraag vóór de herziening (illustratie)',
      en: 'Standard terms of reference before the revision (illustration)',
    },
    chapters,
  }
}
