import { useNavigate } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { shell } from '#app/i18n/shell.ts'
import type { NavigationItem } from './shell.tsx'
import { useText } from './use-text.ts'

/** Also in a text that was closed to changes a moment ago: who types fast has not seen it yet. */
const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input, textarea, select, [role=textbox]') !== null)

/** `/` to search, `g` and a letter to go to a page, `?` for the list of keys; silent while someone is typing. */
export function Keys({ navigation }: { navigation: readonly NavigationItem[] }) {
  const text = useText(shell)
  const dialog = useRef<HTMLDialogElement>(null)
  const navigate = useNavigate()
  const letters = lettersFor(navigation.map((item) => text.nav[item.text]))

  useEffect(() => {
    let waiting = 0
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
      if (waiting && Date.now() - waiting < 1500) {
        const chosen = navigation[letters.indexOf(event.key.toLowerCase())]
        waiting = 0
        if (chosen) {
          event.preventDefault()
          navigate(chosen.to)
        }
      } else if (event.key === 'g') waiting = Date.now()
      else if (event.key === '?') dialog.current?.showModal()
      else if (event.key === '/') {
        const field = document.querySelector<HTMLInputElement>('input[type=search]')
        event.preventDefault()
        if (field) field.focus()
        else navigate('/search')
      }
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })

  return (
    <dialog ref={dialog} aria-labelledby="keys-title">
      <h2 id="keys-title">{text.keys.title}</h2>
      <ul className="plain-list">
        <li>
          <kbd>/</kbd> {text.keys.search}
        </li>
        <li>
          <kbd>g</kbd> {text.keys.go}
          <ul>
            {navigation.map((item, index) => (
              <li key={item.to}>
                <kbd>{letters[index]}</kbd> {text.nav[item.text]}
              </li>
            ))}
          </ul>
        </li>
        <li>
          <kbd>?</kbd> {text.keys.help}
        </li>
      </ul>
      <form method="dialog">
        <button className="utrecht-button utrecht-button--secondary-action">{text.keys.close}</button>
      </form>
    </dialog>
  )
}

/** The first letter of each name that no earlier name took. */
function lettersFor(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const letter = [...name.toLowerCase()].find((it) => /[a-z]/.test(it) && !taken.has(it)) ?? ''
    taken.add(letter)
    return letter
  })
}
