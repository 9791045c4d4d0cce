import type { Editor } from '@tiptap/core'
import { getVersion } from 'prosemirror-collab'
import { useEffect, useRef, useState } from 'react'
import { getJson } from '#app/components/section/requests.ts'
import type { Origin, Run } from '#editor/history/ledger.ts'
import { writerAt, writersNow, writersOfParagraph, type WrittenWords } from '#editor/history/who-wrote.ts'
import type { Writers } from '#app/services/history/read-writers.server.ts'

/** Between two changes of the text or the place before it is asked anew. Milliseconds. */
const calm = 250

type Seen = {
  paragraph: WrittenWords[]
  /** Who wrote what the pointer is on; undefined when it is on no words. */
  pointed: Origin | null | undefined
  names: Readonly<Record<string, string>>
}

/**
 * Who wrote the paragraph the caret is in, and the words under the pointer, for as long as it is asked. @returns null until the server has
 * answered; `failed` when it cannot be reached.
 */
export function useWriters(editor: Editor, sectionId: string, userId: string): Seen | 'failed' | null {
  const [seen, setSeen] = useState<Seen | 'failed' | null>(null)
  const writers = useRef<Writers | null>(null)
  useEffect(() => {
    let here = true
    let place: number | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    const runsNow = async (): Promise<readonly Run[] | null> => {
      const own = { authorId: userId, from: Date.now(), to: Date.now() }
      const known = writers.current && writersNow(editor.state, writers.current, own)
      if (known) return known
      const version = getVersion(editor.state)
      writers.current = await getJson<Writers>(`/sections/${sectionId}/writers?version=${version}`)
      return writersNow(editor.state, writers.current, own)
    }
    const look = async () => {
      try {
        const runs = await runsNow()
        if (!here) return
        // Somebody wrote while the server was answering: asked anew.
        if (!runs) return later()
        const names = { ...writers.current?.names }
        const pointed = place === null ? undefined : writerAt(editor.state, runs, place)
        setSeen({ paragraph: writersOfParagraph(editor.state, runs), pointed, names })
      } catch {
        if (here) setSeen('failed')
      }
    }
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(() => void look(), calm)
    }
    const moved = (event: MouseEvent) => {
      place = editor.view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos ?? null
      later()
    }
    const { dom } = editor.view
    editor.on('transaction', later)
    dom.addEventListener('mousemove', moved)
    void look()
    return () => {
      here = false
      clearTimeout(timer)
      editor.off('transaction', later)
      dom.removeEventListener('mousemove', moved)
    }
  }, [editor, sectionId, userId])
  return seen
}
