import { redirect } from '@remix-run/node'
import { DomainError } from '#app/platform/errors.ts'
import { guardedAction } from '#app/platform/http/guarded.server.ts'
import { orShowMoved } from '#app/platform/http/moved.server.ts'
import { assignAuthors } from '#app/services/reports/assign-author.server.ts'
import { readReportLine } from '#app/services/reports/list-reports.server.ts'
import { readChosenSections } from '#app/services/reports/section-state.server.ts'

/** Gives the chosen sections of a report to an author, or to nobody; a choice that will not do comes back as it was made. */
export const action = guardedAction('section.assign', async ({ useCase, params, request, permit }) => {
  const report = await readReportLine(useCase, params.reportId)
  const form = await request.formData()
  const sectionIds = form.getAll('sectionId').map(String)
  const page = `/reports/${report.id}`
  if (sectionIds.length === 0) throw redirect(`${page}?problem=nothing-chosen`)
  const sections = await readChosenSections(useCase, report.id, sectionIds)
  return orShowMoved(page, async () => {
    for (const section of sections) permit(section)
    try {
      await assignAuthors(useCase, { sectionIds, authorId: String(form.get('authorId') ?? '') || null })
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'invalid-input') throw error
      return redirect(
        `${page}?${new URLSearchParams([['problem', error.detail ?? ''], ...sectionIds.map((id) => ['chosen', id])])}`,
      )
    }
    return redirect(`${page}?done=assigned#sections`)
  })
})
