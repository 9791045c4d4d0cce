import { redirect } from '@remix-run/node'
import { guardedAction } from '#app/platform/http/guarded.server.ts'
import { orShowMoved } from '#app/platform/http/moved.server.ts'
import { acceptTerms } from '#app/services/terms-of-reference/accept-terms.server.ts'
import { readTerms } from '#app/services/terms-of-reference/read-terms.server.ts'

/** Foreign Affairs accepts; the report that this begins is shown. */
export const action = guardedAction('terms.accept', async ({ useCase, params, permit }) => {
  const terms = await readTerms(useCase, params.termsId)
  return orShowMoved(`/terms-of-reference/${terms.id}`, async () => {
    permit(terms)
    const { reportId } = await acceptTerms(useCase, terms.id)
    return redirect(`/reports/${reportId}?done=accepted`)
  })
})
