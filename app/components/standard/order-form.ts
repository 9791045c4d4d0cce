import { z } from 'zod'
import { moveGroup, moveItem, type Arrangement } from '#app/services/standard-terms/arrangement.ts'

const Order = z.array(z.object({ group: z.string(), items: z.array(z.string()) }))

/** What a form with an order was sent with: the order, what it was based on, the reason, and with an arrow pressed the order after that step. */
export function orderForm(form: FormData): { order: Arrangement; arrangement: number; reason: string; moved: boolean } {
  const text = (name: string) => String(form.get(name) ?? '')
  const [direction, kind, key] = text('move').split(' ')
  const order = Order.safeParse(parsed(text('order'))).data ?? []
  const moved = (direction === 'up' || direction === 'down') && key !== undefined
  return {
    order: moved ? (kind === 'group' ? moveGroup : moveItem)(order, key, direction) : order,
    arrangement: Number(text('arrangement')),
    reason: text('reason'),
    moved,
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
