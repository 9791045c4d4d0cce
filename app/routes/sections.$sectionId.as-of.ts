import { redirect } from '@remix-run/node'
import { DomainError } from '#app/platform/errors.ts'
import { guardedAction } from '#app/platform/http/guarded.server.ts'
import { orShowMoved } from '#app/platform/http/moved.server.ts'
import { readSectionStates } from '#app/services/reports/section-state.server.ts'
import { setAsOfDates } from '#app/services/reports/set-as-of-date.server.ts'

/** Sets the as-of date of one section. */
export const action = guardedAction('section.write', async ({ useCase, params, request, permit }) => {
  const [state] = await readSectionStates(useCase.sql, [params.sectionId ?? ''])
  const page = `/sections/${state!.id}`
  const form = await request.formData()
  return orShowMoved(page, async () => {
    permit(state!)
    try {
      await setAsOfDates(useCase, { sectionIds: [state!.id], asOfDate: String(form.get('asOfDate') ?? '') })
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'invalid-input') throw error
      return redirect(`${page}?problem=${error.detail}`)
    }
    return redirect(`${page}?done=dated`)
  })
})
