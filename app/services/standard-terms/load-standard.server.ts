import { recordEvent } from '#app/platform/audit/record-event.server.ts'
import type { UseCase } from '#app/platform/context.server.ts'
import type { Queryable } from '#app/platform/database/sql.server.ts'
import { withTransaction } from '#app/platform/database/transaction.server.ts'
import { today } from '#app/platform/today.ts'
import type { Actor } from '#app/policies/actor.ts'
import { StandardTermsFile } from '#schemas/standard-terms.ts'
import { keepChange } from './keep-change.server.ts'
import { lockStandard } from './lock-standard.server.ts'
import { moveOn } from './move-on.server.ts'
import { lockInForce, succeed } from './put-in-force.server.ts'
import { writeTree } from './write-tree.server.ts'

/** What comes with the product is asked of a general country report. */
const kind = 'general'

/**
 * Loads standard terms of reference that come with the product and puts them in force, replacing the version that was; all in one transaction. A
 * version that is already there is left as it is: what was in force is never changed.
 * @returns the id of this version.
 */
export async function loadStandard(useCase: UseCase<Actor | null>, input: StandardTermsFile): Promise<string> {
  const file = StandardTermsFile.parse(input)
  return withTransaction(useCase.sql, async (tx) => {
    const within = { ...useCase, sql: tx }
    const former = await lockInForce(tx, kind)
    const added = await addVersion(within, file)
    if (!added.isNew) return added.id
    const draft = await lockStandard(tx, added.id)
    await tx`update standard_terms set status = 'consulted', consulted_on = ${today(useCase.clock)} where id = ${added.id}`
    await succeed(within, { ...draft, status: 'consulted' }, former, null)
    return added.id
  })
}

/**
 * Loads a former version that comes with the product, withdrawn in favour of a later one that is already there. One that is there is left as it is.
 */
export async function loadFormerStandard(
  useCase: UseCase<Actor | null>,
  input: StandardTermsFile,
  successor: { id: string; version: string },
): Promise<void> {
  const file = StandardTermsFile.parse(input)
  await withTransaction(useCase.sql, async (tx) => {
    const within = { ...useCase, sql: tx }
    await lockInForce(tx, kind)
    const added = await addVersion(within, file)
    if (!added.isNew) return
    await moveOn(within, await lockStandard(tx, added.id), { to: 'withdrawn', reason: null, on: today(useCase.clock), successor })
  })
}

async function addVersion(useCase: UseCase<Actor | null> & { sql: Queryable }, file: StandardTermsFile) {
  const { sql } = useCase
  const [added] = await sql<{ id: string }[]>`
    insert into standard_terms (kind, version, title_nl, title_en, status, created_at)
    values (${kind}, ${file.version}, ${file.title.nl}, ${file.title.en}, 'draft', ${useCase.clock()})
    on conflict (kind, version) do nothing returning id`
  if (!added) {
    const [present] = await sql<
      { id: string }[]
    >`select id from standard_terms where kind = ${kind} and version = ${file.version}`
    return { id: present!.id, isNew: false }
  }
  const questions = await writeTree(sql, added.id, file)
  await keepChange(useCase, { standardId: added.id, kind: 'loaded', reason: null, after: { version: file.version, questions } })
  await recordEvent(useCase, {
    action: 'standard.loaded',
    objectType: 'standard-terms',
    objectId: added.id,
    details: { version: file.version, questions },
  })
  return { id: added.id, isNew: true }
}
