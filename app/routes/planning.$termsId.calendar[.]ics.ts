import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { planningCalendar } from '#app/services/planning/calendar.server.ts'
import { readPlan } from '#app/services/planning/read-planning.server.ts'

/** The milestones of one report as a calendar file. */
export const loader = guardedLoader('planning.view', async ({ useCase, params, installation, language }) => {
  const line = await readPlan(useCase, params.termsId)
  const body = planningCalendar([line], { baseUrl: installation.config.baseUrl, language, now: useCase.clock() })
  return new Response(body, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="planning-${line.countryCode}.ics"`,
      'Cache-Control': 'private, no-store',
    },
  })
})
