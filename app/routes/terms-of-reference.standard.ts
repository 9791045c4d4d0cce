import { redirect } from '@remix-run/node'
import { guardedLoader } from '#app/platform/http/guarded.server.ts'
import { readStandardInForce } from '#app/services/standard-terms/read-standard.server.ts'

/** A lasting address of the standard in force, whichever version that is; the versions where none is. */
export const loader = guardedLoader('standard.view', async ({ useCase, request }) => {
  const standard = await readStandardInForce(useCase)
  return redirect(`/terms-of-reference/standards${standard ? `/${standard.id}` : ''}${new URL(request.url).search}`)
})
