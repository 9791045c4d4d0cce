import type { UseCase } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { Id } from '#schemas/values.ts'
import { NewThread, startThread } from './start-thread.server.ts'
import { readThreadForm, type ThreadForm } from './thread-form.ts'

/** Refused: the form as it was filled in, and what is wrong with it. Started: the block it is about, if it is about one. */
type Received = { refused: ThreadForm & { error: string } } | { started: { blockId: string | null } }

/**
 * Starts a thread from a form, or says why not.
 * @throws {DomainError} `not-found` for an unknown or malformed section.
 */
export async function receiveThread(useCase: UseCase, sectionId: string | undefined, form: FormData): Promise<Received> {
  if (!Id.safeParse(sectionId).success) throw new DomainError('not-found')
  const values = readThreadForm(form)
  const thread = NewThread.safeParse({ sectionId, ...values })
  if (!thread.success) return { refused: { ...values, error: thread.error.issues[0]?.message ?? 'other' } }
  try {
    await startThread(useCase, thread.data)
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'invalid-input') throw error
    return { refused: { ...values, error: error.detail ?? 'other' } }
  }
  return { started: { blockId: thread.data.blockId ?? null } }
}
