import type { Command } from 'commander'
import { addKeptKey, forgetOldKeys, keepsOwnKey, vaultKeys } from '#app/platform/crypto/vault-keys.server.ts'
import { DomainError, OperatorError } from '#app/platform/errors.ts'
import { readVaultState } from '#app/services/vault/read-vault.server.ts'
import { rotateVault } from '#app/services/vault/rotate-vault.server.ts'
import { asOperator, printResult, withInstallation } from '../command.ts'

const states = {
  open: 'The vault is open.',
  empty: 'The vault is open and empty.',
  closed: 'The vault is closed: VAULT_KEY is not set.',
  'other-key': 'The vault cannot be opened: VAULT_KEY is another key than the one its identities were sealed with.',
}
const failures: Record<string, string> = {
  'vault-closed': states.closed,
  'vault-other-key':
    'Nothing was changed: not all of the vault can be opened. Set VAULT_KEY to the new key and VAULT_KEY_PREVIOUS to the one before it.',
  'vault-tampered':
    'Nothing was changed: a row of the vault was altered or moved outside this program. Restore the vault from a backup.',
}

export function addVaultCommand(program: Command): void {
  const vault = program.command('vault').description('the vault with the identities of confidential sources')
  const status = vault.command('status').description('say whether the vault can be used with the keys that are set')
  status.action(async () => {
    const found = await withInstallation((installation) => readVaultState(installation, vaultKeys(installation.config)))
    printResult(status, found, [
      states[found.state],
      `${found.identities} identities, ${found.unopenable} under a key that is not here.`,
    ])
  })
  const rotate = vault
    .command('rotate')
    .description('seal everything in the vault with the current key; with the embedded database that key is made now')
  rotate.action(async () => {
    const done = await withInstallation(async (installation) => {
      const { config } = installation
      const keys = keepsOwnKey(config) ? addKeptKey(config) : vaultKeys(config)
      const counts = await rotateVault(asOperator(installation), keys)
      if (keepsOwnKey(config)) forgetOldKeys(config)
      return { ...counts, keyId: keys.current?.id }
    }).catch((error) => {
      const sentence = error instanceof DomainError ? failures[error.detail ?? ''] : undefined
      throw sentence ? new OperatorError(sentence) : error
    })
    printResult(rotate, done, [
      `Sealed ${done.identities} identities and ${done.readings} explanations with key ${done.keyId}.`,
      ...(done.left > 0 ? [`${done.left} explanations could not be opened and were left as they are.`] : []),
      'The key before it is still needed for backups made until now.',
    ])
  })
}
