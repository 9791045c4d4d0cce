import {
  genderBlockThemes,
  roles,
  termsWithPolicy,
  type ConsultationPhase,
  type Role,
  type SectionStatus,
  type StandardStatus,
  type TermsStatus,
  type Theme,
} from '#schemas/vocabulary.ts'
import { hasRole, type Actor } from './actor.ts'

/**
 * Who may do what. Each policy reads as a sentence: these roles may, when this holds for the record.
 * The same predicates hide buttons, guard actions, and tell a refused person who can help.
 */
export type SectionState = {
  status: SectionStatus
  authorId: string | null
  /** Everyone whose save was acknowledged in this section. */
  contributorIds: readonly string[]
}
export type TermsState = { status: TermsStatus }
export type StandardState = {
  status: StandardStatus
  /** Whether terms of reference of a country start from this version. */
  used: boolean
}
/** Proposals can be made until the last day; afterwards they are decided, and when each is the round is closed. */
export type RoundPhase = 'open' | 'deciding' | 'closed'
export type RoundState = { phase: RoundPhase; asked: readonly { code: string }[] }
export type ProposalState = RoundState & { giverId: string | null; decided: boolean; withdrawn: boolean }
/** Where the consultation about a version of the standard stands. */
export type ConsultationState = { phase: ConsultationPhase }
export type CommentState = { authorId: string }
/** Who may read identities now, and whether the vault holds this one. */
export type VaultState = { keeperIds: readonly string[]; recorded: boolean }
/** Whom the right to read identities is given to or taken from; null where nobody is named yet. */
export type GrantState = { userId: string | null }

type Policy<R> = {
  /** `anyone` also without signing in; `signed-in` every account. */
  who: 'anyone' | 'signed-in' | readonly Role[]
  /** What must hold for the record; absent when the role alone decides. */
  when?: (actor: Actor, record: R) => boolean
}

const policy = <R = undefined>(who: Policy<R>['who'], when?: Policy<R>['when']): Policy<R> => ({ who, when })

const drafting: readonly Role[] = ['author']
/** Who may put changes to a text before its authors. */
const suggesting: readonly Role[] = ['reviewer', 'coordinator', 'contributor']
const bz: readonly Role[] = ['author', 'reviewer', 'publisher']
const insiders: readonly Role[] = [
  'author',
  'reviewer',
  'publisher',
  'policy',
  'contributor',
  'researcher',
  'coordinator',
  'administrator',
]
/** Who decide, advise or ask with the released text before them. */
const officers: readonly Role[] = ['decision-officer', 'researcher', 'contributor']
/** Who deal with what experts say about the standard. */
const consulting: readonly Role[] = ['policy', 'coordinator']
const readers: readonly Role[] = roles.filter((role) => role !== 'external-expert')

/** Who can be asked in a round: the commissioning parties (SR-26) and those whose expertise is asked. */
const proposers: readonly Role[] = ['policy', 'contributor', 'researcher', 'coordinator', 'external-expert']
const isAsked = (actor: Actor, round: RoundState) => round.asked.some(({ code }) => code === actor.organisation)

const open = (section: SectionState) => section.status === 'draft' || section.status === 'returned'
/** Author and approver differ (docs/architecture.md; domain §7.2): whoever wrote in a section does not decide on it. */
const notTheirOwn = (actor: Actor, section: SectionState) =>
  section.authorId !== actor.id && !section.contributorIds.includes(actor.id)

export const policies = {
  'health.read': policy('anyone'),
  'session.start': policy('anyone'),
  'session.end': policy('signed-in'),
  'language.choose': policy('anyone'),
  // What words mean is no secret; released texts point to it.
  'glossary.view': policy('anyone'),
  // A guest has a link and no account: the link itself says what they may (services/invitations).
  'invitation.open': policy('anyone'),
  'invitation.answer': policy('anyone'),
  'account.view': policy('signed-in'),
  'account.change': policy('signed-in'),
  'home.view': policy('signed-in'),

  'terms.view': policy(insiders),
  'terms.create': policy(['policy']),
  'terms.change': policy<TermsState>(['policy'], (_actor, terms) => termsWithPolicy.includes(terms.status)),
  'terms.hand-over': policy<TermsState>(['policy'], (_actor, terms) => termsWithPolicy.includes(terms.status)),
  'terms.return': policy<TermsState>(bz, (_actor, terms) => terms.status === 'handed-over'),
  'terms.accept': policy<TermsState>(bz, (_actor, terms) => terms.status === 'handed-over'),

  'planning.view': policy(insiders),
  'planning.change': policy(['policy', 'publisher']),
  'lead-time.set': policy(['policy', 'administrator']),

  // The standard is policy's; everyone who works on reports can read every version and its history.
  'standard.view': policy(insiders),
  'standard.create': policy(['policy']),
  'standard.change': policy<StandardState>(['policy'], (_actor, standard) => standard.status === 'draft'),
  'standard.consult': policy<StandardState>(['policy'], (_actor, standard) => standard.status === 'draft'),
  'standard.return': policy<StandardState>(['policy'], (_actor, standard) => standard.status === 'consulted' && !standard.used),
  'standard.put-in-force': policy<StandardState>(['policy'], (_actor, standard) => standard.status === 'consulted'),
  'standard.withdraw': policy<StandardState>(['policy'], (_actor, standard) => standard.status !== 'withdrawn'),
  'round.list': policy([...insiders, 'external-expert']),
  // An outsider sees only the rounds that ask their organisation.
  'round.view': policy<RoundState>(
    [...insiders, 'external-expert'],
    (actor, round) => hasRole(actor, ...insiders) || isAsked(actor, round),
  ),
  'round.open': policy(['policy']),
  'round.change': policy<RoundState>(['policy'], (_actor, round) => round.phase !== 'closed'),
  'round.invite': policy<RoundState>(['policy'], (_actor, round) => round.phase === 'open'),
  'proposal.view-all': policy(insiders),
  'proposal.give': policy<RoundState>(proposers, (actor, round) => round.phase === 'open' && isAsked(actor, round)),
  'proposal.change': policy<ProposalState>(
    proposers,
    (actor, it) => it.phase === 'open' && it.giverId === actor.id && !it.decided && !it.withdrawn,
  ),
  'proposal.decide': policy<RoundState>(['policy'], (_actor, round) => round.phase !== 'closed'),

  // Hints about the wording of questions: whoever may read the questions sees them; who writes questions may leave one as it is, with a reason.
  'wording.view': policy(insiders),
  'wording.dismiss': policy(['policy', 'contributor', 'researcher', 'coordinator']),

  // Consulting external experts about a draft of the standard (SR-49 – SR-52): policy asks and answers, coordinators distil what was said.
  'consultation.view': policy(insiders),
  'consultation.open': policy<ConsultationState>(['policy'], (_actor, { phase }) => phase !== 'fixed'),
  'consultation.answer': policy<ConsultationState>(['policy'], (_actor, { phase }) => phase !== 'fixed'),
  'consultation.invite': policy<ConsultationState>(consulting, (_actor, { phase }) => phase === 'open'),
  'consultation.report': policy<ConsultationState>(consulting, (_actor, { phase }) => phase !== 'fixed'),
  'consultation.give': policy<ConsultationState>(['external-expert'], (_actor, { phase }) => phase === 'open'),
  // Each their own input and what became of it, also when it is no longer open.
  'consultation.follow': policy(['external-expert']),
  'consultation.distil': policy(consulting),
  'course.view': policy(insiders),
  'course.change': policy(consulting),

  'report.view': policy(insiders),
  'report.import': policy(drafting),
  'section.view': policy(insiders),
  'section.arrange': policy(['author', 'publisher']),
  'section.assign': policy<SectionState>(['author', 'publisher'], (_actor, section) => open(section)),
  // The author hands over their own section; who divides the work hands over any.
  'section.hand-over': policy<SectionState>(
    ['author', 'publisher'],
    (actor, section) => open(section) && (section.authorId === actor.id || hasRole(actor, 'publisher')),
  ),
  // Only whom it was handed to: the service looks for theirs and no other.
  'section.see-hand-over': policy(drafting),
  'section.note': policy([...drafting, ...suggesting, 'publisher']),
  'section.write': policy<SectionState>(drafting, (_actor, section) => open(section)),
  // The service asks the state under its lock: a text that comes when the section was just closed is kept aside, not only refused.
  'section.save': policy([...drafting, ...suggesting]),
  // Who may change the text itself decides about suggestions; these only make them.
  'section.suggest': policy<SectionState>(
    suggesting,
    (actor, section) => open(section) || (section.status === 'in-review' && hasRole(actor, 'reviewer')),
  ),
  'section.submit': policy<SectionState>(drafting, (_actor, section) => open(section)),
  // Names in a text's history: for those who write and decide; whoever gave one can take it away.
  'section.name-version': policy(bz),
  'section.drop-version-name': policy<CommentState>(bz, (actor, named) => named.authorId === actor.id),
  'section.comment': policy(insiders),
  'comment.resolve': policy<CommentState>(insiders, (actor, comment) => comment.authorId === actor.id || hasRole(actor, ...bz)),
  'comment.mark': policy<CommentState>(insiders, (actor, comment) => comment.authorId === actor.id || hasRole(actor, ...bz)),
  'section.approve': policy<SectionState>(
    ['reviewer', 'publisher'],
    (actor, section) => section.status === 'in-review' && notTheirOwn(actor, section),
  ),
  'section.return': policy<SectionState>(
    ['reviewer', 'publisher'],
    (actor, section) => (section.status === 'in-review' || section.status === 'approved') && notTheirOwn(actor, section),
  ),
  'review.list': policy(['reviewer', 'publisher', 'coordinator']),

  'source.view': policy(insiders),
  'source.create': policy(['author', 'researcher', 'reviewer']),
  'source.change': policy(['author', 'researcher', 'reviewer']),
  // Who confidential sources are is for persons who were given that right, and for no other role than the ministry's own. The administrator gives it
  // and sees who used it, and cannot use it.
  'vault.view': policy<VaultState>(
    [...bz, 'administrator'],
    (actor, vault) => vault.keeperIds.includes(actor.id) || hasRole(actor, 'administrator'),
  ),
  // Whoever spoke with a source writes down once who it is, without being able to read it back.
  'vault.record': policy<VaultState>(bz, (actor, vault) => !vault.recorded || vault.keeperIds.includes(actor.id)),
  'vault.read': policy<VaultState>(bz, (actor, vault) => vault.keeperIds.includes(actor.id)),
  'vault.erase': policy<VaultState>(bz, (actor, vault) => vault.keeperIds.includes(actor.id)),
  'vault.grant': policy<GrantState>(['administrator'], (actor, grant) => grant.userId !== actor.id),
  'incident.view': policy(readers),
  'context.create': policy(drafting),

  // Trying a version out, and weighing what became of its questions (SR-10, SR-12).
  'pilot.mark': policy(['policy']),
  'evaluation.view': policy(insiders),
  'evaluation.record': policy(['policy']),
  'remark.ask': policy(['policy']),
  // Those who answer a question, and those who use the answer.
  'remark.give-as-author': policy(bz),
  'remark.give-as-officer': policy(officers),
  'remark.withdraw': policy<CommentState>([...bz, ...officers], (actor, remark) => remark.authorId === actor.id),

  'release.create': policy(['publisher']),
  'release.view': policy('signed-in'),
  'search.use': policy(readers),
} as const

export type Action = keyof typeof policies
/** The record a policy's condition looks at; `undefined` when the role alone decides. */
export type RecordOf<A extends Action> = (typeof policies)[A] extends Policy<infer R> ? R : never

/** Whether this person's roles can ever allow the action, whatever the record. */
export function roleAllows(actor: Actor | null, action: Action): boolean {
  const { who } = policies[action]
  if (who === 'anyone') return true
  if (who === 'signed-in') return actor !== null
  return hasRole(actor, ...who)
}

/** Whether this person may do this to this record now. */
export function allows<A extends Action>(
  actor: Actor | null,
  action: A,
  ...[record]: RecordOf<A> extends undefined ? [] : [RecordOf<A>]
): boolean {
  if (!roleAllows(actor, action)) return false
  const { when } = policies[action] as Policy<unknown>
  return when === undefined || (actor !== null && when(actor, record))
}

/** The roles a refused person can turn to. */
export function whoCanHelp(action: Action): readonly Role[] {
  const { who } = policies[action]
  return typeof who === 'string' ? [] : who
}

/** Dropping these always asks a reason: the gender block and mandatory questions (SR-27). */
export const inGenderBlock = (themes: readonly Theme[]) => themes.some((theme) => genderBlockThemes.includes(theme))
