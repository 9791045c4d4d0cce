import { redirect } from '@remix-run/node'
import { DomainError } from '#app/platform/errors.ts'
import { guardedAction } from '#app/platform/http/guarded.server.ts'
import { orShowMoved } from '#app/platform/http/moved.server.ts'
import { readHistoryPlace } from '#app/services/history/read-history-place.server.ts'
import { Restoring, restoreText } from '#app/services/history/restore-text.server.ts'

/** Brings a text or a block back as it was, and shows what that changed. */
export const action = guardedAction('section.write', async ({ useCase, params, request, permit }) => {
  const place = await readHistoryPlace(useCase, params.sectionId)
  const input = Restoring.safeParse(Object.fromEntries(await request.formData()))
  const compare = `/sections/${place.id}/history/compare`
  const from = input.data?.version ?? place.first
  return orShowMoved(`${compare}?from=${from}`, async () => {
    permit(place)
    if (!input.success) throw new DomainError('invalid-input')
    const { version } = await restoreText(useCase, place.id, input.data)
    const changed = version > input.data.seen
    return redirect(changed ? `${compare}?from=${version - 1}&to=${version}&done=restored` : `${compare}?from=${from}&done=same`)
  })
})
