import { redirect } from '@remix-run/node'
import { guardedAction } from '#app/platform/http/guarded.server.ts'
import { eraseIdentity } from '#app/services/vault/erase-identity.server.ts'
import { keeperIds, readVaultItem } from '#app/services/vault/vault-rows.server.ts'

/** Erases who a confidential source is. */
export const action = guardedAction('vault.erase', async ({ useCase, params, permit }) => {
  const item = await readVaultItem(useCase, params.itemId)
  permit({ keeperIds: await keeperIds(useCase), recorded: item.revision > 0 })
  await eraseIdentity(useCase, item.id)
  return redirect('/vault?done=erased')
})
