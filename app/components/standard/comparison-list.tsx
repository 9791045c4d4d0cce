import { comparisonTexts } from '#app/i18n/comparison.ts'
import { pick } from '#app/i18n/pick.ts'
import type { QuestionDifference, SectionDifferences } from '#app/services/standard-terms/compare-standards.ts'
import type { StandardQuestion } from '#app/services/standard-terms/read-standard.server.ts'
import { useLanguage, useText } from '../use-text.ts'
import { WordDiff } from '../word-diff.tsx'
import { ChangedValues } from './changed-values.tsx'

type Props = { sections: readonly SectionDifferences[] }

/** What differs, section by section and question by question. */
export function ComparisonList({ sections }: Props) {
  return sections.map((it) => <SectionPart key={it.section.key} {...it} />)
}

function SectionPart({ section, state, formerTitle, questions, same }: SectionDifferences) {
  const text = useText(comparisonTexts)
  const language = useLanguage()
  const remark =
    state === 'added'
      ? text.sectionAdded
      : state === 'dropped'
        ? text.sectionDropped
        : formerTitle && text.sectionRenamed(pick(formerTitle.titleNl, formerTitle.titleEn, language).text)
  const id = `section-${section.key}`
  return (
    <section className="comparison-section" aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>
          {section.number} {pick(section.titleNl, section.titleEn, language).text}
        </h2>
        <span className="soft small">{[remark, same > 0 && text.same(same)].filter(Boolean).join(' · ')}</span>
      </div>
      <ol className="plain-list rows">
        {questions.map((question) => (
          <Difference key={question.key} difference={question} />
        ))}
      </ol>
    </section>
  )
}

function Difference({ difference }: { difference: QuestionDifference }) {
  const { key, kinds, before, after, from, fields } = difference
  const text = useText(comparisonTexts)
  const language = useLanguage()
  const values = (question: StandardQuestion | null) =>
    question && Object.fromEntries(fields.map((name) => [name, question[name]]))
  return (
    <li className="difference">
      <ul className="tags">
        {kinds.map((kind) => (
          <li className="tag" data-emphasis data-difference={kind} key={kind}>
            {text.kinds[kind]}
          </li>
        ))}
        <li className="soft small">
          <code>{key}</code>
        </li>
      </ul>
      <div>
        <Wordings before={before} after={after} />
        {kinds.includes('moved') && (
          <p className="soft small">
            {from ? text.from(`${from.number} ${pick(from.titleNl, from.titleEn, language).text}`) : text.reordered}
          </p>
        )}
        {fields.length > 0 && <ChangedValues before={values(before)} after={values(after)} />}
      </div>
    </li>
  )
}

/** The wording of the page's language; the other one too where it changed. */
function Wordings({ before, after }: { before: StandardQuestion | null; after: StandardQuestion | null }) {
  const text = useText(comparisonTexts)
  const language = useLanguage()
  const only = before === null ? after : after === null ? before : null
  if (only) {
    const wording = pick(only.wordingNl, only.wordingEn, language)
    const Element = before === null ? 'ins' : 'del'
    return (
      <p className="question-wording word-diff">
        <Element lang={wording.lang}>{wording.text}</Element>
      </p>
    )
  }
  const lang = (of: 'nl' | 'en') => (of === language ? undefined : of)
  // A translation that only came later is no other wording.
  const english = before!.wordingEn !== after!.wordingEn && before!.wordingEn !== '' && after!.wordingEn !== ''
  return (
    <>
      <p className="question-wording">
        <WordDiff before={before!.wordingNl} after={after!.wordingNl} lang={lang('nl')} />
      </p>
      {english && (
        <p className="question-wording">
          <span className="soft small">{text.english}: </span>
          <WordDiff before={before!.wordingEn} after={after!.wordingEn} lang={lang('en')} />
        </p>
      )}
    </>
  )
}
