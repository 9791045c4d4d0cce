import { commentedBlocks } from '#editor/comments/commented.ts'
import { unsettled } from '#editor/document/settled.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import { allows } from '#app/policies/policies.ts'
import { listColleagues } from '../comments/list-colleagues.server.ts'
import { readThreads, type CommentThread } from '../comments/read-threads.server.ts'
import { readSectionForReview } from './read-section-for-review.server.ts'
import { reviewBlocks } from './review-blocks.server.ts'
import { whyNoDecision } from './why-no-decision.ts'

/**
 * A section as the page of its review shows it: the text as HTML, and what the one who asks may do about it.
 * @param about the block a remark is going to be about, if it is there.
 * @throws {DomainError} `not-found` for an unknown or malformed id, and for a chapter.
 */
export async function readReviewPage(
  useCase: Pick<UseCase, 'sql' | 'actor'>,
  { sectionId, about }: { sectionId: string | undefined; about?: string | null },
) {
  const { actor } = useCase
  const { section, state, questions, decisions, sources } = await readSectionForReview(useCase, sectionId)
  const threads = await readThreads(useCase, section.id)
  const { document, ...head } = section
  const { blocks, notes } = reviewBlocks({ document, sources, language: head.language, threads })
  // Words move; where a thread was started is where a paragraph's stay.
  const commented = commentedBlocks(document)
  const placeOf = ({ id, place, blockId }: CommentThread) => (place === 'words' ? (commented.get(id) ?? null) : blockId)
  const block = blocks.find(({ id }) => id !== null && id === about)
  const blockOf = (id: string | null) => blocks.find(({ ids }) => id !== null && ids.includes(id))
  return {
    section: head,
    blocks: blocks.map(({ ids, ...shown }) => ({
      ...shown,
      comments: threads.filter((thread) => !thread.resolvedAt && ids.includes(placeOf(thread) ?? '')).length,
    })),
    notes,
    /** What must be dealt with before it can be approved. */
    unsettled: unsettled(document),
    questions,
    /** In the order the text first cites them. */
    items: Object.values(sources.items),
    threads: threads.map((thread) => ({
      ...thread,
      /** The block it is about as the page shows it; null when it is no longer there. */
      anchor: blockOf(placeOf(thread))?.id ?? null,
    })),
    colleagues: await listColleagues(useCase, section.id),
    decisions,
    userId: actor.id,
    about: block ? { blockId: block.id, quote: block.quote } : null,
    may: {
      comment: allows(actor, 'section.comment'),
      approve: allows(actor, 'section.approve', state),
      return: allows(actor, 'section.return', state),
      list: allows(actor, 'review.list'),
    },
    why: whyNoDecision(actor, state),
  }
}
export type ReviewPageData = Awaited<ReturnType<typeof readReviewPage>>
