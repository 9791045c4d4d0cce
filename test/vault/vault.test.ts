import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { sealKey } from '#app/platform/crypto/seal.server.ts'
import type { VaultKeys } from '#app/platform/crypto/vault-keys.server.ts'
import { createSourceItem } from '#app/services/sources/create-source-item.server.ts'
import { anonymousSource } from '#app/services/sources/create-source-item.server.ts'
import { eraseIdentity } from '#app/services/vault/erase-identity.server.ts'
import { grantKeeper, listEligible, withdrawKeeper } from '#app/services/vault/keepers.server.ts'
import { readIdentity } from '#app/services/vault/read-identity.server.ts'
import { readVault, readVaultState } from '#app/services/vault/read-vault.server.ts'
import { recordIdentity } from '#app/services/vault/record-identity.server.ts'
import { rotateVault } from '#app/services/vault/rotate-vault.server.ts'
import { keeperIds } from '#app/services/vault/vault-rows.server.ts'
import { aSourceItem } from '../support/released.ts'
import { testDatabase } from '../support/database.ts'
import { addPerson, as, noon } from '../support/people.ts'

const newKeys = (...more: VaultKeys['all']): VaultKeys => {
  const current = sealKey(randomBytes(32))
  return { current, all: [current, ...more] }
}
const closed: VaultKeys = { current: null, all: [] }
const words = {
  name: 'Zaynab Geheimnaam',
  organisation: 'Stichting Verborgen',
  position: 'directeur',
  contact: '+963 11 5550199',
  met: 'via de ambassade',
  consent: 'alleen zonder naam',
  risk: 'vervolging bij herkenning',
}
const secrets = ['Geheimnaam', 'Verborgen', '5550199', 'ambassade', 'herkenning', 'Onderbouwing']
const asking = { reason: 'check-statement' as const, explanation: 'Onderbouwing van par. 3.2 nagaan.' }

describe('the source vault', () => {
  const db = testDatabase()
  const keys = newKeys()
  const people = async () => {
    const keeper = as(db.sql, await addPerson(db.sql, 'reviewer'))
    const administrator = as(db.sql, await addPerson(db.sql, 'administrator'))
    await grantKeeper(administrator, keeper.actor.id)
    return { keeper, administrator, author: as(db.sql, await addPerson(db.sql, 'author')) }
  }
  const aSecret = async () => aSourceItem(db.sql, 'confidential')
  const events = async (itemId: string) => [
    ...(await db.sql`select action, result, details, actor_id from audit_event where object_id = ${itemId} and action like 'vault.%' order by id`),
  ]

  it('lets whoever spoke with a source write down who it is, and not read it back', async () => {
    const { author, keeper } = await people()
    const itemId = await aSecret()
    expect(await recordIdentity(author, keys, { itemId, revision: 0, ...words })).toEqual({ revision: 1 })
    await expect(readIdentity(author, keys, { itemId, ...asking })).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(recordIdentity(author, keys, { itemId, revision: 1, ...words })).rejects.toMatchObject({ code: 'not-allowed' })
    expect(await readIdentity(keeper, keys, { itemId, ...asking })).toEqual({ identity: words, revision: 1 })
    expect(await events(itemId)).toEqual([
      {
        action: 'vault.identity-recorded',
        result: 'done',
        details: { revision: 1, keyId: keys.current!.id },
        actor_id: author.actor.id,
      },
      { action: 'vault.identity-read', result: 'refused', details: { reason: 'check-statement' }, actor_id: author.actor.id },
      { action: 'vault.identity-read', result: 'done', details: { reason: 'check-statement' }, actor_id: keeper.actor.id },
    ])
  })

  it('asks a reason each time, and lists who asked, told or not, with the reason for keepers only', async () => {
    const { author, keeper, administrator } = await people()
    const itemId = await aSecret()
    await recordIdentity(author, keys, { itemId, revision: 0, ...words })
    for (const wrong of [{ reason: 'nieuwsgierig' }, { explanation: 'zomaar' }, { explanation: '' }])
      await expect(readIdentity(keeper, keys, { itemId, ...asking, ...wrong } as never)).rejects.toThrow()
    await readIdentity(keeper, keys, { itemId, ...asking })
    await readIdentity(author, keys, { itemId, ...asking }).catch(() => {})
    const mine = (await readVault(keeper, keys)).readings.filter((reading) => reading.itemId === itemId)
    expect(mine.map(({ readBy, told, reason, explanation }) => [readBy, told, reason, explanation]).sort()).toEqual(
      [
        [author.actor.name, false, 'check-statement', asking.explanation],
        [keeper.actor.name, true, 'check-statement', asking.explanation],
      ].sort(),
    )
    const theirs = (await readVault(administrator, keys)).readings.filter((reading) => reading.itemId === itemId)
    expect(theirs).toHaveLength(2)
    expect(theirs.every(({ explanation }) => explanation === null)).toBe(true)
    await expect(db.sql`delete from vault.reading`).rejects.toThrow(/append-only/)
    await expect(db.sql`update vault.reading set told = not told`).rejects.toThrow(/append-only/)
  })

  it('refuses the second of two keepers who replace it at once', async () => {
    const { keeper } = await people()
    const itemId = await aSecret()
    await recordIdentity(keeper, keys, { itemId, revision: 0, ...words })
    const outcomes = await Promise.allSettled(
      ['Een', 'Twee'].map((name) => recordIdentity(keeper, keys, { itemId, revision: 1, ...words, name })),
    )
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await readIdentity(keeper, keys, { itemId, ...asking })).revision).toBe(2)
  })

  it('binds what is in it to its row: moved, rolled back or changed it does not open, and the error tells nothing', async () => {
    const { keeper } = await people()
    const [one, two] = [await aSecret(), await aSecret()]
    await recordIdentity(keeper, keys, { itemId: one, revision: 0, ...words })
    await recordIdentity(keeper, keys, { itemId: two, revision: 0, ...words, name: 'Iemand anders' })
    const failure = async (itemId: string, with_: VaultKeys = keys) => {
      const error = await readIdentity(keeper, with_, { itemId, ...asking }).then(
        () => undefined,
        (thrown: Error & { detail?: string }) => thrown,
      )
      for (const secret of [...secrets, 'Iemand', keys.current!.bytes.toString('hex')])
        expect(`${error?.stack} ${JSON.stringify(error)}`).not.toContain(secret)
      return error?.detail
    }
    await db.sql`
      update vault.identity set nonce = other.nonce, sealed = other.sealed from vault.identity other
      where identity.item_id = ${one} and other.item_id = ${two}`
    expect(await failure(one), 'a row of another item').toBe('vault-tampered')
    expect(await failure(two)).toBeUndefined()
    await recordIdentity(keeper, keys, { itemId: two, revision: 1, ...words })
    await db.sql`update vault.identity set revision = 1 where item_id = ${two}`
    expect(await failure(two), 'an older revision').toBe('vault-tampered')
    await db.sql`update vault.identity set revision = 2, sealed = set_byte(sealed, 3, get_byte(sealed, 3) # 1) where item_id = ${two}`
    expect(await failure(two), 'a bit').toBe('vault-tampered')
    expect(await failure(two, newKeys()), 'a wrong key').toBe('vault-other-key')
    expect(await failure(two, closed), 'no key').toBe('vault-closed')
    const asked = (await events(two)).filter(({ action }) => action === 'vault.identity-read')
    expect(asked.map(({ result }) => result as string)).toEqual(['done', 'refused', 'refused', 'refused', 'refused'])
  })

  it('says plainly when it is closed or the key is another, and takes nothing in then', async () => {
    const { author, keeper } = await people()
    const itemId = await aSecret()
    await expect(recordIdentity(author, closed, { itemId, revision: 0, ...words })).rejects.toMatchObject({
      detail: 'vault-closed',
    })
    await expect(recordIdentity(author, newKeys(), { itemId, revision: 0, ...words })).rejects.toMatchObject({
      detail: 'vault-other-key',
    })
    expect((await readVaultState(keeper, closed)).state).toBe('closed')
    expect((await readVaultState(keeper, newKeys())).state).toBe('other-key')
    expect((await readVaultState(keeper, keys)).state).toBe('open')
  })

  it('holds identities of confidential items only', async () => {
    const { author } = await people()
    const itemId = await aSourceItem(db.sql)
    await expect(recordIdentity(author, keys, { itemId, revision: 0, ...words })).rejects.toMatchObject({ code: 'not-found' })
    await expect(
      db.sql`insert into vault.identity select ${itemId}, key_id, nonce, sealed, 1, ${noon}, recorded_by, ${noon}, recorded_by from vault.identity limit 1`,
    ).rejects.toThrow(/confidential items only/)
  })

  it('gives the right to the ministry’s own people only, never to oneself, and takes it back at once', async () => {
    const { administrator, keeper, author } = await people()
    const officer = await addPerson(db.sql, 'decision-officer')
    await expect(grantKeeper(administrator, officer.id)).rejects.toMatchObject({ detail: 'not-eligible' })
    await expect(grantKeeper(administrator, administrator.actor.id)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(grantKeeper(administrator, 'x')).rejects.toMatchObject({ code: 'not-found' })
    expect((await listEligible(administrator)).map(({ id }) => id)).toContain(author.actor.id)
    const itemId = await aSecret()
    await recordIdentity(author, keys, { itemId, revision: 0, ...words })
    await withdrawKeeper(administrator, keeper.actor.id)
    expect(await keeperIds(administrator)).toEqual([])
    await expect(readIdentity(keeper, keys, { itemId, ...asking })).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(withdrawKeeper(administrator, keeper.actor.id)).rejects.toMatchObject({ code: 'not-found' })
    await grantKeeper(administrator, keeper.actor.id)
    await grantKeeper(administrator, keeper.actor.id)
    expect(await keeperIds(administrator)).toEqual([keeper.actor.id])
    expect(
      (await readVault(administrator, keys)).keepers.filter(({ withdrawnAt }) => withdrawnAt !== null).length,
    ).toBeGreaterThan(0)
  })

  it('erases who it is, and keeps that it was there and who asked', async () => {
    const { keeper, author } = await people()
    const itemId = await aSecret()
    await recordIdentity(author, keys, { itemId, revision: 0, ...words })
    await readIdentity(keeper, keys, { itemId, ...asking })
    await expect(eraseIdentity(author, itemId)).rejects.toMatchObject({ code: 'not-allowed' })
    await eraseIdentity(keeper, itemId)
    await expect(readIdentity(keeper, keys, { itemId, ...asking })).rejects.toMatchObject({ code: 'not-found' })
    expect((await events(itemId)).map(({ action }) => action as string)).toEqual([
      'vault.identity-recorded',
      'vault.identity-read',
      'vault.identity-erased',
    ])
  })

  it('leaves no plain text of it anywhere in the database', async () => {
    const { author, keeper } = await people()
    const sourceId = await anonymousSource(author, 'oral')
    const itemId = await createSourceItem(author, {
      sourceId,
      title: words.name,
      confidentiality: 'confidential',
      published: '2026-05',
    })
    await recordIdentity(author, keys, { itemId, revision: 0, ...words })
    await readIdentity(keeper, keys, { itemId, ...asking })
    const tables = await db.sql<{ schema: string; name: string }[]>`
      select table_schema as schema, table_name as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`
    expect(tables.map(({ schema, name }) => `${schema}.${name}`)).toContain('vault.identity')
    const dumped: string[] = []
    for (const { schema, name } of tables) {
      const rows = await db.sql<{ row: string }[]>`select t::text as row from ${db.sql(schema)}.${db.sql(name)} t`
      dumped.push(...rows.map(({ row }) => row.toLowerCase()))
    }
    const dump = dumped.join('\n')
    for (const secret of secrets) {
      const hex = Buffer.from(secret).toString('hex')
      const base64 = Buffer.from(`xx${secret}`).toString('base64').slice(4, -4)
      for (const form of [secret.toLowerCase(), hex, base64.toLowerCase()])
        expect(dump.includes(form), `${secret} as ${form}`).toBe(false)
    }
    expect(dump).not.toContain(keys.current!.bytes.toString('hex'))
  })

  describe('turning to another key', () => {
    it('seals all of it anew, and then needs the old key no more', async () => {
      const { keeper } = await people()
      const itemId = await aSecret()
      await recordIdentity(keeper, keys, { itemId, revision: 0, ...words })
      await readIdentity(keeper, keys, { itemId, ...asking })
      // What other tests spoiled on purpose cannot be opened by any key.
      await db.sql`delete from vault.identity where item_id <> ${itemId}`
      const cli = { sql: db.sql, actor: null, clock: () => noon, origin: 'cli' }
      const next = newKeys()
      await expect(rotateVault(cli, next), 'without the old key nothing is changed').rejects.toMatchObject({
        detail: 'vault-other-key',
      })
      expect((await readIdentity(keeper, keys, { itemId, ...asking })).identity).toEqual(words)
      const both = { current: next.current, all: [...next.all, ...keys.all] }
      expect((await readIdentity(keeper, both, { itemId, ...asking })).identity, 'while it has not run yet').toEqual(words)
      const { identities, readings } = await rotateVault(cli, both)
      expect([identities, readings > 0]).toEqual([1, true])
      expect((await readIdentity(keeper, next, { itemId, ...asking })).identity).toEqual(words)
      expect((await readVault(keeper, next)).readings.every(({ explanation }) => explanation !== null)).toBe(true)
      await expect(readIdentity(keeper, keys, { itemId, ...asking })).rejects.toMatchObject({ detail: 'vault-other-key' })
      expect(await rotateVault(cli, next), 'again changes nothing').toEqual({ identities: 0, readings: 0, left: 0 })
    })
  })
})
