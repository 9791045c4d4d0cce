import { redirect } from '@remix-run/node'
import { guardedAction } from '#app/platform/http/guarded.server.ts'
import { checkSourceItem } from '#app/services/sources/change-source-item.server.ts'

/** Notes that a publication was looked at today. */
export const action = guardedAction('source.change', async ({ useCase, params }) => {
  await checkSourceItem(useCase, params.itemId ?? '')
  return redirect(`/sources/items/${params.itemId}?done=checked`)
})
