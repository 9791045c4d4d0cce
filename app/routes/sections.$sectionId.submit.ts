import { redirect } from '@remix-run/node'
import { DomainError } from '#app/platform/errors.ts'
import { guardedAction } from '#app/platform/http/guarded.server.ts'
import { isMoved } from '#app/platform/http/moved.server.ts'
import { readSectionStates } from '#app/services/reports/section-state.server.ts'
import { submitSection } from '#app/services/review/submit-section.server.ts'

/** Hands the section to the reviewers, and says on its page how that went. */
export const action = guardedAction('section.submit', async ({ useCase, params, permit }) => {
  const [state] = await readSectionStates(useCase.sql, [params.sectionId ?? ''])
  const page = `/sections/${state!.id}`
  try {
    permit(state!)
    await submitSection(useCase, state!.id)
  } catch (error) {
    if (isMoved(error)) return redirect(`${page}?moved=1`)
    if (error instanceof DomainError && error.code === 'invalid-input') return redirect(`${page}?problem=${error.detail}`)
    throw error
  }
  return redirect(`${page}?done=submitted`)
})
