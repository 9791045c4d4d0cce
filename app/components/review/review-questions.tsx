import { pick } from '#app/i18n/pick.ts'
import { reviewTexts } from '#app/i18n/review.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { ReviewPageData } from '#app/services/review/read-review-page.server.ts'
import { useLanguage, useText } from '../use-text.ts'

/** What the text has to answer: the wording, who asked it, and why. */
export function ReviewQuestions({ questions }: Pick<ReviewPageData, 'questions'>) {
  const text = useText(reviewTexts)
  const language = useLanguage()
  return (
    <section aria-labelledby="questions">
      <h2 id="questions">{text.questions}</h2>
      {questions.length === 0 && <p className="soft">{text.noQuestions}</p>}
      <ol className="plain-list rows">
        {questions.map((question) => {
          const wording = pick(question.wordingNl, question.wordingEn, language)
          const rationale = pick(question.rationaleNl, question.rationaleEn, language)
          return (
            <li key={question.key}>
              <p className="review-wording" lang={wording.lang}>
                {wording.text}
              </p>
              <ul className="tags">
                <li className="tag">{words[language].questionKind[question.kind]}</li>
              </ul>
              <dl className="review-background">
                {rationale.text && (
                  <div>
                    <dt>{text.rationale}</dt>
                    <dd lang={rationale.lang}>{rationale.text}</dd>
                  </div>
                )}
                {question.askedBy.length > 0 && (
                  <div>
                    <dt>{text.askedBy}</dt>
                    <dd>{question.askedBy.map((it) => it[language]).join(', ')}</dd>
                  </div>
                )}
              </dl>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
