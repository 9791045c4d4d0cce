import {
  closestCorners,
  DndContext,
  DragOverlay,
  KeyboardSensor,
  PointerSensor,
  useDroppable,
  useSensor,
  useSensors,
  type Announcements,
  type DragOverEvent,
} from '@dnd-kit/core'
import { SortableContext, sortableKeyboardCoordinates, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable'
import { useRef, useState, type ReactNode } from 'react'
import { standardTexts } from '#app/i18n/standard.ts'
import { placeItem, whereIs, type Arrangement } from '#app/services/standard-terms/arrangement.ts'
import { useText } from '../use-text.ts'

type Props = {
  order: Arrangement
  onOrder: (order: Arrangement) => void
  /** Whether there is script; without it the same list stands, without handles. */
  active: boolean
  nameOf: (key: string) => string
  /** Place, how many there are, and the name of the group. */
  placeOf: (key: string, of: Arrangement) => [number, number, string]
  empty: string
  moved: readonly string[]
  head: (group: string) => ReactNode
  item: (key: string) => ReactNode
}

/** Groups of items that can be dragged, within a group and to another; every step is told to those who do not see it. */
export function DraggableGroups(props: Props) {
  const { order, onOrder, active, nameOf } = props
  const [dragged, setDragged] = useState<string | null>(null)
  const before = useRef(order)
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const accessibility = useAnnouncements(props)
  if (!active) return <Groups {...props} />
  const over = ({ active: lifted, over: target }: Pick<DragOverEvent, 'active' | 'over'>) => {
    const next = target && placedOver(order, String(lifted.id), String(target.id))
    if (next) onOrder(next)
  }
  return (
    <DndContext
      id="arrange"
      sensors={sensors}
      collisionDetection={closestCorners}
      accessibility={accessibility}
      onDragStart={({ active: lifted }) => {
        before.current = order
        setDragged(String(lifted.id))
      }}
      onDragOver={(event) => {
        // Within its group an item is only shifted aside until it is put down.
        const from = whereIs(order, String(event.active.id))?.group
        const to = event.over && groupOf(order, String(event.over.id))
        if (from !== to) over(event)
      }}
      onDragEnd={(event) => {
        setDragged(null)
        over(event)
      }}
      onDragCancel={() => {
        setDragged(null)
        onOrder(before.current)
      }}
    >
      <Groups {...props} />
      <DragOverlay>
        {dragged && (
          <div className="arrange-item" data-lifted>
            <span className="arrange-handle" aria-hidden="true" />
            <span className="arrange-text">{nameOf(dragged)}</span>
          </div>
        )}
      </DragOverlay>
    </DndContext>
  )
}

const groupId = (group: string) => `group ${group}`

function groupOf(order: Arrangement, id: string): number | undefined {
  const group = order.findIndex((it) => groupId(it.group) === id)
  return group >= 0 ? group : whereIs(order, id)?.group
}

/** The order once an item is put where another, or an empty group, is; null when that changes nothing. */
function placedOver(order: Arrangement, key: string, target: string): Arrangement | null {
  const group = groupOf(order, target)
  if (group === undefined || key === target) return null
  const place = whereIs(order, target)?.place ?? order[group]!.items.length
  return placeItem(order, key, group, place)
}

function Groups({ order, active, nameOf, empty, moved, head, item }: Props) {
  return order.map(({ group, items }) => (
    <section key={group} className="arrange-group">
      <div className="section-head">{head(group)}</div>
      {active ? (
        <SortableContext id={group} items={[...items]} strategy={verticalListSortingStrategy}>
          <DroppableList group={group}>
            {items.map((key) => (
              <SortableItem key={key} id={key} name={nameOf(key)} moved={moved.includes(key)}>
                {item(key)}
              </SortableItem>
            ))}
            {items.length === 0 && <li className="soft arrange-empty">{empty}</li>}
          </DroppableList>
        </SortableContext>
      ) : (
        <ol className="plain-list">
          {items.map((key) => (
            <li key={key} className="arrange-item" data-moved={moved.includes(key) || undefined}>
              {item(key)}
            </li>
          ))}
          {items.length === 0 && <li className="soft arrange-empty">{empty}</li>}
        </ol>
      )}
    </section>
  ))
}

function DroppableList({ group, children }: { group: string; children: ReactNode }) {
  const { setNodeRef } = useDroppable({ id: groupId(group) })
  return (
    <ol className="plain-list" ref={setNodeRef}>
      {children}
    </ol>
  )
}

function SortableItem({ id, name, moved, children }: { id: string; name: string; moved: boolean; children: ReactNode }) {
  const text = useText(standardTexts).arrange
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({ id })
  // How far it is shifted aside follows the pointer: no class can say that.
  const style = transform ? { transform: `translate3d(${transform.x}px, ${transform.y}px, 0)`, transition } : undefined
  return (
    <li
      ref={setNodeRef}
      className="arrange-item"
      style={style}
      data-moved={moved || undefined}
      data-dragging={isDragging || undefined}
    >
      <button
        type="button"
        className="arrange-handle"
        ref={setActivatorNodeRef}
        {...attributes}
        {...listeners}
        aria-label={text.handle(name)}
      />
      {children}
    </li>
  )
}

/** What is said while something is dragged, in the language of the page. */
function useAnnouncements({ order, nameOf, placeOf }: Props) {
  const text = useText(standardTexts).arrange
  const place = (key: string, target: string | undefined) => {
    const next = (target !== undefined && placedOver(order, key, target)) || order
    return placeOf(key, next)
  }
  const justLifted = useRef(false)
  const announcements: Announcements = {
    onDragStart: ({ active }) => {
      justLifted.current = true
      return text.lifted(nameOf(String(active.id)), ...placeOf(String(active.id), order))
    },
    onDragOver: ({ active, over }) => {
      // That it lies over its own place comes at once, and would talk over that it was picked up.
      const first = justLifted.current
      justLifted.current = false
      if (!over || (first && over.id === active.id)) return undefined
      return text.over(nameOf(String(active.id)), ...place(String(active.id), String(over.id)))
    },
    onDragEnd: ({ active, over }) =>
      text.dropped(nameOf(String(active.id)), ...place(String(active.id), over ? String(over.id) : undefined)),
    onDragCancel: ({ active }) => text.back(nameOf(String(active.id))),
  }
  return { announcements, screenReaderInstructions: { draggable: text.keys } }
}
