import type { UseCase } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { addUser } from '../accounts/add-user.server.ts'
import { demoAccounts } from '../accounts/demo-accounts.server.ts'
import { actorByEmail } from '../accounts/actor-by-email.server.ts'
import { readStandardInForce } from '../standard-terms/read-standard.server.ts'
import type { Cast } from './cast.ts'
import { loadComments } from './load-comments.server.ts'
import { loadCommissions } from './load-commissions.server.ts'
import { loadConsultation } from './load-consultation.server.ts'
import { loadEvaluation } from './load-evaluation.server.ts'
import { loadHistory } from './load-history.server.ts'
import { loadIncidents } from './load-incidents.server.ts'
import { loadPlanning } from './load-planning.server.ts'
import { loadRounds } from './load-rounds.server.ts'
import { loadStandardDraft } from './load-standard-draft.server.ts'
import { loadSourceRegister } from './load-source-register.server.ts'
import { loadSuggestions } from './load-suggestions.server.ts'
import { loadSyria } from './load-syria.server.ts'
import { loadWording } from './load-wording.server.ts'
import { loadYemen } from './load-yemen.server.ts'

export type DemoSummary = { accounts: number; reports: number; incidents: number; release: string }

/** Whether there is nothing here that anyone could lose: no account and no terms of reference. */
export async function databaseIsEmpty(sql: Queryable): Promise<boolean> {
  const [row] = await sql`select exists (select from app_user) or exists (select from terms_of_reference) as used`
  return row?.used === false
}

/**
 * Loads the demonstration: one account per role, the released demonstration report on Syria and a short one under the former standard, a half-written report on Yemen, and terms of
 * reference in preparation and handed over, so that every role finds something to do. All or nothing.
 * @throws {DomainError} `conflict` (`database-in-use`) when the database already holds accounts or terms of reference.
 */
export async function loadDemo(useCase: UseCase<null>): Promise<DemoSummary> {
  return withTransaction(useCase.sql, async (sql) => {
    const within = { ...useCase, sql }
    if (!(await databaseIsEmpty(sql))) throw new DomainError('conflict', 'database-in-use')
    for (const account of demoAccounts) await addUser(within, account)
    const cast: Cast = {
      policy: { ...within, actor: await actorByEmail(sql, 'beleid@demo.example') },
      author: { ...within, actor: await actorByEmail(sql, 'auteur@demo.example') },
      reviewer: { ...within, actor: await actorByEmail(sql, 'beoordelaar@demo.example') },
      publisher: { ...within, actor: await actorByEmail(sql, 'uitgever@demo.example') },
    }
    const standard = await readStandardInForce(within)
    if (!standard) throw new DomainError('wrong-state', 'no-standard-in-force')
    const incidents = await loadIncidents(cast)
    const release = await loadSyria(cast, standard.id, incidents)
    await loadYemen(cast, standard.id)
    await loadComments(cast)
    await loadHistory(cast)
    await loadSuggestions(cast)
    await loadCommissions(cast, standard.id)
    await loadWording(cast, standard.id)
    await loadConsultation(cast, await loadStandardDraft(cast, standard.id))
    await loadRounds(cast)
    await loadEvaluation(cast, standard.id, incidents, release)
    await loadPlanning(cast)
    await loadSourceRegister(cast)
    return { accounts: demoAccounts.length, reports: 3, incidents: incidents.size, release }
  })
}
