import { redirect } from '@remix-run/node'
import { DomainError } from '../errors.ts'

/** Failures that mean: the record is no longer in the state the page showed. */
const moved = ['not-allowed', 'wrong-state', 'conflict']

/** Whether work failed because someone else was first: what was asked for could be done when the page was shown. */
export const isMoved = (error: unknown): error is DomainError => error instanceof DomainError && moved.includes(error.code)

/**
 * Runs what changes a record, the policy about its state included. When someone else was first, goes back to the record's page, which then shows
 * how it stands and says so (`?moved=1`). Whether the role allows the action was asked before.
 */
export async function orShowMoved<T>(page: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (isMoved(error)) throw redirect(`${page}${page.includes('?') ? '&' : '?'}moved=1`)
    throw error
  }
}
