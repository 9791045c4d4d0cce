import { z } from 'zod'
import { DomainError } from '#app/platform/errors.ts'
import { fieldErrors } from '#app/platform/field-errors.ts'
import { guardedAction, guardedLoader } from '#app/platform/http/guarded.server.ts'
import { readJson } from '#app/platform/http/read-json.server.ts'
import { allows } from '#app/policies/policies.ts'
import { dismissFinding, DismissedFinding } from '#app/services/wording/dismiss-finding.server.ts'
import { readDismissals } from '#app/services/wording/read-dismissals.server.ts'
import { withdrawDismissal } from '#app/services/wording/withdraw-dismissal.server.ts'
import { Language } from '#schemas/vocabulary.ts'

const Wording = z.object({ language: Language, wording: z.string().max(4000) })

/** What was left as it is in a wording: `?language=&wording=`; and whether the asker may leave more. */
export const loader = guardedLoader('wording.view', async ({ useCase, actor, request }) => {
  const asked = Wording.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!asked.success) throw new DomainError('invalid-input', 'malformed-json')
  return Response.json({ dismissals: await readDismissals(useCase, [asked.data]), may: allows(actor, 'wording.dismiss') })
})

const Withdrawal = Wording.extend({ withdraw: z.string() })

/** Leaves a wording as it is, or takes that back (`withdraw`: the dismissal's id). JSON in; what then stands, or `{error}` with 422. */
export const action = guardedAction('wording.dismiss', async ({ useCase, request }) => {
  const body = await readJson(request, 64 * 1024)
  const withdrawal = Withdrawal.safeParse(body)
  const input = DismissedFinding.safeParse(body)
  let first = false
  if (!withdrawal.success && !input.success) {
    const { reason } = fieldErrors(input.error)
    return Response.json({ error: reason ?? 'other' }, { status: 422 })
  }
  try {
    if (withdrawal.success) await withdrawDismissal(useCase, withdrawal.data.withdraw)
    else if (input.success) await dismissFinding(useCase, input.data)
  } catch (error) {
    if (!(error instanceof DomainError) || error.code === 'not-found') throw error
    if (error.code !== 'conflict') return Response.json({ error: error.detail ?? 'other' }, { status: 422 })
    first = true
  }
  const wording = withdrawal.data ?? input.data!
  return Response.json({ dismissals: await readDismissals(useCase, [wording]), may: true, first })
})
