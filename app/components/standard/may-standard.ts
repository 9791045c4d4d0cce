import type { Actor } from '#app/policies/actor.ts'
import { allows } from '#app/policies/policies.ts'
import type { StandardStatus } from '#schemas/vocabulary.ts'
import type { MayStandard } from './standard-board.tsx'

/** What a policy about a version looks at. */
export const standardState = ({ status, uses }: { status: StandardStatus; uses: number }) => ({ status, used: uses > 0 })

/** What this person may do with this version now; hides the rest. */
export function mayStandard(actor: Actor, standard: { status: StandardStatus; uses: number }): MayStandard {
  const state = standardState(standard)
  return {
    create: allows(actor, 'standard.create'),
    change: allows(actor, 'standard.change', state),
    consult: allows(actor, 'standard.consult', state),
    return: allows(actor, 'standard.return', state),
    force: allows(actor, 'standard.put-in-force', state),
    withdraw: allows(actor, 'standard.withdraw', state),
  }
}
