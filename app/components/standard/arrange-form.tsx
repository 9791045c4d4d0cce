import { Form, Link } from '@remix-run/react'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { standardTexts } from '#app/i18n/standard.ts'
import { movedItems, moveGroup, moveItem, whereIs, type Arrangement } from '#app/services/standard-terms/arrangement.ts'
import { Button } from '../button.tsx'
import { useHydrated } from '../section/use-hydrated.ts'
import { useText } from '../use-text.ts'
import { DraggableGroups } from './draggable-groups.tsx'

export type ArrangedItem = { name: string; text: ReactNode }

type Props = {
  /** How it stands in the database, and how it stands in this form when that came back. */
  saved: Arrangement
  initial: Arrangement
  /** Counts changes of the order: who saves names the one they saw. */
  arrangement: number
  items: Readonly<Record<string, ArrangedItem>>
  /** The names of the groups, by key. */
  groups: Readonly<Record<string, string>>
  groupsMove?: boolean
  /** Where the page of a group is, its key put behind. */
  groupLinks?: string
  empty: string
  save: string
  /** The reason. */
  children: ReactNode
}

/**
 * Items in groups, to be put in another order: by dragging, by the keyboard on the handle, or by buttons, which work without script too. Nothing is kept
 * until it is saved.
 */
export function ArrangeForm({
  saved,
  initial,
  arrangement,
  items,
  groups,
  groupsMove = false,
  groupLinks,
  empty,
  save,
  children,
}: Props) {
  const text = useText(standardTexts)
  const [order, setOrder] = useState(initial)
  const [said, setSaid] = useState('')
  const hydrated = useHydrated()
  const focus = useRef<string | null>(null)
  const id = useId()
  useEffect(() => {
    if (focus.current) document.getElementById(focus.current)?.focus()
    focus.current = null
  }, [order])

  const nameOf = (key: string) => items[key]?.name ?? groups[key] ?? key
  const placeOf = (key: string, of: Arrangement): [number, number, string] => {
    const chapters = of.findIndex((it) => it.group === key)
    if (chapters >= 0) return [chapters + 1, of.length, text.structure.chapters]
    const found = whereIs(of, key)!
    const { group, items: inGroup } = of[found.group]!
    return [found.place + 1, inGroup.length, groups[group] ?? group]
  }
  const move = (key: string, direction: 'up' | 'down', isGroup: boolean) => {
    const next = isGroup ? moveGroup(order, key, direction) : moveItem(order, key, direction)
    setSaid(next === order ? text.arrange.edge(nameOf(key)) : text.arrange.movedTo(nameOf(key), ...placeOf(key, next)))
    focus.current = `${id}${key}-${direction}`
    setOrder(next)
  }
  const buttons = (key: string, isGroup = false) => (
    <span className="arrange-buttons">
      {(['up', 'down'] as const).map((direction) => (
        <button
          key={direction}
          id={`${id}${key}-${direction}`}
          className="arrange-button"
          name="move"
          value={`${direction} ${isGroup ? 'group' : 'item'} ${key}`}
          title={text.arrange[direction]}
          onClick={(event) => {
            if (!hydrated) return
            event.preventDefault()
            move(key, direction, isGroup)
          }}
        >
          <span aria-hidden="true">{direction === 'up' ? '↑' : '↓'}</span>
          <span className="hidden-visually">
            {text.arrange[direction]}: {nameOf(key)}
          </span>
        </button>
      ))}
    </span>
  )
  const chapters = (of: Arrangement): Arrangement => [{ group: '', items: of.map((it) => it.group) }]
  const moved = [...movedItems(saved, order), ...(groupsMove ? movedItems(chapters(saved), chapters(order)) : [])]
  return (
    <Form method="post" noValidate className="arrange">
      <input type="hidden" name="arrangement" value={arrangement} />
      <input type="hidden" name="order" value={JSON.stringify(order)} />
      <p className="hidden-visually" role="status">
        {said}
      </p>
      <DraggableGroups
        order={order}
        onOrder={setOrder}
        active={hydrated}
        nameOf={nameOf}
        placeOf={placeOf}
        empty={empty}
        moved={moved}
        head={(group) => (
          <>
            <h2>{groupLinks ? <Link to={groupLinks + group}>{groups[group]}</Link> : groups[group]}</h2>
            {groupsMove && buttons(group, true)}
          </>
        )}
        item={(key) => (
          <>
            <span className="arrange-text">{items[key]?.text}</span>
            {buttons(key)}
          </>
        )}
      />
      <p role="status" className="soft">
        {text.order.changed(moved.length)}
      </p>
      {children}
      <div className="form-actions">
        <Button look="primary">{save}</Button>
        {hydrated && moved.length > 0 && (
          <Button type="button" look="subtle" onClick={() => setOrder(saved)}>
            {text.order.reset}
          </Button>
        )}
      </div>
    </Form>
  )
}
