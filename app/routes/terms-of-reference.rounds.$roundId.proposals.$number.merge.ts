import { redirect } from '@remix-run/node'
import { guardedAction } from '#app/platform/http/guarded.server.ts'
import { orShowMoved } from '#app/platform/http/moved.server.ts'
import { mergeProposals } from '#app/services/rounds/merge-proposals.server.ts'
import { partProposal } from '#app/services/rounds/part-proposal.server.ts'
import { readProposal } from '#app/services/rounds/read-proposals.server.ts'
import { readRound } from '#app/services/rounds/read-round.server.ts'

/** Takes another proposal (`with`) together with this one, or one of its group (`part`) apart again. */
export const action = guardedAction('proposal.decide', async ({ useCase, params, request, permit }) => {
  const round = await readRound(useCase, params.roundId)
  const { number } = await readProposal(useCase.sql, round.id, params.number)
  const form = await request.formData()
  const page = `/terms-of-reference/rounds/${round.id}/proposals/${number}`
  return orShowMoved(page, async () => {
    permit(round)
    if (form.has('part')) {
      await partProposal(useCase, { roundId: round.id, number: Number(form.get('part')) })
      return redirect(`${page}?done=parted`)
    }
    await mergeProposals(useCase, { roundId: round.id, number: Number(form.get('with')), into: number })
    return redirect(`${page}?done=merged`)
  })
})
