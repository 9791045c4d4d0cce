import { DomainError } from '#app/platform/errors.ts'

/**
 * Why a step in the life of a version could not be taken, as a code the interface has a sentence for; `moved` when the version is no longer in the status
 * the person saw. @throws whatever is no refusal.
 */
export function stepRefusal(error: unknown): string {
  if (!(error instanceof DomainError)) throw error
  if (error.code === 'not-allowed' || error.code === 'wrong-state') return 'moved'
  if (error.code === 'conflict' || error.code === 'invalid-input') return error.detail ?? 'moved'
  throw error
}
