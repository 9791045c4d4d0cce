import { pick } from '#app/i18n/pick.ts'
import { releaseTexts } from '#app/i18n/releases.ts'
import { termsTexts } from '#app/i18n/terms.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { ReleasedQuestion } from '#schemas/release.ts'
import { useLanguage, useText } from './use-text.ts'
import { WordDiff } from './word-diff.tsx'

type Shown = Omit<ReleasedQuestion, 'answeredIn'> & { answeredIn: { number: string; anchor: string }[] }

/** A released question: as it was asked, how it differs from the standard and why, who asked, and where it is answered. */
export function ReleasedQuestionView({ question, release }: { question: Shown; release: string }) {
  const text = useText(releaseTexts).terms
  const terms = useText(termsTexts).question
  const language = useLanguage()
  const word = words[language]
  const wording = pick(question.wording.nl, question.wording.en, language)
  const { standardWording } = question
  return (
    <>
      <p className="question-wording" lang={wording.lang}>
        <span className="question-number">
          <span className="hidden-visually">{terms.number} </span>
          {question.number}{' '}
        </span>
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
        {question.mandatory && <li className="tag">{terms.mandatory}</li>}
        {question.themes.map((theme) => (
          <li className="tag" key={theme}>
            {word.theme[theme]}
          </li>
        ))}
      </ul>
      {standardWording && (
        <p className="question-reason">
          <strong>{text.againstStandard}:</strong>{' '}
          <WordDiff
            before={pick(standardWording.nl, standardWording.en, language).text}
            after={wording.text}
            lang={wording.lang}
          />
        </p>
      )}
      {question.reason && (
        <p className="question-reason">
          <strong>{text.reason}:</strong> <span lang="nl">{question.reason}</span>
        </p>
      )}
      <p className="small soft">
        {question.askedBy.length > 0 && <>{text.askedBy(question.askedBy.map((asker) => asker[language]).join(', '))}. </>}
        {question.answeredIn.length > 0 ? (
          <>
            {text.answeredIn}{' '}
            {question.answeredIn.map(({ number, anchor }, index) => (
              <span key={anchor}>
                {index > 0 && ', '}
                <a href={`${release}#${anchor}`}>{number}</a>
              </span>
            ))}
            .
          </>
        ) : (
          question.state !== 'dropped' && text.notAnswered
        )}
      </p>
    </>
  )
}
