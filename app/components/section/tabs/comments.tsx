import { NewThreadForm, type ThreadAnswer } from '#app/components/comments/new-thread.tsx'
import { Threads } from '#app/components/comments/threads.tsx'
import { PlaceButton } from '#app/components/section/place-button.tsx'
import { useText } from '#app/components/use-text.ts'
import { commentTexts } from '#app/i18n/comments.ts'
import type { Colleague } from '#app/services/comments/list-colleagues.server.ts'
import type { CommentThread } from '#app/services/comments/read-threads.server.ts'
import type { Language } from '#schemas/vocabulary.ts'

export type CommentsProps = {
  sectionId: string
  userId: string
  threads: readonly CommentThread[]
  colleagues: readonly Colleague[]
  questions: readonly { key: string; wordingNl: string; wordingEn: string }[]
  mayComment: boolean
  /** The blocks of the text as it stands. */
  blockIds: ReadonlySet<string>
  /** The threads whose words are in it, with the block those begin in. */
  commented: ReadonlyMap<string, string | null>
  onWords: (threadId: string, blockId: string | null) => void
  language: Language
  /** The form for another that came back. */
  answer: ThreadAnswer | undefined
  onGo: (blockId: string) => void
}

/** Threads on the section beside its text, and a form for another. */
export function Comments({
  threads,
  questions,
  mayComment,
  blockIds,
  commented,
  language,
  answer,
  onGo,
  onWords,
  ...here
}: CommentsProps) {
  const text = useText(commentTexts)
  const place = { ...here, from: 'section' as const }
  return (
    <div id="comments">
      <Threads
        {...place}
        threads={threads}
        mayComment={mayComment}
        quoteOf={({ id, place: on, blockId, quote }) => {
          const block = on === 'words' ? (commented.get(id) ?? null) : blockId
          const there = block !== null && blockIds.has(block) ? block : null
          return (
            <>
              {quote && (
                <blockquote className="thread-quote" lang={language}>
                  <PlaceButton blockId={there} onGo={on === 'words' ? () => onWords(id, there) : onGo}>
                    {quote}
                  </PlaceButton>
                </blockquote>
              )}
              {!there && <p className="soft small">{on === 'words' ? text.orphaned : text.gone}</p>}
            </>
          )
        }}
      />
      {mayComment && (
        <NewThreadForm
          {...place}
          // What is being typed stays when somebody else starts a thread, or this person does in the text.
          key={threads.filter((thread) => thread.authorId === here.userId && thread.place !== 'words').length}
          action={`/sections/${place.sectionId}#comment-body`}
          answer={answer}
          questions={questions}
          language={language}
        />
      )}
    </div>
  )
}
