import { Form, Link } from '@remix-run/react'
import { useEffect } from 'react'
import { formatMoment } from '#app/i18n/format.ts'
import { reviewTexts } from '#app/i18n/review.ts'
import type { ReviewPageData } from '#app/services/review/read-review-page.server.ts'
import type { Language } from '#schemas/vocabulary.ts'
import { Button } from '../button.tsx'
import { TextAreaField } from '../field.tsx'
import { Notice } from '../page.tsx'
import { useLanguage, useText } from '../use-text.ts'

/** A remark that came back, as it was typed, and what is wrong with it. */
export type CommentAnswer = { blockId: string | null; quote: string; body: string; error: string | null }

type Props = Pick<ReviewPageData, 'comments' | 'about'> & {
  sectionId: string
  mayComment: boolean
  answer: CommentAnswer | undefined
  done: string | null
  /** Of the text, and so of the quotations. */
  language: Language
}

/** Remarks, open ones first, each with the words it is about; and a form for another. */
export function ReviewComments({ sectionId, comments, about, mayComment, answer, done, language }: Props) {
  const text = useText(reviewTexts)
  const open = comments.filter((comment) => !comment.resolvedAt)
  const resolved = comments.filter((comment) => comment.resolvedAt)
  return (
    <section aria-labelledby="comments">
      <h2 id="comments">{text.comments}</h2>
      {done && (
        <Notice tone="ok">
          <p>{done}</p>
        </Notice>
      )}
      {comments.length === 0 && <p className="soft">{text.noComments}</p>}
      <ul className="plain-list rows">
        {open.map((comment) => (
          <Comment key={comment.id} sectionId={sectionId} comment={comment} language={language} />
        ))}
      </ul>
      {resolved.length > 0 && (
        <details className="review-resolved">
          <summary>{text.resolved(resolved.length)}</summary>
          <ul className="plain-list rows">
            {resolved.map((comment) => (
              <Comment key={comment.id} sectionId={sectionId} comment={comment} language={language} />
            ))}
          </ul>
        </details>
      )}
      {mayComment && <CommentForm sectionId={sectionId} about={about} answer={answer} language={language} />}
    </section>
  )
}

function Comment({
  sectionId,
  comment,
  language: written,
}: {
  sectionId: string
  comment: ReviewPageData['comments'][number]
  language: Language
}) {
  const text = useText(reviewTexts)
  const language = useLanguage()
  const moment = formatMoment(comment.createdAt, language)
  return (
    <li id={`comment-${comment.id}`} className="review-comment">
      <p className="small">
        <strong>{comment.author}</strong> <span className="soft">· {moment}</span>
      </p>
      {comment.quote && (
        <blockquote className="review-quote" lang={written}>
          {comment.anchor ? <a href={`#${comment.anchor}`}>{comment.quote}</a> : comment.quote}
        </blockquote>
      )}
      {comment.blockId && !comment.anchor && <p className="soft small">{text.gone}</p>}
      <p className="review-body">{comment.body}</p>
      {comment.resolvedAt && comment.resolvedBy && (
        <p className="soft small">{text.resolvedBy(comment.resolvedBy, formatMoment(comment.resolvedAt, language))}</p>
      )}
      {comment.mayResolve && (
        <Form
          method="post"
          action={`/review/${sectionId}/comments/${comment.id}/resolve`}
          preventScrollReset
          className="no-print"
        >
          <Button look="subtle">
            {text.resolve}
            <span className="hidden-visually">: {text.resolveThis(comment.author, moment)}</span>
          </Button>
        </Form>
      )}
    </li>
  )
}

function CommentForm({ sectionId, about, answer, language }: Pick<Props, 'sectionId' | 'about' | 'answer' | 'language'>) {
  const text = useText(reviewTexts)
  const sentences: Record<string, string> = text.errors
  const blockId = answer ? answer.blockId : (about?.blockId ?? null)
  const quote = answer ? answer.quote : (about?.quote ?? '')
  // Who chose a paragraph wants to write about it. Without script the address leads here by itself.
  const chosen = about?.blockId
  useEffect(() => {
    if (chosen) document.getElementById('comment-body')?.focus()
  }, [chosen])
  return (
    <Form method="post" action={`/review/${sectionId}/comments`} noValidate className="review-form no-print">
      {blockId && (
        <>
          <input type="hidden" name="blockId" value={blockId} />
          <input type="hidden" name="quote" value={quote} />
          <p className="small">
            <strong>{text.commentAbout}</strong>{' '}
            <Link to={`/review/${sectionId}#comment-body`} preventScrollReset>
              {text.wholeSection}
            </Link>
          </p>
          {quote && (
            <blockquote className="review-quote" lang={language}>
              {quote}
            </blockquote>
          )}
        </>
      )}
      <TextAreaField
        id="comment-body"
        label={text.comment}
        hint={text.commentHint}
        name="body"
        required
        rows={4}
        maxLength={4000}
        defaultValue={answer?.body}
        errors={answer?.error ? [sentences[answer.error] ?? text.errors.other] : undefined}
      />
      <Button>{text.addComment}</Button>
    </Form>
  )
}
