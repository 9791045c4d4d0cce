/** Something the person who runs the system can put right: shown as one sentence, without a stack trace, exit code 1. */
export class OperatorError extends Error {
  override name = 'OperatorError'
}

/** What can go wrong in a use case, expected and shown to its user. */
export const errorStatus = {
  'not-found': 404,
  'sign-in-needed': 401,
  'not-allowed': 403,
  'invalid-input': 422,
  conflict: 409,
  'wrong-state': 409,
  /** It was there, and is no longer: a link that expired or was withdrawn. */
  gone: 410,
  'too-many-attempts': 429,
} as const
export type ErrorCode = keyof typeof errorStatus

/**
 * An expected failure of a use case. `detail` is a code the interface has a sentence for (app/i18n/errors.ts), never a sentence itself.
 */
export class DomainError extends Error {
  override name = 'DomainError'
  constructor(
    readonly code: ErrorCode,
    readonly detail?: string,
    readonly data?: Record<string, unknown>,
  ) {
    super(detail ? `${code}: ${detail}` : code)
  }

  get status(): number {
    return errorStatus[this.code]
  }
}
