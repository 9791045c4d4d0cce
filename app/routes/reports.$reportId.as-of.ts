import { redirect } from '@remix-run/node'
import { DomainError } from '#app/platform/errors.ts'
import { guardedAction } from '#app/platform/http/guarded.server.ts'
import { orShowMoved } from '#app/platform/http/moved.server.ts'
import { setAsOfDates } from '#app/services/reports/set-as-of-date.server.ts'
import { readReportLine } from '#app/services/reports/list-reports.server.ts'
import { readChosenSections } from '#app/services/reports/section-state.server.ts'

/** Sets the as-of date of the chosen sections of a report; a choice that will not do comes back as it was made. */
export const action = guardedAction('section.write', async ({ useCase, params, request, permit }) => {
  const report = await readReportLine(useCase, params.reportId)
  const form = await request.formData()
  const sectionIds = form.getAll('sectionId').map(String)
  const page = `/reports/${report.id}`
  if (sectionIds.length === 0) throw redirect(`${page}?problem=nothing-chosen`)
  const sections = await readChosenSections(useCase, report.id, sectionIds)
  return orShowMoved(page, async () => {
    for (const section of sections) permit(section)
    try {
      await setAsOfDates(useCase, { sectionIds, asOfDate: String(form.get('asOfDate') ?? '') })
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'invalid-input') throw error
      return redirect(
        `${page}?${new URLSearchParams([['problem', error.detail ?? ''], ...sectionIds.map((id) => ['chosen', id])])}`,
      )
    }
    return redirect(`${page}?done=dated#sections`)
  })
})
