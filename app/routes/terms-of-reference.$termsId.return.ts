import { redirect } from '@remix-run/node'
import { DomainError } from '#app/platform/errors.ts'
import { guardedAction } from '#app/platform/http/guarded.server.ts'
import { orShowMoved } from '#app/platform/http/moved.server.ts'
import { readTerms } from '#app/services/terms-of-reference/read-terms.server.ts'
import { returnTerms } from '#app/services/terms-of-reference/return-terms.server.ts'

/** Foreign Affairs gives the marked questions back to policy. */
export const action = guardedAction('terms.return', async ({ useCase, params, permit }) => {
  const terms = await readTerms(useCase, params.termsId)
  const page = `/terms-of-reference/${terms.id}`
  return orShowMoved(page, async () => {
    permit(terms)
    try {
      await returnTerms(useCase, terms.id)
    } catch (error) {
      if (error instanceof DomainError && error.detail === 'nothing-marked') return redirect(`${page}?stopped=nothing-marked`)
      throw error
    }
    return redirect(`${page}?done=returned`)
  })
})
