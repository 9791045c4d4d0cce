import type { CoordinatorTopic, Language, Role } from '#schemas/vocabulary.ts'

/** Who asks: a signed-in person with the roles that decide what they may do. */
export type Actor = {
  id: string
  name: string
  organisation: string
  language: Language
  roles: readonly Role[]
  /** Subjects, for coordinators. */
  topics: readonly CoordinatorTopic[]
}

export const hasRole = (actor: Actor | null, ...roles: readonly Role[]): actor is Actor =>
  actor !== null && roles.some((role) => actor.roles.includes(role))
