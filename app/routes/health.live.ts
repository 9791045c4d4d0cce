import { guardedLoader } from '#app/platform/http/guarded.server.ts'

/** Whether the process answers at all. */
export const loader = guardedLoader('health.read', () => Response.json({ status: 'live' }))
