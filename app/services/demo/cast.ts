import type { UseCase } from '#app/platform/context.server.ts'

/** The demo people by what they do; each acts through the same services as a real person would. */
export type Cast = Record<'policy' | 'author' | 'reviewer' | 'publisher', UseCase>
