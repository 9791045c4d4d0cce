import { useRouteLoaderData } from '@remix-run/react'
import { useCallback, useEffect, useState } from 'react'
import { z } from 'zod'
import { policies } from '#app/policies/policies.ts'
import { Dismissal } from '#app/services/wording/dismissal.ts'
import type { Language, Role } from '#schemas/vocabulary.ts'
import { getJson, postJson } from './section/requests.ts'

const Answer = z.object({ dismissals: z.array(Dismissal), may: z.boolean(), first: z.boolean().default(false) })
type Answer = z.infer<typeof Answer>
/** `first`: someone else had left it as it is already. */
export type Outcome = { error: string } | { first: boolean }

const address = '/terms-of-reference/wording/dismissals'
const nothing: Answer = { dismissals: [], may: false, first: false }

/**
 * The dismissals that stand for a wording, asked for when it has hints, and the two things that can be done about them. Guests and readers of
 * releases have none: for them nothing is asked.
 */
export function useDismissals(wording: string, lang: Language, hasFindings: boolean) {
  const [answer, setAnswer] = useState(nothing)
  const root = useRouteLoaderData('root') as { actor?: { roles: readonly Role[] } | null } | undefined
  const viewers: readonly Role[] = policies['wording.view'].who as readonly Role[]
  const asks = hasFindings && (root?.actor?.roles.some((role) => viewers.includes(role)) ?? false)
  useEffect(() => {
    if (!asks) return
    const stop = new AbortController()
    getJson(`${address}?${new URLSearchParams({ language: lang, wording })}`, stop.signal).then(
      (found) => setAnswer(Answer.parse(found)),
      // Without a connection the hints stand as if nobody had looked at them: nothing is lost.
      () => {},
    )
    return () => stop.abort()
  }, [asks, lang, wording])
  const send = useCallback(async (body: object): Promise<Outcome> => {
    try {
      const found = await postJson<{ error?: string }>(address, body)
      if (found.error) return { error: found.error }
      const parsed = Answer.parse(found)
      setAnswer(parsed)
      return { first: parsed.first }
    } catch {
      return { error: 'failed' }
    }
  }, [])
  return { ...(asks ? answer : nothing), send }
}
