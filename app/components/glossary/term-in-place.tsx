import '#app/styles/glossary.css'
import { useEffect, useId, useRef, type RefObject } from 'react'
import { useLanguage } from '#app/components/use-text.ts'
import { termOf } from '#editor/glossary/glossary.ts'

/** How long the pointer may be on its way from the words to their definition. Milliseconds. */
const grace = 300

/**
 * Shows what a term means beside it, when the pointer or the focus comes to it. It stays while either is there, also on the definition itself, and goes with
 * Escape (WCAG 1.4.13). Without script the term is a link to its definition.
 */
export function TermInPlace({ within }: { within: RefObject<HTMLElement> }) {
  const language = useLanguage()
  const tip = useRef<HTMLDivElement>(null)
  const id = useId()
  useEffect(() => {
    const text = within.current
    const shown = tip.current
    if (!text || !shown) return
    let term: HTMLElement | null = null
    let leaving: ReturnType<typeof setTimeout> | undefined

    const place = () => {
      if (!term) return
      const words = term.getBoundingClientRect()
      const below = words.bottom + 6
      const top = below + shown.offsetHeight > window.innerHeight ? words.top - shown.offsetHeight - 6 : below
      shown.style.top = `${Math.max(8, top)}px`
      shown.style.left = `${Math.max(8, Math.min(words.left, window.innerWidth - shown.offsetWidth - 8))}px`
    }
    const hide = () => {
      clearTimeout(leaving)
      term?.removeAttribute('aria-describedby')
      term = null
      if (shown.matches(':popover-open')) shown.hidePopover()
    }
    const show = (target: EventTarget | null) => {
      const words = target instanceof Element ? target.closest<HTMLElement>('[data-term]') : null
      const entry = termOf(words?.dataset.term)?.[language]
      if (!words || !entry) return
      clearTimeout(leaving)
      if (words === term) return
      hide()
      term = words
      const name = document.createElement('strong')
      name.textContent = entry.term
      shown.replaceChildren(name, ` – ${entry.definition}`)
      shown.showPopover()
      // The editor looks after its own elements, and says below the text what the term at the caret means.
      if (words instanceof HTMLAnchorElement) words.setAttribute('aria-describedby', shown.id)
      place()
    }
    const leave = () => {
      clearTimeout(leaving)
      // Who has the focus on it still reads it.
      leaving = setTimeout(() => document.activeElement !== term && hide(), grace)
    }
    const stop = new AbortController()
    const { signal } = stop
    text.addEventListener('pointerover', ({ target }) => show(target), { signal })
    text.addEventListener('pointerout', ({ target }) => term?.contains(target as Node) && leave(), { signal })
    text.addEventListener('focusin', ({ target }) => show(target), { signal })
    text.addEventListener('focusout', ({ target }) => target === term && hide(), { signal })
    shown.addEventListener('pointerenter', () => clearTimeout(leaving), { signal })
    shown.addEventListener('pointerleave', leave, { signal })
    window.addEventListener('scroll', place, { signal, capture: true, passive: true })
    window.addEventListener('keydown', ({ key }) => key === 'Escape' && hide(), { signal, capture: true })
    return () => {
      stop.abort()
      hide()
    }
  }, [within, language])
  return <div ref={tip} id={id} popover="manual" role="tooltip" className="term-in-place" />
}
