import { describe, expect, it } from 'vitest'
import { coverageOf } from '#app/services/terms-of-reference/coverage.ts'
import type { Question } from '#app/services/terms-of-reference/question-tree.ts'
import { standardSections } from '../support/terms.ts'

const shipped: Question[] = standardSections.flatMap((section) =>
  section.questions.map((it) => ({
    key: it.key,
    nodeKey: section.key,
    kind: it.kind,
    mandatory: it.mandatory,
    themes: it.themes,
    askedBy: it.askedBy,
    wordingNl: it.nl,
    wordingEn: it.en,
    formerWordingNl: it.formerWording?.nl ?? null,
    rationaleNl: it.rationale.nl,
    rationaleEn: it.rationale.en,
    state: 'kept',
    reason: null,
  })),
)
const question = (instead: Partial<Question>): Question => ({ ...shipped[0]!, formerWordingNl: null, ...instead })
const leftOut = { state: 'dropped' as const, reason: 'Niet gevraagd dit jaar.' }

describe('the coverage of a set of questions', () => {
  it('counts the kinds and themes that are asked, and what was dropped or added', () => {
    const coverage = coverageOf([
      question({ kind: 'law', themes: ['women', 'documents'] }),
      question({ kind: 'law', themes: ['women'], ...leftOut }),
      question({ kind: 'group', themes: ['minors'], state: 'added', reason: 'Gevraagd door de IND.' }),
    ])
    expect(coverage).toMatchObject({ asked: 2, dropped: 1, added: 1 })
    expect(coverage.kinds.find((it) => it.kind === 'law')).toEqual({ kind: 'law', asked: 1, dropped: 1 })
    expect(coverage.themes.filter((it) => it.asked > 0).map((it) => [it.theme, it.asked, it.kinds])).toEqual([
      ['documents', 1, { law: 1 }],
      ['women', 1, { law: 1 }],
      ['minors', 1, { group: 1 }],
    ])
  })

  it('tells open from closed, and the wider picture from single events and abuses only', () => {
    const coverage = coverageOf([
      question({ kind: 'context', wordingNl: 'Hoe is de situatie in het land?' }),
      question({ kind: 'practice', wordingNl: 'Welke misstanden hebben zich voorgedaan?' }),
      question({ kind: 'event', wordingNl: 'Is er iets gebeurd?' }),
      question({ kind: 'law', wordingNl: 'De familiewet.' }),
    ])
    expect(coverage.openings).toEqual({ open: 2, closed: 1, unknown: 1 })
    expect(coverage.perspective).toEqual({ wider: 1, incidents: 2, other: 1 })
    expect(coverage.findings.filter((it) => it.questions > 0)).toEqual([
      { kind: 'closed', questions: 1 },
      { kind: 'abuse-centred', questions: 1 },
    ])
  })

  it('sees that a question of one kind also asks about law, policy, practice or protection', () => {
    const { aspects, themes } = coverageOf([
      question({ kind: 'law', themes: ['journalists'], wordingNl: 'Welke wetten en welk beleid gelden voor de media?' }),
      question({ kind: 'group', themes: ['journalists'], wordingNl: 'Hoe was de positie van journalisten?' }),
    ])
    expect(aspects).toEqual({
      law: { ofKind: 1, inWords: 0 },
      policy: { ofKind: 0, inWords: 1 },
      practice: { ofKind: 0, inWords: 0 },
      protection: { ofKind: 0, inWords: 0 },
    })
    expect(themes.find((it) => it.theme === 'journalists')?.aspects).toEqual(aspects)
  })

  it('sets the former wordings beside the ones now', () => {
    expect(
      coverageOf([
        question({ formerWordingNl: 'Is er opvang?', wordingNl: 'Welke opvang is er?' }),
        question({ formerWordingNl: 'Welke misstanden waren er?', wordingNl: 'Hoe was de situatie?' }),
        question({ formerWordingNl: 'Is er hulp?', ...leftOut }),
        question({}),
      ]).former,
    ).toEqual({
      before: { questions: 2, open: 1, closed: 1, abuses: 1 },
      now: { questions: 2, open: 2, closed: 0, abuses: 0 },
      without: 1,
    })
  })

  it('finds the gender block of the standard complete, and names precisely what goes missing', () => {
    const whole = coverageOf(shipped)
    expect(whole.genderBlock).toMatchObject({ dropped: [], missingAspects: [], missingParts: [] })
    expect(whole.genderBlock.asked).toBe(whole.genderBlock.standard)
    const without = ['sgbv.fgm', 'sgbv.trafficking', 'sgbv.legal-framework']
    const { genderBlock } = coverageOf(shipped.map((it) => (without.includes(it.key) ? { ...it, ...leftOut } : it)))
    expect(genderBlock.dropped.map((it) => it.key).sort()).toEqual(without.sort())
    expect(genderBlock.missingAspects).toEqual([{ theme: 'trafficking', aspects: ['law', 'policy', 'practice', 'protection'] }])
    expect(genderBlock.missingParts).toEqual(['fgm', 'treaties'])
    expect(coverageOf([]).genderBlock.missingParts).toEqual(['fgm', 'single-women', 'treaties'])
  })
})
