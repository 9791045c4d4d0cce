import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { planningCalendar } from '#app/services/planning/calendar.server.ts'
import { readPlanning } from '#app/services/planning/read-planning.server.ts'

/** The milestones of every report under way as a calendar file. */
export const loader = guardedLoader('planning.view', async ({ useCase, installation, language }) => {
  const running = (await readPlanning(useCase)).filter((line) => line.next !== null)
  const body = planningCalendar(running, { baseUrl: installation.config.baseUrl, language, now: useCase.clock() })
  return new Response(body, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'attachment; filename="planning.ics"',
      'Cache-Control': 'private, no-store',
    },
  })
})
