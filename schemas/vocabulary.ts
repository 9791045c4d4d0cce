import { z } from 'zod'

/**
 * The codes every floor shares. Each list is the whole truth about its codes: database constraints,
 * forms, filters and labels are checked against it.
 */

/** Roles as data: what a person may do follows from these (app/policies). */
export const roles = [
  'author',
  'reviewer',
  'publisher',
  'policy',
  'contributor',
  'researcher',
  'decision-officer',
  'coordinator',
  'external-expert',
  'administrator',
] as const
export const Role = z.enum(roles)
export type Role = z.infer<typeof Role>

/** Subjects a coordinator looks after (seed 003: "contactpersonen gender en aanspreekpunten mensenhandel"; seed 001: LHBTI and conversion). */
export const coordinatorTopics = ['gender', 'lgbtiq', 'conversion', 'trafficking'] as const
export const CoordinatorTopic = z.enum(coordinatorTopics)
export type CoordinatorTopic = z.infer<typeof CoordinatorTopic>

export const languages = ['nl', 'en'] as const
export const Language = z.enum(languages)
export type Language = z.infer<typeof Language>

/** A text in both languages of the interface. */
export const Bilingual = z.object({ nl: z.string().min(1), en: z.string().min(1) })
export type Bilingual = z.infer<typeof Bilingual>

/** Commissioning organisations, as data; the list can grow in the database. */
export const OrganisationCode = z.string().min(2).max(40)

export const reportKinds = ['general', 'thematic', 'interim-update'] as const
export const ReportKind = z.enum(reportKinds)
export type ReportKind = z.infer<typeof ReportKind>

export const questionKinds = [
  'context',
  'trend',
  'event',
  'group',
  'law',
  'policy',
  'practice',
  'protection',
  'documents',
  'return',
] as const
export const QuestionKind = z.enum(questionKinds)
export type QuestionKind = z.infer<typeof QuestionKind>

export const themes = [
  'security',
  'conscription',
  'documents',
  'justice',
  'political-opposition',
  'journalists',
  'minorities',
  'religion',
  'conversion',
  'gender',
  'women',
  'sgbv',
  'trafficking',
  'lhbtiq',
  'minors',
  'displacement',
  'return',
] as const
export const Theme = z.enum(themes)
export type Theme = z.infer<typeof Theme>

/** Themes of the gender block: always asked, dropped only with a recorded reason (SR-27, SR-28). */
export const genderBlockThemes: readonly Theme[] = ['gender', 'women', 'sgbv', 'trafficking', 'lhbtiq']

export const standardStatuses = ['draft', 'consulted', 'in-force', 'withdrawn'] as const
export const StandardStatus = z.enum(standardStatuses)
export type StandardStatus = z.infer<typeof StandardStatus>

/** What can happen to a version of the standard; its history is made of these. */
export const standardChangeKinds = [
  'loaded',
  'imported',
  'started',
  'renamed',
  'question-added',
  'question-changed',
  'question-moved',
  'question-removed',
  'node-added',
  'node-renamed',
  'node-moved',
  'node-removed',
  'consulted',
  'returned',
  'in-force',
  'withdrawn',
] as const
export const StandardChangeKind = z.enum(standardChangeKinds)
export type StandardChangeKind = z.infer<typeof StandardChangeKind>

export const termsStatuses = ['in-preparation', 'handed-over', 'returned', 'accepted'] as const
export const TermsStatus = z.enum(termsStatuses)
export type TermsStatus = z.infer<typeof TermsStatus>

/** Where policy staff have terms of reference in hand: questions can change, and they can be handed over (again). */
export const termsWithPolicy: readonly TermsStatus[] = ['in-preparation', 'returned']

export const questionStates = ['kept', 'dropped', 'added', 'reworded'] as const
export const QuestionState = z.enum(questionStates)
export type QuestionState = z.infer<typeof QuestionState>

/** What can happen to the terms of reference of a country, as their history has it. */
export const termsChangeKinds = [
  'created',
  'question-dropped',
  'question-restored',
  'question-added',
  'question-removed',
  'question-reworded',
  'handed-over',
  'question-marked',
  'question-unmarked',
  'returned',
  'question-kept',
  'accepted',
  'planned',
] as const
export const TermsChangeKind = z.enum(termsChangeKinds)
export type TermsChangeKind = z.infer<typeof TermsChangeKind>

/** What a report passes from its terms of reference to its release, in this order (SR-11). */
export const milestones = [
  'round-opened',
  'round-closed',
  'handed-over',
  'accepted',
  'first-submitted',
  'all-approved',
  'released',
] as const
export const Milestone = z.enum(milestones)
export type Milestone = z.infer<typeof Milestone>

/** What policy staff answer to a question that Foreign Affairs returned as one that cannot be answered. */
export const returnAnswers = ['reworded', 'dropped', 'kept'] as const
export const ReturnAnswer = z.enum(returnAnswers)
export type ReturnAnswer = z.infer<typeof ReturnAnswer>
/** What a party can propose in a round (SR-26). */
export const proposalKinds = ['new-question', 'wording', 'drop', 'remark'] as const
export const ProposalKind = z.enum(proposalKinds)
export type ProposalKind = z.infer<typeof ProposalKind>

/** How every proposal ends; not all input is adopted (SR-50). */
export const proposalOutcomes = ['adopted', 'partly', 'not-adopted'] as const
export const ProposalOutcome = z.enum(proposalOutcomes)
export type ProposalOutcome = z.infer<typeof ProposalOutcome>

/** What a decision on proposals does to the questions; `covered`: a question that is there asks it already. */
export const proposalChanges = ['add', 'reword', 'drop', 'covered', 'none'] as const
export const ProposalChange = z.enum(proposalChanges)
export type ProposalChange = z.infer<typeof ProposalChange>

/** What a comment is about: whether something is so, or what someone thinks of it. They are disclosed differently (Woo, article 5.2). */
export const commentNatures = ['fact', 'opinion'] as const
export const CommentNature = z.enum(commentNatures)
export type CommentNature = z.infer<typeof CommentNature>

export const sectionStatuses = ['draft', 'in-review', 'returned', 'approved'] as const
export const SectionStatus = z.enum(sectionStatuses)
export type SectionStatus = z.infer<typeof SectionStatus>

export const paragraphKinds = ['synthesis', 'fact', 'quote', 'gap'] as const
export const ParagraphKind = z.enum(paragraphKinds)
export type ParagraphKind = z.infer<typeof ParagraphKind>

export const citationSupports = ['supports', 'contradicts', 'context'] as const
export const CitationSupport = z.enum(citationSupports)
export type CitationSupport = z.infer<typeof CitationSupport>

/** How footnotes and the list of sources are written (editor/render/citations). */
export const citationStyles = ['dutch-report', 'euaa'] as const
export const CitationStyle = z.enum(citationStyles)
export type CitationStyle = z.infer<typeof CitationStyle>

export const sourceKinds = [
  'government',
  'international',
  'ngo',
  'media',
  'academic',
  'dataset',
  'legislation',
  'oral',
  'other',
] as const
export const SourceKind = z.enum(sourceKinds)
export type SourceKind = z.infer<typeof SourceKind>

export const confidentialities = ['public', 'confidential'] as const
export const Confidentiality = z.enum(confidentialities)
export type Confidentiality = z.infer<typeof Confidentiality>

/** What kind of event an incident is. The first three follow UCDP GED's type_of_violence 1, 2 and 3. */
export const incidentKinds = [
  'state-based',
  'non-state',
  'one-sided',
  'sexual-violence',
  'attack-on-health-care',
  'other',
] as const
export const IncidentKind = z.enum(incidentKinds)
export type IncidentKind = z.infer<typeof IncidentKind>

/** Perpetrator classes, private ones included (SR-34). An actor named first in a dataset is not thereby the attacker. */
export const perpetratorClasses = ['state', 'non-state-armed', 'family', 'community', 'employer', 'other', 'unknown'] as const
export const PerpetratorClass = z.enum(perpetratorClasses)
export type PerpetratorClass = z.infer<typeof PerpetratorClass>

export const datePrecisions = ['day', 'days', 'week', 'month', 'year'] as const
export const DatePrecision = z.enum(datePrecisions)
export type DatePrecision = z.infer<typeof DatePrecision>

export const placePrecisions = [
  'exact',
  'within-25-km',
  'admin-2',
  'admin-1',
  'linear-or-fuzzy',
  'country',
  'sea-or-air',
] as const
export const PlacePrecision = z.enum(placePrecisions)
export type PlacePrecision = z.infer<typeof PlacePrecision>

/** Things about a record that a reader must know and that did not make it wrong enough to refuse. */
export const incidentFlags = ['low-above-best', 'best-above-high', 'no-admin-1', 'source-year-differs'] as const
export const IncidentFlag = z.enum(incidentFlags)
export type IncidentFlag = z.infer<typeof IncidentFlag>

/** The texts of a release that have files of their own. */
export const releaseParts = ['report', 'terms'] as const
export const ReleasePart = z.enum(releaseParts)
export type ReleasePart = z.infer<typeof ReleasePart>

export const exportFormats = ['html', 'pdf', 'docx', 'json'] as const
export const ExportFormat = z.enum(exportFormats)
export type ExportFormat = z.infer<typeof ExportFormat>

/** What can be the matter with a question's wording (SR-06). A finding is a hint: nothing is refused for it. */
export const wordingKinds = ['closed', 'leading', 'double-barrelled', 'abuse-centred', 'policy-conclusion'] as const
export const WordingKind = z.enum(wordingKinds)
export type WordingKind = z.infer<typeof WordingKind>

/** What an organisation without an account can be invited to by a link. */
export const invitationPurposes = ['round', 'consultation'] as const
export const InvitationPurpose = z.enum(invitationPurposes)
export type InvitationPurpose = z.infer<typeof InvitationPurpose>

/** What a link can do: only an open one takes something; after handing in, or after its last day, it shows what became of what was given. */
export const invitationStates = ['open', 'handed-in', 'closed', 'expired', 'withdrawn'] as const
export const InvitationState = z.enum(invitationStates)
export type InvitationState = z.infer<typeof InvitationState>

/** To whom a targeted question about a question of the standard can be put (SR-70). */
export const remarkAddressees = ['author', 'reviewer', 'decision-officer', 'researcher', 'contributor'] as const
export const RemarkAddressee = z.enum(remarkAddressees)
export type RemarkAddressee = z.infer<typeof RemarkAddressee>

/** Who speaks of a question: those who answer it, or those who use the answer. */
export const remarkSides = ['author', 'officer'] as const
export const RemarkSide = z.enum(remarkSides)
export type RemarkSide = z.infer<typeof RemarkSide>

/** What a remark is about: every remark is about something named, none is a mark for the whole (SR-69). */
export const remarkAspects = {
  author: ['answerable', 'unclear', 'too-much', 'overlap', 'no-sources'],
  officer: ['used-for', 'missing', 'too-general', 'unclear', 'outdated'],
} as const
export const RemarkAspect = z.enum([...remarkAspects.author, ...remarkAspects.officer])
export type RemarkAspect = z.infer<typeof RemarkAspect>

/** What can be proposed for a question after it was tried (SR-12). */
export const questionChanges = ['keep', 'reword', 'split', 'merge', 'move', 'drop', 'take-back'] as const
export const QuestionChange = z.enum(questionChanges)
export type QuestionChange = z.infer<typeof QuestionChange>

/** What became of a question in a released report. */
export const answerStates = ['answered', 'with-gap', 'unanswered'] as const
export const AnswerState = z.enum(answerStates)
export type AnswerState = z.infer<typeof AnswerState>
/** The answers to the consultation question (SR-49): were external experts consulted, or why not. */
export const consultationAnswers = ['held', 'not-possible', 'not-relevant'] as const
export const ConsultationAnswer = z.enum(consultationAnswers)
export type ConsultationAnswer = z.infer<typeof ConsultationAnswer>

/** How experts were consulted. */
export const consultationWays = ['meeting', 'written', 'conversation'] as const
export const ConsultationWay = z.enum(consultationWays)
export type ConsultationWay = z.infer<typeof ConsultationWay>

/** Where a consultation stands: nobody was asked yet, input can be given, its last day has passed, or its version is no draft any more. */
export const consultationPhases = ['none', 'open', 'closed', 'fixed'] as const
export const ConsultationPhase = z.enum(consultationPhases)
export type ConsultationPhase = z.infer<typeof ConsultationPhase>

/** How input came: from someone with an account, by an invitation's link, or in a meeting that staff report. */
export const inputChannels = ['account', 'invitation', 'meeting'] as const
export const InputChannel = z.enum(inputChannels)
export type InputChannel = z.infer<typeof InputChannel>

/** Where input stands, as its giver sees it. */
export const inputStates = ['received', 'in-treatment', 'decided', 'set-aside'] as const
export const InputState = z.enum(inputStates)
export type InputState = z.infer<typeof InputState>

/** What is done with a point (SR-51). */
export const pointActions = ['wording', 'question', 'training', 'none'] as const
export const PointAction = z.enum(pointActions)
export type PointAction = z.infer<typeof PointAction>

/** What became of a point (SR-50). */
export const pointOutcomes = ['adopted', 'partly', 'not-adopted'] as const
export const PointOutcome = z.enum(pointOutcomes)
export type PointOutcome = z.infer<typeof PointOutcome>

export const courseKinds = ['course', 'workshop', 'e-learning'] as const
export const CourseKind = z.enum(courseKinds)
export type CourseKind = z.infer<typeof CourseKind>
