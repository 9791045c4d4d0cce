import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { checkReadiness } from '#app/services/operations/check-readiness.server.ts'

/** Whether the process can do its work now; 503 while it cannot. */
export const loader = guardedLoader('health.read', async ({ installation }) => {
  const readiness = await checkReadiness(installation)
  return Response.json(readiness, { status: readiness.ready ? 200 : 503 })
})
