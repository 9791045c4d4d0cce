import { Link } from '@remix-run/react'
import { useRef } from 'react'
import { reviewTexts } from '#app/i18n/review.ts'
import type { ReviewPageData } from '#app/services/review/read-review-page.server.ts'
import type { Language } from '#schemas/vocabulary.ts'
import { Empty, Status } from '../page.tsx'
import { TermInPlace } from '../glossary/term-in-place.tsx'
import { useText } from '../use-text.ts'

type Props = Pick<ReviewPageData, 'blocks' | 'notes'> & { sectionId: string; language: Language; mayComment: boolean }

/** The text as it will be read, with beside every block how many remarks stand open and a way to make one. */
export function ReviewText({ sectionId, language, blocks, notes, mayComment }: Props) {
  const text = useText(reviewTexts)
  const reading = useRef<HTMLDivElement>(null)
  const written = blocks.filter((block) => block.kind === 'incident' || block.quote !== '' || block.comments > 0)
  return (
    // No region of its own: the incidents in the text are asides, which may stand in the main landmark only.
    <div className="review-text" ref={reading}>
      <h2 id="text">{text.text}</h2>
      {written.length === 0 && (
        <Empty>
          <p>{text.noText}</p>
        </Empty>
      )}
      {written.map((block, index) => (
        <div className="review-block" key={block.id ?? index}>
          {/* Made by editor/render, which escapes every word of it. */}
          <div className="text" lang={language} dangerouslySetInnerHTML={{ __html: block.html }} />
          {block.onlyConfidential && (
            <p className="review-only-confidential">
              <Status tone="bad">{text.onlyConfidential}</Status>
            </p>
          )}
          {block.id && (
            <p className="review-block-links no-print">
              {block.comments > 0 && <a href="#comments">{text.commentsHere(block.comments)}</a>}
              {mayComment && (
                <Link to={`/review/${sectionId}?block=${block.id}#comment-body`} preventScrollReset>
                  {text.commentOn}
                  <span className="hidden-visually">
                    {' '}
                    {block.kind === 'incident' ? text.commentOnIncident : text.commentOnBlock}: {block.quote.slice(0, 60)}
                  </span>
                </Link>
              )}
            </p>
          )}
        </div>
      ))}
      {notes && (
        <div className="footnotes review-notes">
          <h3>{text.footnotes}</h3>
          <div lang={language} dangerouslySetInnerHTML={{ __html: notes }} />
        </div>
      )}
      <TermInPlace within={reading} />
    </div>
  )
}
