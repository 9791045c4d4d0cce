import { describe, expect, it } from 'vitest'
import { loadStandard } from '#app/services/standard-terms/load-standard.server.ts'
import { markConsulted } from '#app/services/standard-terms/mark-consulted.server.ts'
import { putInForce } from '#app/services/standard-terms/put-in-force.server.ts'
import { readStandard, readStandardInForce, readStandardSummary } from '#app/services/standard-terms/read-standard.server.ts'
import { returnToDraft } from '#app/services/standard-terms/return-to-draft.server.ts'
import { startDraft } from '#app/services/standard-terms/start-draft.server.ts'
import { withdrawStandard } from '#app/services/standard-terms/withdraw-standard.server.ts'
import { consulted } from '../support/consulted.ts'
import { testDatabase } from '../support/database.ts'
import { addPerson, as } from '../support/people.ts'
import { standardFile, standardQuestions } from '../support/terms.ts'

const reason = 'Na bespreking met de drie opdrachtgevers.'
const nobody = '00000000-0000-4000-8000-000000000000'
const immutable = { code: '23001' }

describe('the life of a version', () => {
  const db = testDatabase()
  const person = async () => as(db.sql, await addPerson(db.sql, 'policy'))
  let count = 0
  const draft = async (more: { consulted?: boolean; fromId?: string } = {}) => {
    const policy = await person()
    const fromId = more.fromId ?? (await loadStandard(policy, standardFile))
    const id = await startDraft(policy, { fromId, version: `test ${++count}`, reason })
    if (more.consulted) await consulted(policy, { standardId: id, reason })
    return { policy, id }
  }

  it('begins as a whole copy of another version, under a name of its own', async () => {
    const { policy, id } = await draft()
    const copy = await readStandard(policy, id)
    const source = await readStandard(policy, copy.standard.basedOn!.id)
    expect(copy.standard).toMatchObject({ status: 'draft', createdBy: policy.actor.name, basedOn: { version: '1.0' } })
    expect(copy.chapters).toEqual(source.chapters)
    expect(copy.questions).toEqual(source.questions)
    await expect(startDraft(policy, { fromId: id, version: copy.standard.version, reason })).rejects.toMatchObject({
      code: 'conflict',
      detail: 'version-exists',
    })
    await expect(startDraft(policy, { fromId: nobody, version: 'x', reason })).rejects.toMatchObject({ code: 'not-found' })
    await expect(startDraft(policy, { fromId: id, version: 'x', reason: 'kort' })).rejects.toThrow(/reason-too-short/)
    await expect(startDraft(policy, { fromId: id, version: '../x', reason })).rejects.toThrow(/version-malformed/)
  })

  it('goes from draft to consulted to in force, and withdraws the one that was in force in its favour', async () => {
    const { policy, id } = await draft()
    const before = await readStandardInForce(policy)
    await expect(putInForce(policy, { standardId: id, reason })).rejects.toMatchObject({ code: 'wrong-state', detail: 'draft' })
    await consulted(policy, { standardId: id, reason })
    await expect(markConsulted(policy, { standardId: id, reason })).rejects.toMatchObject({ code: 'wrong-state' })
    await putInForce(policy, { standardId: id, reason, succeedsId: before!.id })
    expect(await readStandardInForce(policy)).toMatchObject({ id, inForceFrom: '2026-11-01', consultedOn: '2026-11-01' })
    expect(await readStandardSummary(policy, before!.id)).toMatchObject({
      status: 'withdrawn',
      withdrawnOn: '2026-11-01',
      successor: { id },
    })
    const [events] =
      await db.sql`select count(*) from audit_event where action = 'standard.moved-on' and object_id in (${id}, ${before!.id})`
    // The former one also came from loading: consulted and in force in one go.
    expect(events!.count).toBeGreaterThanOrEqual(3)
    const changes = await db.sql`select kind, reason from standard_change where standard_id = ${id} order by id`
    expect(changes).toEqual(['started', 'consulted', 'in-force'].map((kind) => ({ kind, reason })))
  })

  it('lets only one version of a kind be in force, also when two people put one in force at once', async () => {
    const [one, two] = [await draft({ consulted: true }), await draft({ consulted: true })]
    const seen = await readStandardInForce(one.policy)
    const outcomes = await Promise.allSettled([
      putInForce(one.policy, { standardId: one.id, reason, succeedsId: seen!.id }),
      putInForce(two.policy, { standardId: two.id, reason, succeedsId: seen!.id }),
    ])
    expect(outcomes.map((it) => it.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find((it) => it.status === 'rejected')).toMatchObject({
      reason: { code: 'conflict', detail: 'other-in-force' },
    })
    const inForce = await db.sql`select id from standard_terms where kind = 'general' and status = 'in-force'`
    expect(inForce).toHaveLength(1)
    await expect(
      db.sql`insert into standard_terms (kind, version, title_nl, title_en, status, in_force_from, created_at)
        values ('general', 'tweede', 'x', 'x', 'in-force', '2026-01-01', now())`,
    ).rejects.toMatchObject({ code: '23505' })
  })

  it('keeps a standard for thematic reports apart from the general one', async () => {
    const policy = await person()
    const general = await readStandardInForce(policy)
    const id = await startDraft(policy, { fromId: general!.id, version: '1.0', kind: 'thematic', reason })
    await consulted(policy, { standardId: id, reason })
    await putInForce(policy, { standardId: id, reason, succeedsId: null })
    expect(await readStandardInForce(policy, 'thematic')).toMatchObject({ id })
    expect(await readStandardInForce(policy)).toMatchObject({ id: general!.id })
  })

  it('goes back from consulted to draft, but not once a country uses it', async () => {
    const { policy, id } = await draft({ consulted: true })
    await returnToDraft(policy, { standardId: id, reason })
    expect(await readStandardSummary(policy, id)).toMatchObject({ status: 'draft', consultedOn: null })
    await consulted(policy, { standardId: id, reason })
    await db.sql`
      insert into terms_of_reference (kind, standard_id, country_code, period_from, period_to, due_on, created_by, created_at)
      values ('general', ${id}, 'SYR', '2026-01-01', '2026-06-30', '2026-12-31', ${policy.actor.id}, now())`
    await expect(returnToDraft(policy, { standardId: id, reason })).rejects.toMatchObject({ detail: 'standard-used' })
    await expect(db.sql`update standard_terms set status = 'draft', consulted_on = null where id = ${id}`).rejects.toMatchObject(
      immutable,
    )
  })

  it('is given up as a draft, with a successor only of its own kind', async () => {
    const { policy, id } = await draft()
    const inForce = await readStandardInForce(policy)
    for (const successorId of [id, nobody])
      await expect(withdrawStandard(policy, { standardId: id, reason, successorId })).rejects.toMatchObject({
        detail: 'no-successor',
      })
    await withdrawStandard(policy, { standardId: id, reason, successorId: inForce!.id })
    expect(await readStandardSummary(policy, id)).toMatchObject({ status: 'withdrawn', inForceFrom: null })
    await expect(withdrawStandard(policy, { standardId: id, reason })).rejects.toMatchObject({ code: 'wrong-state' })
  })

  it('refuses in the database itself any change to a version that is no draft: its questions, its chapters, itself', async () => {
    const { policy, id: consulted } = await draft({ consulted: true })
    const { id: other } = await draft()
    for (const id of [consulted, (await readStandardInForce(policy))!.id]) {
      for (const attempt of [
        db.sql`update standard_question set wording_nl = 'anders' where standard_id = ${id}`,
        db.sql`delete from standard_question where standard_id = ${id}`,
        db.sql`update standard_question set standard_id = ${other} where standard_id = ${id}`,
        db.sql`update standard_node set title_nl = 'anders' where standard_id = ${id}`,
        db.sql`update standard_terms set title_nl = 'anders' where id = ${id}`,
        db.sql`delete from standard_terms where id = ${id}`,
      ])
        await expect(attempt).rejects.toMatchObject(immutable)
    }
    await expect(db.sql`update standard_terms set status = 'draft' where status = 'in-force'`).rejects.toMatchObject(immutable)
    await expect(
      db.sql`update standard_terms set status = 'in-force', in_force_from = '2026-01-01' where id = ${other}`,
    ).rejects.toMatchObject(immutable)
    await expect(db.sql`delete from standard_change`).rejects.toMatchObject(immutable)
    expect(await db.sql`select 1 from standard_question where standard_id = ${consulted}`).toHaveLength(standardQuestions.length)
  })
})
