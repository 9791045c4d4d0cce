import { describe, expect, it } from 'vitest'
import { wordingFindings } from '#editor/checks/question-wording/find.ts'
import { passageKey } from '#editor/checks/question-wording/passage-key.ts'
import { dismissFinding, DismissedFinding } from '#app/services/wording/dismiss-finding.server.ts'
import { dismissalOf } from '#app/services/wording/dismissal.ts'
import { judgeWordings, WordingFilter } from '#app/services/wording/judge-wordings.server.ts'
import { readDismissals } from '#app/services/wording/read-dismissals.server.ts'
import { readStandardWordings, readTermsWordings } from '#app/services/wording/read-wordings.server.ts'
import { withdrawDismissal } from '#app/services/wording/withdraw-dismissal.server.ts'
import { dropQuestion } from '#app/services/terms-of-reference/drop-question.server.ts'
import { loadStandard } from '#app/services/standard-terms/load-standard.server.ts'
import { testDatabase } from '../support/database.ts'
import { addPerson, as } from '../support/people.ts'
import { someTerms, standardFile, standardQuestions } from '../support/terms.ts'

const nobody = '00000000-0000-4000-8000-000000000000'
const reason = 'Zo heet het in de wet van dat land.'
/** A wording of its own for each test: dismissals hold for the words, wherever they stand. */
const regime = (about: string) => `Hoe gaat het regime om met ${about}?`
const dismissal = (wording: string) => {
  const [finding] = wordingFindings(wording, 'nl')
  return { language: 'nl' as const, wording, rule: finding!.rule, passage: finding!.passage, reason }
}

describe('a hint about a wording', () => {
  const db = testDatabase()
  const person = async () => as(db.sql, await addPerson(db.sql, 'policy'))

  it('can be left as it is with a reason, and then everyone sees by whom, when and why, also where the same sentence stands elsewhere', async () => {
    const policy = await person()
    const wording = regime('critici')
    const id = await dismissFinding(policy, dismissal(wording))
    const elsewhere = `Hoe leven journalisten? HOE gaat  het regime om met critici?`
    const found = await readDismissals({ sql: db.sql }, [{ language: 'nl', wording: elsewhere }])
    expect(found).toEqual([
      {
        id,
        language: 'nl',
        rule: 'nl.leading.loaded-term',
        passageKey: passageKey(wording),
        reason,
        by: policy.actor.name,
        organisation: 'AenM',
        on: '2026-11-01',
      },
    ])
    const finding = wordingFindings(elsewhere, 'nl').find((it) => it.kind === 'leading')!
    expect(dismissalOf(finding, 'nl', found)?.id).toBe(id)
    expect(dismissalOf(finding, 'en', found)).toBeUndefined()
    const [event] = await db.sql`select action, details from audit_event where object_id = ${id}`
    expect(event).toEqual({ action: 'wording.finding-dismissed', details: { rule: 'nl.leading.loaded-term', reason } })
  })

  it('speaks again when the sentence changes, or when it is taken back', async () => {
    const policy = await person()
    const wording = regime('vakbonden')
    const id = await dismissFinding(policy, dismissal(wording))
    expect(await readDismissals(policy, [{ language: 'nl', wording: regime('nieuwe vakbonden') }])).toEqual([])
    await withdrawDismissal(policy, id)
    expect(await readDismissals(policy, [{ language: 'nl', wording }])).toEqual([])
    await expect(withdrawDismissal(policy, id)).rejects.toMatchObject({ code: 'conflict', detail: 'dismissal-withdrawn' })
    await expect(withdrawDismissal(policy, nobody)).rejects.toMatchObject({ code: 'not-found' })
    await expect(withdrawDismissal(policy, 'geen-id')).rejects.toMatchObject({ code: 'not-found' })
    await dismissFinding(policy, { ...dismissal(wording), reason: 'Bij nader inzien toch zo gelaten.' })
    expect(await readDismissals(policy, [{ language: 'nl', wording }])).toMatchObject([
      { reason: 'Bij nader inzien toch zo gelaten.' },
    ])
  })

  it('is left only with a reason in words, and only where it speaks', async () => {
    const policy = await person()
    const good = dismissal(regime('studenten'))
    for (const bad of ['', '   ', 'n.v.t.', ' kort      ']) {
      expect(DismissedFinding.safeParse({ ...good, reason: bad }).error?.issues[0]?.message).toBe('reason-too-short')
      await expect(dismissFinding(policy, { ...good, reason: bad })).rejects.toThrow()
    }
    const other = [
      { rule: 'nl.leading.shortfall' },
      { rule: "'; drop table wording_dismissal; --" },
      { language: 'en' as const },
      { wording: 'Hoe leven studenten?' },
      { passage: 'iets anders' },
    ]
    for (const instead of other) {
      await expect(dismissFinding(policy, { ...good, ...instead })).rejects.toMatchObject({ detail: 'no-such-finding' })
    }
    expect(await db.sql`select 1 from wording_dismissal where passage = ${good.passage}`).toHaveLength(0)
  })

  it('keeps one reason when two people leave it at once', async () => {
    const policy = await person()
    const wording = regime('schrijvers')
    const both = ['De eerste reden van twee.', 'De tweede reden van twee.']
    const results = await Promise.allSettled(
      both.map((words) => dismissFinding(policy, { ...dismissal(wording), reason: words })),
    )
    expect(results.map((it) => it.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(results.find((it) => it.status === 'rejected')).toMatchObject({
      reason: { code: 'conflict', detail: 'finding-dismissed' },
    })
    expect(await readDismissals(policy, [{ language: 'nl', wording }])).toHaveLength(1)
  })

  it('keeps who left it and why: a dismissal is never changed or removed', async () => {
    const policy = await person()
    const id = await dismissFinding(policy, dismissal(regime('advocaten')))
    const refused = { code: '23001' }
    await expect(db.sql`update wording_dismissal set reason = 'een andere reden' where id = ${id}`).rejects.toMatchObject(refused)
    await expect(db.sql`delete from wording_dismissal where id = ${id}`).rejects.toMatchObject(refused)
    await withdrawDismissal(policy, id)
    await expect(
      db.sql`update wording_dismissal set withdrawn_by = null, withdrawn_at = null where id = ${id}`,
    ).rejects.toMatchObject(refused)
  })

  it('is listed for a version of the standard and for a country, dropped questions left out', async () => {
    const policy = await person()
    const { version, wordings } = await readStandardWordings(policy, await loadStandard(policy, standardFile))
    expect(version).toBe(standardFile.version)
    expect(wordings.map((it) => it.key)).toEqual(standardQuestions.map((it) => it.key))
    expect(wordings[1]!.number).toBe('0.1.2')
    for (const id of [undefined, 'x', nobody]) {
      await expect(readStandardWordings(policy, id)).rejects.toMatchObject({ code: 'not-found' })
    }
    const first = await judgeWordings(policy, wordings, WordingFilter.parse({}), 'nl')
    expect(first).toMatchObject({ questions: wordings.length, left: 0, language: 'nl', kind: null, page: 1 })
    expect(first.shown).toHaveLength(25)
    const beyond = await judgeWordings(policy, wordings, WordingFilter.parse({ page: '999', kind: 'double-barrelled' }), 'nl')
    expect(beyond.page).toBe(beyond.pages)
    expect(beyond.shown.every((it) => wordingFindings(it.wording, 'nl').some((f) => f.kind === 'double-barrelled'))).toBe(true)
    expect(WordingFilter.parse({ page: '-1', kind: 'x', in: 'fr' }), 'what cannot be read is not asked').toEqual({
      page: 1,
      kind: null,
      in: null,
    })
    const termsId = await someTerms(policy)
    const key = wordings[0]!.key
    await dropQuestion(policy, { termsId, questionKey: key, reason: 'Niet nodig voor dit land.' })
    const asked = await readTermsWordings(policy, termsId)
    expect(asked).toHaveLength(wordings.length - 1)
    expect(asked[0]!.number).toBe('0.1.2')
    const one = asked.find((it) => wordingFindings(it.wordingNl, 'nl').length > 0)!
    for (const { rule, passage } of wordingFindings(one.wordingNl, 'nl')) {
      await dismissFinding(policy, { language: 'nl', wording: one.wordingNl, rule, passage, reason })
    }
    const after = await judgeWordings(policy, asked, WordingFilter.parse({}), 'nl')
    expect(after.left).toBe(1)
    expect(after.dismissals.length).toBeGreaterThan(0)
  })
})
