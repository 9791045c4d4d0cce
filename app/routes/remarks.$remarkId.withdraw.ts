import { redirect } from '@remix-run/node'
import { guardedAction } from '#app/platform/http/guarded.server.ts'
import { readRemarkPlace, withdrawRemark } from '#app/services/evaluation/withdraw-remark.server.ts'

/** Takes one's own remark back and returns to where it was given. */
export const action = guardedAction('remark.withdraw', async ({ useCase, params, permit }) => {
  const remark = await readRemarkPlace(useCase, params.remarkId)
  permit(remark)
  await withdrawRemark(useCase, remark.id)
  return redirect(`${remark.page}?done=withdrawn`)
})
