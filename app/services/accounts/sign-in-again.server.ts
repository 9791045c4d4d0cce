import { z } from 'zod'
import type { UseCase } from '#app/platform/context.server.ts'
import type { Actor } from '#app/policies/actor.ts'
import { signIn } from './sign-in.server.ts'

/** Who a page was opened by, and their password. */
export const SameAgain = z.object({ person: z.uuid(), password: z.string().min(1).max(200) })

/**
 * Signs the person in again who opened a page, where their session ended while that page held unsaved work.
 * Counted, refused and audited as any signing in; somebody unknown is answered as a wrong password is.
 * @returns the new session's token.
 * @throws DomainError `invalid-input`, `too-many-attempts`: see `signIn`.
 */
export async function signInAgain(
  useCase: UseCase<Actor | null>,
  { person, password }: z.infer<typeof SameAgain>,
): Promise<string> {
  const [user] = await useCase.sql`select email from app_user where id = ${person}`
  return signIn(useCase, { email: String(user?.email ?? ''), password })
}
