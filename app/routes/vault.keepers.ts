import { redirect } from '@remix-run/node'
import { DomainError } from '#app/platform/errors.ts'
import { formValues } from '#app/platform/http/form-values.server.ts'
import { guardedAction } from '#app/platform/http/guarded.server.ts'
import { grantKeeper, withdrawKeeper } from '#app/services/vault/keepers.server.ts'

/** Gives a person the right to read identities, or takes it back. */
export const action = guardedAction('vault.grant', async ({ useCase, permit, request }) => {
  const { userId = '', intent } = await formValues(request)
  permit({ userId })
  try {
    if (intent === 'withdraw') await withdrawKeeper(useCase, userId)
    else await grantKeeper(useCase, userId)
  } catch (error) {
    if (error instanceof DomainError && error.detail === 'not-eligible') return redirect('/vault?problem=not-eligible#keepers')
    // Nobody chosen, or taken back already: the page shows how it stands.
    if (!(error instanceof DomainError && error.code === 'not-found')) throw error
  }
  return redirect('/vault#keepers')
})
