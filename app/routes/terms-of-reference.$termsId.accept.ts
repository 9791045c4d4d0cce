import { redirect } from '@remix-run/node'
import { DomainError } from '#app/platform/errors.ts'
import { guardedAction } from '#app/platform/http/guarded.server.ts'
import { orShowMoved } from '#app/platform/http/moved.server.ts'
import { acceptTerms } from '#app/services/terms-of-reference/accept-terms.server.ts'
import { readTerms } from '#app/services/terms-of-reference/read-terms.server.ts'

/** Foreign Affairs accepts; the report that this begins is shown. */
export const action = guardedAction('terms.accept', async ({ useCase, params, permit }) => {
  const terms = await readTerms(useCase, params.termsId)
  const page = `/terms-of-reference/${terms.id}`
  return orShowMoved(page, async () => {
    permit(terms)
    try {
      const { reportId } = await acceptTerms(useCase, terms.id)
      return redirect(`/reports/${reportId}?done=accepted`)
    } catch (error) {
      if (error instanceof DomainError && error.detail === 'marks-open') return redirect(`${page}?stopped=marks-open`)
      throw error
    }
  })
})
