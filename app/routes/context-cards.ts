import { z } from 'zod'
import { DomainError } from '#app/platform/errors.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { readJson } from '#app/platform/http/read-json.server.ts'
import { createContextCard, NewContextCard } from '#app/services/incidents/create-context-card.server.ts'
import { readPlacedIncidents } from '#app/services/sections/read-placed-incidents.server.ts'
import { Id } from '#schemas/values.ts'

/** Incidents with their context cards, by the cards' ids: `?id=…&id=…`. */
export const loader = guardedLoader('incident.view', async ({ useCase, request }) => {
  const ids = z.array(Id).max(200).safeParse(new URL(request.url).searchParams.getAll('id'))
  return Response.json({ incidents: ids.success ? await readPlacedIncidents(useCase, ids.data) : [] })
})

/** Makes a context card for a text to place. JSON in; `{placed}` out. */
export const action = guardedAction('context.create', async ({ useCase, request }) => {
  const input = NewContextCard.safeParse(await readJson(request, 64 * 1024))
  if (!input.success) throw new DomainError('invalid-input', 'context-card')
  const cardId = await createContextCard(useCase, input.data)
  return Response.json({ placed: (await readPlacedIncidents(useCase, [cardId]))[0] })
})
