import type { UseCase } from '#app/platform/context.server.ts'
import { hasRole } from '#app/policies/actor.ts'
import { roleAllows } from '#app/policies/policies.ts'
import { listOpenRequests, type OpenRequest } from '../evaluation/list-open-requests.server.ts'
import { askedRounds, runningRounds } from '../rounds/rounds-for-home.server.ts'
import type { Round } from '../rounds/read-round.server.ts'
import { termsWithPolicy } from '#schemas/vocabulary.ts'
import { readConsultationWork, type ConsultationWork } from '../consultations/read-consultation-work.server.ts'
import { listHandOvers, type HandedOver } from '../hand-over/list-hand-overs.server.ts'
import { listMentions, type Mention } from '../comments/list-mentions.server.ts'
import { listTerms, type TermsLine } from '../terms-of-reference/list-terms.server.ts'
import {
  countAccounts,
  listRecentReleases,
  listSectionsInReview,
  listSectionsOf,
  listToRelease,
  listUnassigned,
  type AccountCount,
  type ReleaseLine,
  type ToRelease,
  type Unassigned,
  type WorkSection,
} from './work-lists.server.ts'

/** A list on the home page: its first rows, and whether there are more. */
export type WorkList<T> = { rows: T[]; more: boolean }
const shown = 12

/** What waits for a person; null where their roles have nothing to do with it. */
export type Work = {
  /** Whether they come here to find something. */
  search: boolean
  preparing: WorkList<TermsLine> | null
  handedOver: WorkList<TermsLine> | null
  toAccept: WorkList<TermsLine> | null
  /** Rounds that ask the person's organisation; and for those who decide, the rounds that are not closed. */
  askedRounds: WorkList<Round> | null
  runningRounds: WorkList<Round> | null
  /** Targeted questions about the terms of reference that wait for the person's answer. */
  requests: OpenRequest[]
  /** Threads in which a colleague asks them to look. */
  mentions: WorkList<Mention>
  /** Sections a colleague handed to them, until they say they saw it. */
  handOvers: WorkList<HandedOver>
  mine: WorkList<WorkSection> | null
  unassigned: WorkList<Unassigned> | null
  inReview: WorkList<WorkSection> | null
  toRelease: WorkList<ToRelease> | null
  accounts: AccountCount[] | null
  consultation: ConsultationWork
  releases: WorkList<ReleaseLine>
  /** Whether they have no other work here than reading. */
  readsOnly: boolean
}

/** "Mijn werk": for each of the person's roles what waits, every list bounded. */
export async function readWork(useCase: UseCase): Promise<Work> {
  const { actor } = useCase
  const policy = hasRole(actor, 'policy')
  const author = hasRole(actor, 'author')
  const publisher = hasRole(actor, 'publisher')
  const upTo = async <T>(list: (most: number) => Promise<T[]>): Promise<WorkList<T>> => {
    const rows = await list(shown + 1)
    return { rows: rows.slice(0, shown), more: rows.length > shown }
  }
  // One after the other: a home page should not take half of the pool's connections.
  return {
    search: hasRole(actor, 'decision-officer', 'researcher', 'contributor', 'coordinator'),
    preparing: policy ? await upTo((most) => listTerms(useCase, termsWithPolicy, most)) : null,
    handedOver: policy ? await upTo((most) => listTerms(useCase, 'handed-over', most)) : null,
    toAccept: roleAllows(actor, 'terms.accept') ? await upTo((most) => listTerms(useCase, 'handed-over', most)) : null,
    askedRounds: roleAllows(actor, 'proposal.give') && !policy ? await upTo((most) => askedRounds(useCase, most)) : null,
    runningRounds: policy ? await upTo((most) => runningRounds(useCase, most)) : null,
    requests: await listOpenRequests(useCase, shown),
    mentions: await upTo((most) => listMentions(useCase, most)),
    handOvers: await upTo((most) => listHandOvers(useCase, most)),
    mine: author ? await upTo((most) => listSectionsOf(useCase, most)) : null,
    unassigned: author || publisher ? await upTo((most) => listUnassigned(useCase, most)) : null,
    inReview: roleAllows(actor, 'section.approve') ? await upTo((most) => listSectionsInReview(useCase, most)) : null,
    toRelease: publisher ? await upTo((most) => listToRelease(useCase, most)) : null,
    accounts: hasRole(actor, 'administrator') ? await countAccounts(useCase) : null,
    consultation: await readConsultationWork(useCase),
    releases: await upTo((most) => listRecentReleases(useCase, most)),
    readsOnly: actor.roles.every((role) => role === 'external-expert'),
  }
}
