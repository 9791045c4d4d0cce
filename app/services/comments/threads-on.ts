import { commentTexts } from '#app/i18n/comments.ts'
import type { ThreadOn } from '#editor/render/html.ts'
import type { Language } from '#schemas/vocabulary.ts'
import type { CommentThread } from './read-threads.server.ts'

/** The threads that words of a text lead to where it is only read, called by the words themselves and who started them, in the language of the text. */
export function threadsOn(threads: readonly CommentThread[], language: Language): ThreadOn {
  const byId = new Map(threads.flatMap((thread) => (thread.place === 'words' ? [[thread.id, thread]] : [])))
  return (threadId, words) => {
    const thread = byId.get(threadId)
    return (
      thread && {
        href: `#comment-${threadId}`,
        label: commentTexts[language].onTheseWords(words, thread.messages[0]!.author),
        resolved: thread.resolvedAt !== null,
      }
    )
  }
}
