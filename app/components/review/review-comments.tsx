import { commentTexts } from '#app/i18n/comments.ts'
import { reviewTexts } from '#app/i18n/review.ts'
import type { ReviewPageData } from '#app/services/review/read-review-page.server.ts'
import type { Language } from '#schemas/vocabulary.ts'
import { NewThreadForm, type ThreadAnswer } from '../comments/new-thread.tsx'
import { Threads } from '../comments/threads.tsx'
import { Notice } from '../page.tsx'
import { useText } from '../use-text.ts'

type Props = Pick<ReviewPageData, 'threads' | 'colleagues' | 'about' | 'questions' | 'userId'> & {
  sectionId: string
  mayComment: boolean
  answer: ThreadAnswer | undefined
  done: string | undefined
  problem: string | undefined
  /** Of the text, and so of the quotations. */
  language: Language
}

/** The threads on a section, each with the words it is about; and a form for another. */
export function ReviewComments({ threads, about, questions, mayComment, answer, done, problem, language, ...here }: Props) {
  const text = useText(reviewTexts)
  const comments = useText(commentTexts)
  const place = { ...here, from: 'review' as const }
  return (
    <section aria-labelledby="comments">
      <h2 id="comments">{text.comments}</h2>
      {(problem ?? done) && (
        <Notice tone={problem ? 'error' : 'ok'}>
          <p>{problem ?? done}</p>
        </Notice>
      )}
      <Threads
        {...place}
        threads={threads}
        mayComment={mayComment}
        quoteOf={(thread) => (
          <>
            {thread.quote && (
              <blockquote className="thread-quote" lang={language}>
                {thread.anchor ? <a href={`#${thread.anchor}`}>{thread.quote}</a> : thread.quote}
              </blockquote>
            )}
            {!thread.anchor && <p className="soft small">{thread.place === 'words' ? comments.orphaned : comments.gone}</p>}
          </>
        )}
      />
      {mayComment && (
        <NewThreadForm
          {...place}
          // What was placed is no longer in the form.
          key={`${threads.length} ${about?.blockId ?? ''}`}
          action={`/review/${place.sectionId}/comments`}
          questions={questions}
          about={about}
          answer={answer}
          language={language}
        />
      )}
    </section>
  )
}
