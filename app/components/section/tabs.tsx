import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useHydrated } from './use-hydrated.ts'

type Tab = { id: string; title: string; body: ReactNode }

/** A tab to come to; with the focus where somebody followed a link to it. */
export type TabStart = { tab: string; focus: boolean }

type Props = {
  label: string
  tabs: readonly Tab[]
  /** The tab that the address asks for: open first, and again with every new one. */
  start?: TabStart | undefined
  /** What is to be shown now: in which tab, its id, and whether it gets the focus. */
  asked?: { tab: string; element: string; focus: boolean } | null | undefined
}

/** Tabs (ARIA tabs pattern); without script all of them below each other, each under its title. */
export function Tabs({ label, tabs, start, asked }: Props) {
  const hydrated = useHydrated()
  const [chosen, setChosen] = useState(start?.tab ?? tabs[0]!.id)
  const [started, setStarted] = useState(start)
  if (start !== started) {
    setStarted(start)
    if (start) setChosen(start.tab)
  }
  const [shown, setShown] = useState(asked)
  if (asked && asked !== shown) {
    setShown(asked)
    setChosen(asked.tab)
  }
  useEffect(() => {
    const element = asked && document.getElementById(asked.element)
    element?.closest('details')?.setAttribute('open', '')
    element?.scrollIntoView({ block: 'nearest' })
    if (asked?.focus) element?.focus({ preventScroll: true })
  }, [asked])
  const list = useRef<HTMLDivElement>(null)
  // The page came from the server with all tabs below each other: where the browser went then is no longer the place.
  useEffect(() => {
    if (!hydrated || !start) return
    list.current?.scrollIntoView({ block: 'nearest' })
    if (start.focus) list.current?.querySelector<HTMLElement>(`#tab-${start.tab}`)?.focus({ preventScroll: true })
  }, [hydrated, start])
  if (!hydrated) {
    return tabs.map((tab) => (
      <section key={tab.id}>
        <h2>{tab.title}</h2>
        {tab.body}
      </section>
    ))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const at = tabs.findIndex((tab) => tab.id === chosen)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    const next = tabs.at(to % tabs.length)!
    setChosen(next.id)
    list.current?.querySelector<HTMLElement>(`#tab-${next.id}`)?.focus()
  }
  return (
    <>
      <div role="tablist" aria-label={label} className="tabs" ref={list}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`tab-${tab.id}`}
            aria-controls={`panel-${tab.id}`}
            aria-selected={tab.id === chosen}
            tabIndex={tab.id === chosen ? 0 : -1}
            onClick={() => setChosen(tab.id)}
            onKeyDown={onKeyDown}
          >
            {tab.title}
          </button>
        ))}
      </div>
      {tabs.map((tab) => (
        <div key={tab.id} role="tabpanel" id={`panel-${tab.id}`} aria-labelledby={`tab-${tab.id}`} hidden={tab.id !== chosen}>
          {tab.body}
        </div>
      ))}
    </>
  )
}
