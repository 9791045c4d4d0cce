import { describe, expect, it } from 'vitest'
import type { Actor } from '#app/policies/actor.ts'
import { allows, inGenderBlock, policies, roleAllows, whoCanHelp, type Action } from '#app/policies/policies.ts'
import { consultationPhases, roles, sectionStatuses, standardStatuses, termsStatuses, type Role } from '#schemas/vocabulary.ts'
import { columns, expected } from './expected.ts'

const me = 'a0000000-0000-4000-8000-000000000001'
const stranger = 'a0000000-0000-4000-8000-000000000002'
const person = (...given: Role[]): Actor => ({
  id: me,
  name: 'Test',
  organisation: 'BZ',
  language: 'nl',
  roles: given,
  topics: [],
})

/** Every state a record can be in towards the one who asks. */
const states = {
  terms: Object.fromEntries(termsStatuses.map((status) => [status, { status }])),
  section: Object.fromEntries(
    sectionStatuses.flatMap((status) => [
      [`${status} stranger`, { status, authorId: stranger, contributorIds: [stranger] }],
      [`${status} own`, { status, authorId: me, contributorIds: [] }],
      [`${status} helped`, { status, authorId: stranger, contributorIds: [stranger, me] }],
    ]),
  ),
  standard: Object.fromEntries(
    standardStatuses.flatMap((status) => [
      [status, { status, used: false }],
      [`${status} in use`, { status, used: true }],
    ]),
  ),
  round: Object.fromEntries(
    (['open', 'deciding', 'closed'] as const).flatMap((phase) => [
      [`${phase} asked`, { phase, asked: [{ code: 'BZ' }] }],
      [`${phase} not-asked`, { phase, asked: [{ code: 'IND' }] }],
    ]),
  ),
  proposal: {
    'open own': { phase: 'open', asked: [], giverId: me, decided: false, withdrawn: false },
    "open another's": { phase: 'open', asked: [], giverId: stranger, decided: false, withdrawn: false },
    'open decided': { phase: 'open', asked: [], giverId: me, decided: true, withdrawn: false },
    'open withdrawn': { phase: 'open', asked: [], giverId: me, decided: false, withdrawn: true },
    'deciding own': { phase: 'deciding', asked: [], giverId: me, decided: false, withdrawn: false },
    'closed own': { phase: 'closed', asked: [], giverId: me, decided: false, withdrawn: false },
  },
  consultation: Object.fromEntries(consultationPhases.map((phase) => [phase, { phase }])),
  comment: { own: { authorId: me }, "another's": { authorId: stranger } },
  vault: {
    holder: { keeperIds: [stranger, me], recorded: false },
    'holder recorded': { keeperIds: [me], recorded: true },
    stranger: { keeperIds: [stranger], recorded: false },
    'stranger recorded': { keeperIds: [stranger], recorded: true },
  },
  grant: { own: { userId: me }, "another's": { userId: stranger }, "nobody's": { userId: null } },
  none: { '': undefined },
} as const

/** Which kind of record an action's condition looks at. */
const recordKind: Partial<Record<Action, keyof typeof states>> = {
  'terms.change': 'terms',
  'terms.hand-over': 'terms',
  'terms.accept': 'terms',
  'terms.return': 'terms',
  'standard.change': 'standard',
  'standard.consult': 'standard',
  'standard.return': 'standard',
  'standard.put-in-force': 'standard',
  'standard.withdraw': 'standard',
  'round.view': 'round',
  'round.change': 'round',
  'round.invite': 'round',
  'proposal.give': 'round',
  'proposal.change': 'proposal',
  'proposal.decide': 'round',
  'consultation.open': 'consultation',
  'consultation.answer': 'consultation',
  'consultation.invite': 'consultation',
  'consultation.report': 'consultation',
  'consultation.give': 'consultation',
  'section.assign': 'section',
  'section.hand-over': 'section',
  'section.write': 'section',
  'section.suggest': 'section',
  'section.submit': 'section',
  'section.approve': 'section',
  'section.return': 'section',
  'comment.resolve': 'comment',
  'comment.mark': 'comment',
  'section.drop-version-name': 'comment',
  'vault.view': 'vault',
  'vault.record': 'vault',
  'vault.read': 'vault',
  'vault.erase': 'vault',
  'vault.grant': 'grant',
  'remark.withdraw': 'comment',
}
const statesOf = (action: Action): Record<string, unknown> => states[recordKind[action] ?? 'none']
const may = allows as (actor: Actor | null, action: Action, record?: unknown) => boolean
const actions = Object.keys(policies) as Action[]

const rows = expected.flatMap(([action, named, people]) =>
  named
    .split(', ')
    .flatMap((name) =>
      name.endsWith(' *') ? Object.keys(statesOf(action)).filter((state) => state.startsWith(name.slice(0, -1))) : [name],
    )
    .map((state) => ({ action, state, people: people.replaceAll(' ', '') })),
)

describe('the table of who may do what', () => {
  it('has a column for every role and for nobody', () => {
    expect([...columns].sort()).toEqual([...roles, 'nobody'].sort())
    for (const [action, state, people] of expected) {
      expect(people.replaceAll(' ', ''), `${action} ${state}`).toMatch(new RegExp(`^[x-]{${columns.length}}$`))
    }
  })

  it('has a row for every action in every state of its record, once', () => {
    const all = actions.flatMap((action) => Object.keys(statesOf(action)).map((state) => `${action} ${state}`))
    expect(rows.map(({ action, state }) => `${action} ${state}`).sort()).toEqual(all.sort())
  })

  it('knows for every policy with a condition what record it looks at', () => {
    const conditional = actions.filter((action) => policies[action].when !== undefined)
    expect(Object.keys(recordKind).sort()).toEqual(conditional.sort())
  })
})

describe('who may do what', () => {
  it.each(rows)('$action $state', ({ action, state, people }) => {
    const record = statesOf(action)[state]
    const actors = columns.map((column) => (column === 'nobody' ? null : person(column)))
    const verdict = (yes: boolean) => (yes ? 'x' : '-')
    expect(actors.map((actor) => verdict(may(actor, action, record))).join('')).toBe(people)
    // Whoever may in some state is let through the door; the record decides inside.
    for (const actor of actors) if (may(actor, action, record)) expect(roleAllows(actor, action)).toBe(true)
  })
})

describe('people with more than one role', () => {
  const everyRole = person(...roles)

  it('may do what any of their roles may', () => {
    const both = person('policy', 'researcher')
    expect(allows(both, 'terms.create')).toBe(true)
    expect(allows(both, 'source.create')).toBe(true)
    expect(allows(both, 'release.create')).toBe(false)
  })

  it('never approve or return what they wrote or helped to write, not with every role at once', () => {
    for (const record of [states.section['in-review own'], states.section['in-review helped']] as never[]) {
      expect(may(everyRole, 'section.approve', record)).toBe(false)
      expect(may(everyRole, 'section.return', record)).toBe(false)
    }
    expect(may(everyRole, 'section.approve', states.section['in-review stranger'])).toBe(true)
  })

  it('may do nothing that asks a role when they have none', () => {
    const without = person()
    for (const action of actions) {
      const open = ['anyone', 'signed-in'].includes(policies[action].who as string)
      expect(roleAllows(without, action), action).toBe(open)
    }
  })
})

describe('who can help', () => {
  it('names the roles a refused person can turn to, and none where everyone may', () => {
    expect(whoCanHelp('release.create')).toEqual(['publisher'])
    expect(whoCanHelp('section.approve')).toEqual(['reviewer', 'publisher'])
    expect(whoCanHelp('home.view')).toEqual([])
  })
})

describe('the gender block', () => {
  it('holds every question with one of its themes, whatever else the question is about', () => {
    expect(inGenderBlock(['security', 'lhbtiq'])).toBe(true)
    expect(inGenderBlock(['security', 'documents'])).toBe(false)
    expect(inGenderBlock([])).toBe(false)
  })
})
