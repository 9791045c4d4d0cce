import type { Editor } from '@tiptap/core'
import { useEffect, useImperativeHandle, useRef, useState, type Ref } from 'react'
import { flushSync } from 'react-dom'
import type { WordsComment } from '#app/components/comments/comment-words-dialog.tsx'
import { useText } from '#app/components/use-text.ts'
import { commentTexts } from '#app/i18n/comments.ts'
import type { Colleague } from '#app/services/comments/list-colleagues.server.ts'
import type { CommentThread } from '#app/services/comments/read-threads.server.ts'
import {
  Commenting,
  goToWords,
  holdWords,
  letWordsGo,
  lookAgain,
  markHeldWords,
  threadsHere,
} from '#editor/comments/commenting.ts'
import type { EditorTool } from '#editor/ui/editor-tool.ts'
import type { Language } from '#schemas/vocabulary.ts'
import { CommentWordsDialog } from './pickers.ts'
import { postJson } from './requests.ts'

/** What the page around the text knows of its comments, and hears of them. */
export type WordComments = {
  threads: readonly CommentThread[]
  colleagues: readonly Colleague[]
  mayComment: boolean
  /** To the words of a thread; false where they are not in the text. */
  goTo: Ref<(threadId: string) => boolean>
  /** A thread is shown beside the text; with the focus where somebody wants to read it rather than go on writing. */
  onOpen: (threadId: string, how: { focus: boolean }) => void
  /** There is a thread that the page does not know yet. */
  onStarted: (threadId: string) => void
}
type Given = { editor: () => Editor | null; section: { id: string; language: Language }; userId: string; comments: WordComments }

/** Comments on words of the text: started on what is selected, shown where they are, and read beside the text. */
export function useCommenting({ editor, section, userId, comments }: Given) {
  const text = useText(commentTexts)
  const [held, setHeld] = useState<{ quote: string; blockId: string | null } | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const saidAt = useRef<string>()
  /** Stays until one goes elsewhere; what others do meanwhile takes it away from nobody. */
  const say = (sentence: string) => {
    saidAt.current = placeIn(editor())
    setSaid(sentence)
  }
  const [here, setHere] = useState<CommentThread | null>(null)
  const now = useRef(comments)
  useEffect(() => {
    now.current = comments
  })
  const { threads } = comments
  const shown = useRef(threads)
  useEffect(() => {
    if (shown.current === threads) return
    shown.current = threads
    const there = editor()
    if (there) lookAgain(there)
  })
  const threadOf = (id: string) => now.current.threads.find((thread) => thread.id === id)
  // Read when something is drawn, pasted or clicked, never while rendering.
  /* eslint-disable react-hooks/refs */
  const [extension] = useState(() =>
    Commenting.configure({
      isKnown: (id) => threadOf(id)?.place === 'words',
      isResolved: (id) => !!threadOf(id)?.resolvedAt,
      onOpen: (id) => now.current.onOpen(id, { focus: false }),
    }),
  )
  /* eslint-enable react-hooks/refs */
  useImperativeHandle(comments.goTo, () => (threadId: string) => {
    const there = editor()
    return there !== null && goToWords(there, threadId)
  })
  /** What is selected is commented on; where a comment is, that one is read. */
  const run = () => {
    const there = editor()
    if (!there) return
    const selected = holdWords(there)
    const [thread] = threadsHere(there.state)
    setSaid(null)
    if (selected) setHeld(selected)
    else if (thread) comments.onOpen(thread, { focus: true })
    else say(text.selectFirst)
  }
  const close = () => {
    // At once: what is behind an open dialog cannot have the focus.
    flushSync(() => setHeld(null))
    const there = editor()
    if (!there) return
    letWordsGo(there)
    there.commands.focus()
  }
  const place = async (comment: WordsComment): Promise<string | null> => {
    const there = editor()
    if (!there || !held) return 'other'
    try {
      const answer = await postJson<{ threadId?: string; detail?: string }>(`/sections/${section.id}/threads`, {
        ...comment,
        ...held,
        quote: held.quote.slice(0, 2000),
      })
      if (!answer.threadId) return answer.detail ?? 'other'
      const marked = markHeldWords(there, answer.threadId)
      close()
      say(marked ? text.done.commented : text.wordsGone)
      comments.onStarted(answer.threadId)
      return null
    } catch {
      return 'unreachable'
    }
  }
  const keys: EditorTool[] = comments.mayComment ? [{ code: 'KeyM', label: text.key, run }] : []
  return {
    extension,
    keys,
    /** To be called when the caret may have moved. */
    moved: () => {
      const there = editor()
      const thread = there && threadsHere(there.state).map(threadOf).find(Boolean)
      if (placeIn(there) !== saidAt.current) setSaid(null)
      setHere(thread ?? null)
    },
    view: (
      <>
        <p className="suggestion-here">
          <span role="status">{said ?? (here && text.here(here.messages[0]!.author))}</span>{' '}
          {here && !said && (
            <button type="button" className="link-button" onClick={() => comments.onOpen(here.id, { focus: true })}>
              {text.readHere}
            </button>
          )}
        </p>
        {held && (
          <CommentWordsDialog
            quote={held.quote}
            lang={section.language}
            colleagues={comments.colleagues}
            userId={userId}
            onPlace={place}
            onClose={close}
          />
        )}
      </>
    ),
  }
}

/** Where the caret is, or what is selected. */
const placeIn = (editor: Editor | null): string =>
  editor ? `${editor.state.selection.anchor} ${editor.state.selection.head}` : ''
