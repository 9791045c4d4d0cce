import type { ReactNode } from 'react'
import { pick } from '#app/i18n/pick.ts'
import { termsTexts } from '#app/i18n/terms.ts'
import { words } from '#app/i18n/vocabulary.ts'
import { inGenderBlock } from '#app/policies/policies.ts'
import type { Chapter, Question } from '#app/services/terms-of-reference/question-tree.ts'
import { NodeTitle } from './chapter-tree.tsx'
import { useLanguage, useText } from './use-text.ts'
import { WordDiff } from './word-diff.tsx'

type Props<Q extends Question> = {
  chapter: Chapter
  questions: readonly Q[]
  /** What can be done with a question; its number tells it apart for those who do not see the page. */
  actions?: (question: Q, number: string) => ReactNode
  /** What else is to be said of a question, under it. */
  notes?: (question: Q) => ReactNode
  /** What can be done in a section. */
  sectionActions?: (section: { key: string; number: string }) => ReactNode
  /** What stands in the place of a question, such as the form that changes it. */
  inPlace?: (question: Q, number: string) => ReactNode
  /** Background open beside the wording, as on the page of the standard. */
  open?: boolean
}

/** A chapter's questions under their sections. */
export function QuestionList<Q extends Question>({
  chapter,
  questions,
  actions,
  notes,
  sectionActions,
  inPlace,
  open = false,
}: Props<Q>) {
  const text = useText(termsTexts).question
  const own = questions.some((question) => question.nodeKey === chapter.key)
  return (
    <>
      {[...(own ? [chapter] : []), ...chapter.sections].map((section) => {
        const inSection = questions.filter((question) => question.nodeKey === section.key)
        return (
          <section key={section.key} id={section.key} className="question-section" aria-labelledby={`${section.key}-title`}>
            <div className="section-head">
              <h3 id={`${section.key}-title`}>
                <NodeTitle node={section} />
              </h3>
              {sectionActions?.(section)}
            </div>
            {inSection.length === 0 && <p className="soft">{text.empty}</p>}
            <ol className="plain-list rows">
              {inSection.map((question, index) => {
                const number = `${section.number}.${index + 1}`
                const instead = inPlace?.(question, number)
                return (
                  <li key={question.key} id={question.key} className="question" data-state={question.state}>
                    {instead || (
                      <>
                        <QuestionView question={question} number={number} open={open} />
                        {notes?.(question)}
                        {actions && <div className="question-actions no-print">{actions(question, number)}</div>}
                      </>
                    )}
                  </li>
                )
              })}
            </ol>
          </section>
        )
      })}
    </>
  )
}

/** A question, and how the standard words it where that is another wording. */
type Viewed = Question & { standardWordingNl?: string | null; standardWordingEn?: string | null }

/** One question: its number, wording, kind and themes, what happened to it, and its background. */
export function QuestionView({ question, number, open }: { question: Viewed; number?: string; open: boolean }) {
  const text = useText(termsTexts).question
  const language = useLanguage()
  const word = words[language]
  const wording = pick(question.wordingNl, question.wordingEn, language)
  return (
    <>
      <p className="question-wording" lang={wording.lang}>
        {number && (
          <span className="question-number">
            <span className="hidden-visually">{text.number} </span>
            {number}{' '}
          </span>
        )}
        {question.state === 'dropped' ? <del>{wording.text}</del> : wording.text}
      </p>
      <ul className="tags">
        {question.state !== 'kept' && (
          <li className="tag" data-emphasis>
            {word.questionState[question.state]}
          </li>
        )}
        <li className="tag" data-kind>
          {word.questionKind[question.kind]}
        </li>
        {question.mandatory && <li className="tag">{text.mandatory}</li>}
        {inGenderBlock(question.themes) && <li className="tag">{text.genderBlock}</li>}
        {question.themes.map((theme) => (
          <li className="tag" key={theme}>
            {word.theme[theme]}
          </li>
        ))}
      </ul>
      {question.reason && (
        <p className="question-reason">
          <strong>{text.reasons[question.state]}:</strong> {question.reason}
        </p>
      )}
      {question.state === 'reworded' && <Compared question={question} />}
      {open ? (
        <Background question={question} />
      ) : (
        <details>
          <summary>
            {text.more}
            {number && <span className="hidden-visually"> {number}</span>}
          </summary>
          <Background question={question} />
        </details>
      )}
    </>
  )
}

/** The standard's wording and this one, word for word: in the page's language where both are in it. */
function Compared({ question }: { question: Viewed }) {
  const text = useText(termsTexts).question
  const language = useLanguage()
  const { standardWordingNl, standardWordingEn, wordingNl, wordingEn } = question
  if (!standardWordingNl) return null
  const english = language === 'en' && standardWordingEn && wordingEn && standardWordingEn !== wordingEn
  return (
    <p className="question-compared">
      <span className="soft">{text.compared}:</span>{' '}
      {english ? (
        <WordDiff before={standardWordingEn} after={wordingEn} />
      ) : (
        <WordDiff before={standardWordingNl} after={wordingNl} lang={language === 'nl' ? undefined : 'nl'} />
      )}
    </p>
  )
}

function Background({ question }: { question: Question }) {
  const text = useText(termsTexts).question
  const language = useLanguage()
  const rationale = pick(question.rationaleNl, question.rationaleEn, language)
  return (
    <dl className="question-background">
      {question.state !== 'added' && (
        <div>
          <dt>{text.former}</dt>
          <dd lang={question.formerWordingNl && language !== 'nl' ? 'nl' : undefined}>
            {question.formerWordingNl ?? text.noFormer}
          </dd>
        </div>
      )}
      {rationale.text && (
        <div>
          <dt>{text.rationale}</dt>
          <dd lang={rationale.lang}>{rationale.text}</dd>
        </div>
      )}
      <div>
        <dt>{question.state === 'added' ? text.addedBy : text.askedBy}</dt>
        <dd>{question.askedBy.join(', ')}</dd>
      </div>
    </dl>
  )
}
