import '#app/styles/report-text.css'
import '#app/styles/review.css'
import type { ReactNode } from 'react'
import { commentTexts } from '#app/i18n/comments.ts'
import { formatDay, formatMoment } from '#app/i18n/format.ts'
import { historyTexts } from '#app/i18n/history.ts'
import { pick, sentenceFor } from '#app/i18n/pick.ts'
import { reviewTexts } from '#app/i18n/review.ts'
import { words } from '#app/i18n/vocabulary.ts'
import type { ReviewPageData } from '#app/services/review/read-review-page.server.ts'
import type { Language } from '#schemas/vocabulary.ts'
import { ButtonLink } from '../button.tsx'
import { Facts, Notice, PageHead, Status } from '../page.tsx'
import { sectionTone } from '../tones.ts'
import { useLanguage, useText } from '../use-text.ts'
import type { ThreadAnswer } from '../comments/new-thread.tsx'
import { ReviewComments } from './review-comments.tsx'
import { ReviewDecision, type ReturnAnswer } from './review-decision.tsx'
import { ReviewQuestions } from './review-questions.tsx'
import { ReviewSources } from './review-sources.tsx'
import { ReviewText } from './review-text.tsx'

/** The window's title. */
export const reviewTitle = (language: Language, data: unknown): string | undefined => {
  const section = (data as Pick<ReviewPageData, 'section'> | undefined)?.section
  return section && reviewTexts[language].pageTitle(section.number, section.title)
}

type Props = ReviewPageData & {
  /** What was just done, as the address says. */
  done?: string | null
  problem?: string | null
  /** Someone else was first. */
  moved?: boolean
  /** Forms that came back. */
  returning?: ReturnAnswer | undefined
  commenting?: ThreadAnswer | undefined
}

/** A section beside what was asked, what it rests on, and what was remarked; and the decision about it. */
export function ReviewPage({ done = null, problem = null, moved = false, returning, commenting, ...page }: Props) {
  const { section, blocks, notes, questions, items, threads, decisions, may, why, unsettled } = page
  const text = useText(reviewTexts)
  const commentText = useText(commentTexts)
  const historyText = useText(historyTexts)
  const language = useLanguage()
  const foreign = language === section.language ? undefined : section.language
  const open = threads.filter((thread) => !thread.resolvedAt).length
  const others = section.contributors.filter((it) => it.id !== section.authorId)
  // A reason that came too late, where no form for it is left, can still be given as a comment.
  const lateReason = moved && returning && !may.return ? returning.reason : ''
  return (
    <>
      <PageHead
        crumbs={[
          may.list ? { to: '/review', text: text.title } : { to: '/reports', text: text.report },
          { to: `/reports/${section.reportId}`, text: <span lang={foreign}>{section.reportTitle}</span> },
        ]}
        title={
          <>
            {section.number} <span lang={foreign}>{section.title}</span>
          </>
        }
        lead={section.notice && <span lang={foreign}>{section.notice}</span>}
        actions={
          <>
            <ButtonLink look="subtle" to={`/sections/${section.id}/history`}>
              {historyText.title}
            </ButtonLink>
            <ButtonLink to={`/sections/${section.id}`}>{text.toEditor}</ButtonLink>
          </>
        }
      />
      {moved ? (
        <Moved decision={decisions[0]} own={why?.startsWith('own') ? text.why[why] : null}>
          {returning?.reason.trim() && (may.return ? text.movedReasonForm : text.movedReason)}
        </Moved>
      ) : (
        (done === 'approved' || done === 'returned') && (
          <Notice tone="ok">
            <p>{text.done[done]}</p>
          </Notice>
        )
      )}
      <Facts
        facts={[
          [text.country, pick(section.countryNl, section.countryEn, language).text],
          [
            text.status,
            <Status key="status" tone={sectionTone[section.status]}>
              {words[language].sectionStatus[section.status]}
            </Status>,
          ],
          [text.asOf, section.asOfDate ? formatDay(section.asOfDate, language) : text.noAsOf],
          [text.author, section.author ?? text.nobody],
          others.length > 0 && [text.writers, others.map((it) => it.name).join(', ')],
          [text.submitted, section.submittedAt ? formatMoment(section.submittedAt, language) : text.notSubmitted],
        ]}
      />
      <nav aria-label={text.contents} className="review-contents no-print">
        <ul>
          <li>
            <a href="#questions">
              {text.questions} ({questions.length})
            </a>
          </li>
          <li>
            <a href="#comments">
              {text.openComments} ({open})
            </a>
          </li>
          <li>
            <a href="#sources">
              {text.sources} ({items.length})
            </a>
          </li>
          <li>
            <a href="#decision">{text.decision}</a>
          </li>
        </ul>
      </nav>
      <div className="review">
        <ReviewText sectionId={section.id} language={section.language} blocks={blocks} notes={notes} mayComment={may.comment} />
        <div className="review-side">
          <ReviewQuestions questions={questions} />
          <ReviewComments
            sectionId={section.id}
            threads={threads}
            colleagues={page.colleagues}
            questions={questions}
            userId={page.userId}
            about={page.about}
            mayComment={may.comment}
            answer={commenting ?? (lateReason ? { body: lateReason, error: null } : undefined)}
            done={sentenceFor(commentText.done, done)}
            problem={sentenceFor(commentText.problem, problem)}
            language={section.language}
          />
          <ReviewSources items={items} language={section.language} />
        </div>
        <ReviewDecision {...{ section, decisions, may, why, unsettled, open }} answer={returning} />
      </div>
    </>
  )
}

/** Why nothing came of a decision, and who was first. */
function Moved({
  decision,
  own,
  children,
}: {
  decision: ReviewPageData['decisions'][number] | undefined
  own: string | null
  children: ReactNode
}) {
  const text = useText(reviewTexts)
  const language = useLanguage()
  if (own) {
    return (
      <Notice tone="error">
        <p>{own}</p>
      </Notice>
    )
  }
  return (
    <Notice tone="error" title={text.movedTitle}>
      <p>
        {text.moved} {decision && text.movedBy(decision.reviewer, formatMoment(decision.decidedAt, language))}
      </p>
      {children && <p>{children}</p>}
    </Notice>
  )
}
