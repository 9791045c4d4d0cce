import type { DocumentNode, SectionDocument } from '#schemas/document.ts'
import type { ReleaseContent, ReleasedQuestion, ReleasedTerms } from '#schemas/release.ts'
import type { QuestionKind, QuestionState, Theme } from '#schemas/vocabulary.ts'
import type { Printed, PrintedSection } from './printed.ts'
import { dateWords, words } from './words.ts'

/** The words for the codes of a question, in the language of the release. */
export type QuestionWords = {
  kind: Record<QuestionKind, string>
  state: Record<QuestionState, string>
  theme: Record<Theme, string>
}

const text = (words: string, ...marks: string[]): DocumentNode => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
})
const paragraph = (...content: DocumentNode[]): DocumentNode => ({ type: 'paragraph', attrs: { kind: 'fact' }, content })

/**
 * The terms of reference of a release as a text of their own, printed by the same back ends as the report: every question with what it is and
 * who asked, every difference from the standard with its reason, and where it is answered.
 */
export function termsAsPrinted(content: ReleaseContent, terms: ReleasedTerms, codes: QuestionWords): Printed {
  const { language } = content
  const own = words[language].terms
  const dates = [
    own.standard(terms.standard.title[language], terms.standard.version),
    terms.handedOverOn && own.handedOver(dateWords(terms.handedOverOn, language)),
    terms.acceptedOn && own.accepted(dateWords(terms.acceptedOn, language)),
  ].filter((it) => it !== null)
  const { sections: _sections, items: _items, incidents: _incidents, cards: _cards, ...release } = content
  return {
    ...release,
    title: own.of(content.title),
    kicker: own.title,
    period: terms.period,
    items: {},
    incidents: {},
    cards: {},
    sections: terms.sections.map((section, index): PrintedSection => ({
      id: section.number,
      number: section.number,
      title: section.title[language],
      path: section.path.map(({ number, title }) => ({ number, title: title[language] })),
      asOf: null,
      approvedOn: null,
      questions: [],
      document: documentOf([
        ...(index === 0 ? [paragraph(text(`${dates.join('. ')}.`)), paragraph(text(own.explain))] : []),
        ...section.questions.flatMap((question) => blocksOf(question, content, codes)),
      ]),
    })),
  }
}

const documentOf = (content: DocumentNode[]): SectionDocument => ({ type: 'doc', content })

function blocksOf(question: ReleasedQuestion, { language }: ReleaseContent, codes: QuestionWords): DocumentNode[] {
  const own = words[language].terms
  const { state, standardWording, reason, themes, askedBy, answeredIn } = question
  const facts = [
    codes.kind[question.kind],
    question.mandatory && own.mandatory,
    ...themes.map((theme) => codes.theme[theme]),
    askedBy.length > 0 && own.askedBy(askedBy.map((organisation) => organisation[language]).join(', ')),
    answeredIn.length > 0 ? own.answeredIn(answeredIn.join(', ')) : state !== 'dropped' && own.notAnswered,
  ].filter((it) => typeof it === 'string')
  return [
    paragraph(
      text(`${question.number} `, 'bold'),
      ...(state === 'kept' ? [] : [text(`${codes.state[state]}: `, 'bold')]),
      text(question.wording[language] || question.wording.nl),
    ),
    ...(standardWording
      ? [paragraph(text(`${own.standardWording}: `, 'italic'), text(standardWording[language] || standardWording.nl))]
      : []),
    ...(reason ? [paragraph(text(`${own.reason}: `, 'italic'), text(reason))] : []),
    paragraph(text(`${facts.join(' · ')}.`, 'italic')),
  ]
}
