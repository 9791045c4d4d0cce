import type { Action } from '#app/policies/policies.ts'

/**
 * Who may do what, written out by hand from the domain documents: not derived from app/policies, so that a slip there shows.
 * One row per action and state; one column per person. `x` may, `-` may not.
 *
 * Columns: author, reviewer, publisher · policy officer, contributor, researcher · decision officer, coordinator, external expert,
 * administrator · nobody signed in.
 *
 * The states of a record are named in test/policies/policies.test.ts; a row may name several, parted by `, `. `*` stands for any relation:
 * `draft *` is a draft of a stranger, of oneself, and one that oneself helped with. An action without a record has state ''.
 */
export const expected: readonly (readonly [action: Action, states: string, people: string])[] = [
  // Whoever finds the address.
  ['health.read', '', 'xxx xxx xxxx x'],
  ['session.start', '', 'xxx xxx xxxx x'],
  ['language.choose', '', 'xxx xxx xxxx x'],
  ['glossary.view', '', 'xxx xxx xxxx x'],
  // An invited guest: the link decides.
  ['invitation.open', '', 'xxx xxx xxxx x'],
  ['invitation.answer', '', 'xxx xxx xxxx x'],

  // Everyone with an account.
  ['session.end', '', 'xxx xxx xxxx -'],
  ['account.view', '', 'xxx xxx xxxx -'],
  ['account.change', '', 'xxx xxx xxxx -'],
  ['home.view', '', 'xxx xxx xxxx -'],

  // Terms of reference: the policy side prepares and hands over, Foreign Affairs accepts.
  ['terms.view', '', 'xxx xxx -x-x -'],
  ['terms.create', '', '--- x-- ---- -'],
  ['terms.change', 'in-preparation, returned', '--- x-- ---- -'],
  ['terms.change', 'handed-over, accepted', '--- --- ---- -'],
  ['terms.hand-over', 'in-preparation, returned', '--- x-- ---- -'],
  ['terms.hand-over', 'handed-over, accepted', '--- --- ---- -'],
  ['terms.accept', 'handed-over', 'xxx --- ---- -'],
  ['terms.accept', 'in-preparation, returned, accepted', '--- --- ---- -'],
  ['terms.return', 'handed-over', 'xxx --- ---- -'],
  ['terms.return', 'in-preparation, returned, accepted', '--- --- ---- -'],
  ['planning.view', '', 'xxx xxx -x-x -'],
  ['planning.change', '', '--x x-- ---- -'],
  ['lead-time.set', '', '--- x-- ---x -'],

  // The standard: policy staff revise it, everyone who works on reports reads it; only a draft changes.
  ['standard.view', '', 'xxx xxx -x-x -'],
  ['standard.create', '', '--- x-- ---- -'],
  ['standard.change', 'draft, draft in use', '--- x-- ---- -'],
  ['standard.change', 'consulted, consulted in use, in-force, in-force in use, withdrawn, withdrawn in use', '--- --- ---- -'],
  ['standard.consult', 'draft, draft in use', '--- x-- ---- -'],
  ['standard.consult', 'consulted, consulted in use, in-force, in-force in use, withdrawn, withdrawn in use', '--- --- ---- -'],
  ['standard.return', 'consulted', '--- x-- ---- -'],
  [
    'standard.return',
    'consulted in use, draft, draft in use, in-force, in-force in use, withdrawn, withdrawn in use',
    '--- --- ---- -',
  ],
  ['standard.put-in-force', 'consulted, consulted in use', '--- x-- ---- -'],
  ['standard.put-in-force', 'draft, draft in use, in-force, in-force in use, withdrawn, withdrawn in use', '--- --- ---- -'],
  ['standard.withdraw', 'draft, draft in use, consulted, consulted in use, in-force, in-force in use', '--- x-- ---- -'],
  ['standard.withdraw', 'withdrawn, withdrawn in use', '--- --- ---- -'],
  // Rounds: the policy side opens, decides and closes; who is asked proposes until the last day and sees what became of it.
  ['round.list', '', 'xxx xxx -xxx -'],
  ['round.view', 'open asked, deciding asked, closed asked', 'xxx xxx -xxx -'],
  ['round.view', 'open not-asked, deciding not-asked, closed not-asked', 'xxx xxx -x-x -'],
  ['round.open', '', '--- x-- ---- -'],
  ['round.change', 'open *, deciding *', '--- x-- ---- -'],
  ['round.change', 'closed *', '--- --- ---- -'],
  ['round.invite', 'open *', '--- x-- ---- -'],
  ['round.invite', 'deciding *, closed *', '--- --- ---- -'],
  ['proposal.view-all', '', 'xxx xxx -x-x -'],
  ['proposal.give', 'open asked', '--- xxx -xx- -'],
  ['proposal.give', 'open not-asked, deciding *, closed *', '--- --- ---- -'],
  ['proposal.change', 'open own', '--- xxx -xx- -'],
  ['proposal.change', "open decided, open withdrawn, open another's, deciding own, closed own", '--- --- ---- -'],
  ['proposal.decide', 'open *, deciding *', '--- x-- ---- -'],
  ['proposal.decide', 'closed *', '--- --- ---- -'],

  // Hints about the wording of questions: seen by who reads the questions, left as they are by who writes questions.
  ['wording.view', '', 'xxx xxx -x-x -'],
  ['wording.dismiss', '', '--- xxx -x-- -'],

  // Consulting experts: policy asks and answers, policy and coordinators deal with what was said, experts give and follow their own.
  ['consultation.view', '', 'xxx xxx -x-x -'],
  ['consultation.open', 'none, open, closed', '--- x-- ---- -'],
  ['consultation.open', 'fixed', '--- --- ---- -'],
  ['consultation.answer', 'none, open, closed', '--- x-- ---- -'],
  ['consultation.answer', 'fixed', '--- --- ---- -'],
  ['consultation.invite', 'open', '--- x-- -x-- -'],
  ['consultation.invite', 'none, closed, fixed', '--- --- ---- -'],
  ['consultation.report', 'none, open, closed', '--- x-- -x-- -'],
  ['consultation.report', 'fixed', '--- --- ---- -'],
  ['consultation.give', 'open', '--- --- --x- -'],
  ['consultation.give', 'none, closed, fixed', '--- --- ---- -'],
  ['consultation.follow', '', '--- --- --x- -'],
  ['consultation.distil', '', '--- x-- -x-- -'],
  ['course.view', '', 'xxx xxx -x-x -'],
  ['course.change', '', '--- x-- -x-- -'],

  // Reports in the making: seen by those who make or check them, never by decision officers or outsiders.
  ['report.view', '', 'xxx xxx -x-x -'],
  ['report.import', '', 'x-- --- ---- -'],
  ['section.view', '', 'xxx xxx -x-x -'],
  ['section.arrange', '', 'x-x --- ---- -'],
  ['section.assign', 'draft *, returned *', 'x-x --- ---- -'],
  ['section.assign', 'in-review *, approved *', '--- --- ---- -'],
  ['section.hand-over', 'draft own, returned own', 'x-x --- ---- -'],
  ['section.hand-over', 'draft stranger, draft helped, returned stranger, returned helped', '--x --- ---- -'],
  ['section.hand-over', 'in-review *, approved *', '--- --- ---- -'],
  ['section.see-hand-over', '', 'x-- --- ---- -'],
  ['section.note', '', 'xxx -x- -x-- -'],
  ['section.write', 'draft *, returned *', 'x-- --- ---- -'],
  ['section.write', 'in-review *, approved *', '--- --- ---- -'],
  ['section.save', '', 'xx- -x- -x-- -'],
  ['section.suggest', 'draft *, returned *', '-x- -x- -x-- -'],
  ['section.suggest', 'in-review *', '-x- --- ---- -'],
  ['section.suggest', 'approved *', '--- --- ---- -'],
  ['section.submit', 'draft *, returned *', 'x-- --- ---- -'],
  ['section.submit', 'in-review *, approved *', '--- --- ---- -'],
  ['section.name-version', '', 'xxx --- ---- -'],
  ['section.drop-version-name', 'own', 'xxx --- ---- -'],
  ['section.drop-version-name', "another's", '--- --- ---- -'],

  // Review: author and approver differ, whatever roles one person has.
  ['review.list', '', '-xx --- -x-- -'],
  ['section.comment', '', 'xxx xxx -x-x -'],
  ['comment.resolve', 'own', 'xxx xxx -x-x -'],
  ['comment.resolve', "another's", 'xxx --- ---- -'],
  ['comment.mark', 'own', 'xxx xxx -x-x -'],
  ['comment.mark', "another's", 'xxx --- ---- -'],
  ['section.approve', 'in-review stranger', '-xx --- ---- -'],
  ['section.approve', 'in-review own, in-review helped', '--- --- ---- -'],
  ['section.approve', 'draft *, returned *, approved *', '--- --- ---- -'],
  ['section.return', 'in-review stranger, approved stranger', '-xx --- ---- -'],
  ['section.return', 'in-review own, in-review helped, approved own, approved helped', '--- --- ---- -'],
  ['section.return', 'draft *, returned *', '--- --- ---- -'],

  // Evidence.
  ['source.view', '', 'xxx xxx -x-x -'],
  ['source.create', '', 'xx- --x ---- -'],
  ['source.change', '', 'xx- --x ---- -'],

  // Who confidential sources are: named persons of Foreign Affairs; the administrator gives the right and does not have it.
  ['vault.view', 'holder, holder recorded', 'xxx --- ---x -'],
  ['vault.view', 'stranger, stranger recorded', '--- --- ---x -'],
  ['vault.record', 'holder, holder recorded, stranger', 'xxx --- ---- -'],
  ['vault.record', 'stranger recorded', '--- --- ---- -'],
  ['vault.read', 'holder, holder recorded', 'xxx --- ---- -'],
  ['vault.read', 'stranger, stranger recorded', '--- --- ---- -'],
  ['vault.erase', 'holder, holder recorded', 'xxx --- ---- -'],
  ['vault.erase', 'stranger, stranger recorded', '--- --- ---- -'],
  ['vault.grant', "another's, nobody's", '--- --- ---x -'],
  ['vault.grant', 'own', '--- --- ---- -'],
  ['incident.view', '', 'xxx xxx xx-x -'],
  ['context.create', '', 'x-- --- ---- -'],

  // Pilots, remarks and the evaluation: policy tries out and weighs; who answers and who uses the answer speak, each for their own.
  ['pilot.mark', '', '--- x-- ---- -'],
  ['evaluation.view', '', 'xxx xxx -x-x -'],
  ['evaluation.record', '', '--- x-- ---- -'],
  ['remark.ask', '', '--- x-- ---- -'],
  ['remark.give-as-author', '', 'xxx --- ---- -'],
  ['remark.give-as-officer', '', '--- -xx x--- -'],
  ['remark.withdraw', 'own', 'xxx -xx x--- -'],
  ['remark.withdraw', "another's", '--- --- ---- -'],

  // What is published.
  ['release.create', '', '--x --- ---- -'],
  ['release.view', '', 'xxx xxx xxxx -'],
  ['search.use', '', 'xxx xxx xx-x -'],
]

export const columns = [
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
  'nobody',
] as const
