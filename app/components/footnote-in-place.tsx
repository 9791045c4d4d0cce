import { useEffect, useRef, type RefObject } from 'react'

/**
 * Opens a footnote beside its number. The number is a link to the list below, which is what readers without script follow; a reader who asks
 * for another tab or window gets that too.
 */
export function FootnoteInPlace({ within, closeText }: { within: RefObject<HTMLElement>; closeText: string }) {
  const note = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLAnchorElement | null>(null)
  useEffect(() => {
    const element = within.current
    const onClick = (event: MouseEvent) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>('.fn a[href^="#fn-"]')
      const text = link && document.getElementById(link.hash.slice(1))
      if (!text || !note.current || !body.current || event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      const copy = text.cloneNode(true) as HTMLElement
      for (const back of copy.querySelectorAll('a[href^="#fnref-"]')) back.remove()
      body.current.replaceChildren(link.textContent ?? '', '. ', ...copy.childNodes)
      note.current.showPopover()
      const place = link.getBoundingClientRect()
      const width = note.current.offsetWidth
      note.current.style.top = `${Math.min(place.bottom + 6, window.innerHeight - note.current.offsetHeight - 8)}px`
      note.current.style.left = `${Math.max(8, Math.min(place.left - 16, window.innerWidth - width - 8))}px`
      note.current.querySelector('button')?.focus()
      opener.current = link
    }
    const onToggle = (event: Event) => {
      if ((event as ToggleEvent).newState === 'closed') opener.current?.focus({ preventScroll: true })
    }
    const popover = note.current
    element?.addEventListener('click', onClick)
    popover?.addEventListener('toggle', onToggle)
    return () => {
      element?.removeEventListener('click', onClick)
      popover?.removeEventListener('toggle', onToggle)
    }
  }, [within])
  return (
    <div ref={note} popover="auto" role="note" className="footnote-in-place">
      <div ref={body} className="text" />
      <button type="button" className="link-button" onClick={() => note.current?.hidePopover()}>
        {closeText}
      </button>
    </div>
  )
}
