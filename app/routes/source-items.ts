import { z } from 'zod'
import { DomainError } from '#app/platform/errors.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { readJson } from '#app/platform/http/read-json.server.ts'
import { findSourceItems, readSourceItems } from '#app/services/sources/find-source-items.server.ts'
import { registerItem } from '#app/services/sources/register-item.server.ts'
import { Id } from '#schemas/values.ts'

/** Source items for a picker: `?text=` those found, `?id=…&id=…` those named. */
export const loader = guardedLoader('source.view', async ({ useCase, request }) => {
  const { searchParams } = new URL(request.url)
  const ids = z.array(Id).max(500).safeParse(searchParams.getAll('id'))
  if (ids.success && ids.data.length > 0) return Response.json({ items: await readSourceItems(useCase, ids.data) })
  return Response.json({ items: await findSourceItems(useCase, searchParams.get('text') ?? '', 20) })
})

/** Registers an item, with its source when that is new. JSON in; `{item}`, or `{errors, duplicates}` with 422. */
export const action = guardedAction('source.create', async ({ useCase, request }) => {
  const input = z.record(z.string(), z.string()).safeParse(await readJson(request, 64 * 1024))
  if (!input.success) throw new DomainError('invalid-input', 'malformed-json')
  const outcome = await registerItem(useCase, input.data)
  if ('errors' in outcome) return Response.json(outcome, { status: 422 })
  return Response.json({ item: (await readSourceItems(useCase, [outcome.itemId]))[0] })
})
