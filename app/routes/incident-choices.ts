import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { computeContext } from '#app/services/incidents/compute-context.server.ts'
import { findIncidents, IncidentFilter } from '#app/services/incidents/find-incidents.server.ts'
import { readIncident } from '#app/services/incidents/read-incident.server.ts'

/** Incidents for a picker: `?text=&country=&from=&to=` those found; `?id=` one with what it is against the whole. */
export const loader = guardedLoader('incident.view', async ({ useCase, request }) => {
  const given = Object.fromEntries([...new URL(request.url).searchParams].filter(([, value]) => value !== ''))
  if (given.id !== undefined) {
    const { incident } = await readIncident(useCase, given.id)
    return Response.json({ incident, context: await computeContext(useCase, given.id) })
  }
  const filter = IncidentFilter.safeParse({ ...given, offset: 0, limit: 20 })
  if (!filter.success) return Response.json({ incidents: [], total: 0, problem: 'filter' }, { status: 422 })
  const { incidents, total } = await findIncidents(useCase, filter.data)
  return Response.json({ incidents, total })
})
