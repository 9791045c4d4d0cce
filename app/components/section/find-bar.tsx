import { Link } from '@remix-run/react'
import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { Button } from '#app/components/button.tsx'
import { TextField } from '#app/components/field.tsx'
import { useText } from '#app/components/use-text.ts'
import { helpTexts } from '#app/i18n/help.ts'
import { foundIn, goToFound, lookFor, replaceFound } from '#editor/find/finder.ts'
import type { FindQuery } from '#editor/find/find.ts'

/** Finds and replaces in the text that is written in: Enter goes on, Shift-Enter back, Escape closes. */
export function FindBar({ editor, reportId, onClose }: { editor: Editor; reportId: string; onClose: () => void }) {
  const text = useText(helpTexts).find
  const form = useRef<HTMLFormElement>(null)
  const [query, setQuery] = useState<FindQuery>(() => ({ text: selectedWords(editor), matchCase: false, wholeWord: false }))
  const [words, setWords] = useState('')
  const found = useEditorState({
    editor,
    selector: ({ editor: now }) => {
      const { hits, current } = foundIn(now.state)
      return { count: hits.length, current, writable: now.isEditable }
    },
  })
  useEffect(() => {
    editor.view.dispatch(lookFor(editor.state, query.text === '' ? null : query))
  }, [editor, query])
  useEffect(() => {
    form.current?.querySelector('input')?.select()
    return () => {
      if (!editor.isDestroyed) editor.view.dispatch(lookFor(editor.state, null))
    }
  }, [editor])

  const go = (by: -1 | 0 | 1) => editor.view.dispatch(goToFound(editor.state, by))
  const replace = (which: 'current' | 'all') => {
    if (!found.writable) return
    editor.view.dispatch(replaceFound(editor.state, words, which))
    go(0)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault()
      onClose()
    } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement && event.target.type === 'text') {
      event.preventDefault()
      if (event.target.name === 'words') replace('current')
      else go(event.shiftKey ? -1 : isShown(editor) ? 1 : 0)
    }
  }
  // Not disabled: who has just replaced the last one keeps the focus.
  const idle = found.count === 0
  return (
    // Keys for the whole bar; what can be pressed in it are its buttons.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      ref={form}
      className="find-bar"
      role="search"
      aria-label={text.label}
      onKeyDown={onKeyDown}
      onSubmit={(event) => event.preventDefault()}
    >
      <TextField
        type="text"
        label={text.text}
        name="text"
        maxLength={200}
        autoComplete="off"
        value={query.text}
        onChange={(event) => setQuery({ ...query, text: event.target.value })}
      />
      <div className="find-bar-keys">
        <Button type="button" aria-disabled={idle} onClick={() => go(-1)}>
          {text.previous}
        </Button>
        <Button type="button" aria-disabled={idle} onClick={() => go(isShown(editor) ? 1 : 0)}>
          {text.next}
        </Button>
        <span role="status" className="small">
          {query.text !== '' && (idle ? text.none : text.at(found.current + 1, found.count))}
        </span>
      </div>
      <TextField
        type="text"
        label={text.words}
        name="words"
        maxLength={2000}
        autoComplete="off"
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <div className="find-bar-keys">
        <Button type="button" aria-disabled={idle || !found.writable} onClick={() => replace('current')}>
          {text.replace}
        </Button>
        <Button type="button" aria-disabled={idle || !found.writable} onClick={() => replace('all')}>
          {text.all}
        </Button>
      </div>
      <div className="find-bar-choices">
        <label>
          <input
            type="checkbox"
            checked={query.matchCase}
            onChange={(event) => setQuery({ ...query, matchCase: event.target.checked })}
          />{' '}
          {text.matchCase}
        </label>
        <label>
          <input
            type="checkbox"
            checked={query.wholeWord}
            onChange={(event) => setQuery({ ...query, wholeWord: event.target.checked })}
          />{' '}
          {text.wholeWord}
        </label>
        <Link to={`/reports/${reportId}/find?${addressOf(query)}`}>{text.inReport}</Link>
        <Button type="button" look="subtle" onClick={onClose}>
          {text.close}
        </Button>
      </div>
    </form>
  )
}

const addressOf = ({ text, matchCase, wholeWord }: FindQuery) =>
  new URLSearchParams({ ...(text && { text }), ...(matchCase && { case: 'yes' }), ...(wholeWord && { word: 'yes' }) })

/** Some words that are selected in one block are what somebody wants to look for. */
function selectedWords({ state }: Editor): string {
  const { $from, $to } = state.selection
  const words = $from.sameParent($to) ? state.doc.textBetween($from.pos, $to.pos) : ''
  return words.length <= 200 ? words : ''
}

/** Whether the current hit is selected already: then the next is meant. */
function isShown({ state }: Editor): boolean {
  const { hits, current } = foundIn(state)
  const hit = hits[current]
  return hit !== undefined && state.selection.from === hit.from && state.selection.to === hit.to
}
