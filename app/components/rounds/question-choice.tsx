import { Link } from '@remix-run/react'
import { pick } from '#app/i18n/pick.ts'
import { roundTexts } from '#app/i18n/rounds.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { NumberedQuestion, SubjectChapter } from '#app/services/rounds/subject-tree.ts'
import { NodeTitle } from '../chapter-tree.tsx'
import { useLanguage, useText } from '../use-text.ts'

/**
 * The questions of a round, a chapter at a time, each with what can be proposed about it.
 * @param page where a chapter is shown; gets `chapter`. @param form where the proposal's form is; gets `kind` and `question` or `section`.
 */
export function QuestionChoice({
  chapters,
  current,
  page,
  form,
}: {
  chapters: readonly SubjectChapter[]
  current: SubjectChapter
  page: string
  form: string
}) {
  const text = useText(roundTexts).questions
  return (
    <div className="columns">
      <nav className="chapter-tree" aria-label={text.tree}>
        <ol>
          {chapters.map((chapter) => (
            <li key={chapter.key}>
              <Link to={`${page}?chapter=${chapter.key}`} aria-current={chapter.key === current.key ? 'page' : undefined}>
                <NodeTitle node={chapter} />
              </Link>
              <span className="chapter-counts">
                {text.count(chapter.sections.reduce((sum, section) => sum + section.questions.length, 0))}
              </span>
            </li>
          ))}
        </ol>
      </nav>
      <div>
        <h2 className="first-heading">
          <NodeTitle node={current} />
        </h2>
        {current.sections.map((section) => (
          <section key={section.key} className="question-section" aria-labelledby={`${section.key}-title`}>
            <div className="section-head">
              <h3 id={`${section.key}-title`}>
                <NodeTitle node={section} />
              </h3>
              <Link to={`${form}?kind=new-question&section=${section.key}`}>
                {text.add} {section.number}
              </Link>
            </div>
            {section.questions.length === 0 && <p className="soft">{text.empty}</p>}
            <ol className="plain-list rows">
              {section.questions.map((question) => (
                <li key={question.key} id={question.key} className="question">
                  <Choice question={question} form={form} />
                </li>
              ))}
            </ol>
          </section>
        ))}
      </div>
    </div>
  )
}

function Choice({ question, form }: { question: NumberedQuestion; form: string }) {
  const text = useText(roundTexts).questions
  const language = useLanguage()
  const wording = pick(question.wordingNl, question.wordingEn, language)
  return (
    <>
      <p className="question-wording" lang={wording.lang}>
        <span className="question-number">
          <span className="hidden-visually">{text.question} </span>
          {question.number}{' '}
        </span>
        {question.dropped ? <del>{wording.text}</del> : wording.text}
      </p>
      <ul className="tags">
        <li className="tag" data-kind>
          {words[language].questionKind[question.kind]}
        </li>
        {question.mandatory && <li className="tag">{text.mandatory}</li>}
        {question.dropped && <li className="tag">{text.dropped}</li>}
      </ul>
      {!question.dropped && (
        <p className="question-choices">
          {(['wording', 'drop', 'remark'] as const).map((kind) => (
            <Link key={kind} to={`${form}?kind=${kind}&question=${question.key}`}>
              {text[kind]} <span className="hidden-visually">{question.number}</span>
            </Link>
          ))}
        </p>
      )}
    </>
  )
}
