import { redirect } from '@remix-run/node'
import { guardedAction } from '#app/platform/http/guarded.server.ts'
import { settleCopy } from '#app/services/sections/settle-copy.server.ts'

/** Its writer has dealt with a kept copy. Only their own can be found, whatever the section's state is by now. */
export const action = guardedAction('section.view', async ({ useCase, params, request }) => {
  await settleCopy(useCase, { sectionId: params.sectionId ?? '', copyId: params.copyId ?? '' })
  if (request.headers.get('accept')?.includes('application/json')) return Response.json({ settled: true })
  return redirect(`/sections/${params.sectionId}`)
})
