import { redirect } from '@remix-run/node'
import { guardedAction } from '#app/platform/http/guarded.server.ts'
import { orShowMoved } from '#app/platform/http/moved.server.ts'
import { giverWithAccount } from '#app/services/rounds/giver.ts'
import { proposalState, readProposal } from '#app/services/rounds/read-proposals.server.ts'
import { readRound } from '#app/services/rounds/read-round.server.ts'
import { withdrawProposal } from '#app/services/rounds/withdraw-proposal.server.ts'

/** Who gave a proposal takes it back. */
export const action = guardedAction('proposal.change', async ({ useCase, actor, params, permit }) => {
  const round = await readRound(useCase, params.roundId)
  const proposal = await readProposal(useCase.sql, round.id, params.number)
  const page = `/terms-of-reference/rounds/${round.id}`
  return orShowMoved(`${page}/proposals/${proposal.number}`, async () => {
    permit(proposalState(round, proposal))
    await withdrawProposal(useCase, round.id, giverWithAccount(actor), proposal.number)
    return redirect(`${page}?done=withdrawn`)
  })
})
