import type { Actor } from '#app/policies/actor.ts'
import { roleAllows, type SectionState } from '#app/policies/policies.ts'

/** Why this person cannot approve a section now; the interface has a sentence for each (app/i18n/review.ts). */
export type NoDecision = 'role' | 'own-author' | 'own-contributor' | 'draft' | 'returned' | 'approved'

/** The words behind the policy `section.approve`: null when this person may approve. The role comes first, then who wrote, then the state. */
export function whyNoDecision(actor: Actor, section: SectionState): NoDecision | null {
  if (!roleAllows(actor, 'section.approve')) return 'role'
  if (section.authorId === actor.id) return 'own-author'
  if (section.contributorIds.includes(actor.id)) return 'own-contributor'
  return section.status === 'in-review' ? null : section.status
}
